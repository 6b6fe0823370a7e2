/** Backs up the library as an earlier version left it, before it is upgraded. */

import { exportPapers, type ReadPapers } from '@/lib/exchange/export-papers';
import type { Extras } from '@/lib/exchange/formats/winnow-write';
import { readFiltersAndSettings } from '@/lib/exchange/gather-extras';
import type { TagRecord } from '@/lib/library/store/database';
import type { PaperRecord } from '@/lib/library/store/record';
import type { RuleRecord } from '@/lib/library/store/rule-record';
import { openBackups } from './backup-store';
import { pack } from './pack';

/**
 * Backs up the named library before an upgrade between two database versions. Reads it without
 * Dexie, which would upgrade it. All versions so far stored papers, rules and tags as our own
 * format has them, or with fewer fields.
 */
export async function backUpEarlierVersion(
  library: string,
  from: number,
  to: number,
): Promise<void> {
  const store = openBackups(library);
  // All that attempt this upgrade at once use the same name: one backup is enough.
  const name = `upgrade-${from}-${to}`;
  if ((await store.list()).some((backup) => backup.name === name)) return;
  const db = await openWithoutUpgrade(library);
  try {
    const ids = await getAllKeys(db, 'papers');
    if (ids.length === 0) return;
    const read: ReadPapers = async (nums) => {
      const records = await Promise.all(nums.map((num) => getPaper(db, ids[num] as IDBValidKey)));
      return new Map(records.map((record, index) => [nums[index] as number, record]));
    };
    const extras: Extras = {
      tags: await getAll<TagRecord>(db, 'tags'),
      notes: new Map(),
      whole: { rules: await getAll<RuleRecord>(db, 'rules'), ...(await filtersAndSettings()) },
    };
    const nums = ids.map((_, index) => index);
    const options = { signal: new AbortController().signal, report: () => undefined, extras };
    const file = await exportPapers('winnow', nums, read, options);
    const backup = {
      name,
      at: Date.now(),
      reason: 'upgrade',
      papers: ids.length,
      mark: '',
    } as const;
    await store.save(backup, await pack(file));
  } finally {
    db.close();
  }
}

/** The workers of pages have no settings; then the papers matter more. */
function filtersAndSettings() {
  return readFiltersAndSettings().catch(() => ({ filters: [], settings: {} }));
}

function openWithoutUpgrade(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name);
  return toPromise(request).then((db) => {
    db.onversionchange = () => db.close(); // another context upgrades, after its own backup
    return db;
  });
}

function getAllKeys(db: IDBDatabase, table: string): Promise<IDBValidKey[]> {
  return toPromise(db.transaction(table).objectStore(table).getAllKeys());
}

function getPaper(db: IDBDatabase, id: IDBValidKey): Promise<PaperRecord> {
  return toPromise(db.transaction('papers').objectStore('papers').get(id));
}

/** All records of a table; none if that version did not have it. */
async function getAll<T>(db: IDBDatabase, table: string): Promise<T[]> {
  if (!db.objectStoreNames.contains(table)) return [];
  return toPromise(db.transaction(table).objectStore(table).getAll());
}

function toPromise<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
