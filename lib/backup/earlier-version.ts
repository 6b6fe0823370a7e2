/** A backup of the library as an earlier version left it, before it is brought to the form of this one. */

import { exportPapers, type ReadPapers } from '@/lib/exchange/export-papers';
import type { Extras } from '@/lib/exchange/formats/winnow-write';
import { storedOutsideLibrary } from '@/lib/exchange/gather-extras';
import type { TagRecord } from '@/lib/library/store/database';
import type { PaperRecord } from '@/lib/library/store/record';
import type { RuleRecord } from '@/lib/library/store/rule-record';
import { openBackups } from './backup-store';
import { pack } from './pack';

/**
 * Reads the database without Dexie, which would upgrade it. All versions so far kept papers, rules and
 * tags as our own format has them, or with less.
 */
export async function backUpEarlierVersion(
  library: string,
  from: number,
  to: number,
): Promise<void> {
  const store = openBackups(library);
  // The same name for each who comes to this upgrade at once: the first is enough.
  const name = `upgrade-${from}-${to}`;
  if ((await store.list()).some((backup) => backup.name === name)) return;
  const db = await openAsItIs(library);
  try {
    const ids = await keysOf(db, 'papers');
    if (ids.length === 0) return;
    const read: ReadPapers = async (nums) => {
      const records = await Promise.all(nums.map((num) => getFrom(db, ids[num] as IDBValidKey)));
      return new Map(records.map((record, index) => [nums[index] as number, record]));
    };
    const extras: Extras = {
      tags: await allOf<TagRecord>(db, 'tags'),
      notes: new Map(),
      whole: { rules: await allOf<RuleRecord>(db, 'rules'), ...(await beside()) },
    };
    const nums = ids.map((_, index) => index);
    const options = { signal: new AbortController().signal, report: () => undefined, extras };
    const file = await exportPapers('winnow', nums, read, options);
    const told = { name, at: Date.now(), reason: 'upgrade' } as const;
    await store.keep({ ...told, papers: ids.length, mark: '' }, await pack(file));
  } finally {
    db.close();
  }
}

/** Workers of pages have no settings: there papers matter more. */
function beside() {
  return storedOutsideLibrary().catch(() => ({ filters: [], settings: {} }));
}

function openAsItIs(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name);
  return settled(request).then((db) => {
    db.onversionchange = () => db.close(); // another does the upgrade, after a backup of its own
    return db;
  });
}

function keysOf(db: IDBDatabase, table: string): Promise<IDBValidKey[]> {
  return settled(db.transaction(table).objectStore(table).getAllKeys());
}

function getFrom(db: IDBDatabase, id: IDBValidKey): Promise<PaperRecord> {
  return settled(db.transaction('papers').objectStore('papers').get(id));
}

/** All records of a table; none where that version had no such table. */
async function allOf<T>(db: IDBDatabase, table: string): Promise<T[]> {
  if (!db.objectStoreNames.contains(table)) return [];
  return settled(db.transaction(table).objectStore(table).getAll());
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
