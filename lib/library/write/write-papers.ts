/** The only writes to papers: what lists and searches are made from is written with them. */

import { CHUNK, type Row, rowOf, withoutPapers, withRows } from '../store/chunk';
import type { Stamp } from '../store/clock';
import type { LibraryDatabase } from '../store/database';
import type { PaperRecord } from '../store/record';
import { type TitleRow, titleRowOf, withTitles } from '../store/titles';

/** The tables that a transaction covers in which papers are written. */
export function paperTables(db: LibraryDatabase) {
  return [db.papers, db.catalogue, db.titles, db.unindexed, db.state] as const;
}

export interface PaperWriter {
  /** Writes papers. A paper may be written several times. */
  readonly put: (records: readonly PaperRecord[]) => Promise<void>;
  /** Writes what lists and searches are made from, of all that was put: once, wherever the papers are in it. */
  readonly done: () => Promise<void>;
}

/** Whether a field with this stamp, if it has one, may have become another with a command. */
type IsNew = (stamp: Stamp | undefined) => boolean;

/**
 * Writes papers in the transaction of a command, part by part. Fields that changed carry `stamp`,
 * unless `isNew` says otherwise: that tells which papers' texts are to be indexed again, which is left
 * for later.
 */
export function createPaperWriter(
  db: LibraryDatabase,
  stamp: Stamp,
  isNew: IsNew = (one) => one === stamp,
): PaperWriter {
  let rows = new Map<number, Row>();
  let titles = new Map<number, TitleRow>();
  let texts = new Set<number>();
  return {
    async put(records) {
      for (const record of records) {
        rows.set(record.num, rowOf(record));
        if (isNew(record.stamps.title)) titles.set(record.num, titleRowOf(record));
        if (TEXTS.some((field) => isNew(record.stamps[field]))) texts.add(record.num);
      }
      await db.papers.bulkPut(records);
    },
    async done() {
      const put = { rows: [...rows.values()], titles: [...titles.values()], texts: [...texts] };
      rows = new Map();
      titles = new Map();
      texts = new Set();
      await Promise.all([
        put.rows.length > 0 && putRows(db, put.rows, stamp),
        put.titles.length > 0 && putTitles(db, put.titles, stamp),
        put.texts.length > 0 && db.unindexed.add({ nums: Uint32Array.from(put.texts) }),
      ]);
    },
  };
}

/** Writes papers, all of a command. */
export async function putPapers(
  db: LibraryDatabase,
  records: readonly PaperRecord[],
  stamp: Stamp,
  isNew?: IsNew,
): Promise<void> {
  if (records.length === 0) return;
  const writer = createPaperWriter(db, stamp, isNew);
  // At once: a star waits for the database once, not for each table in turn.
  await Promise.all([writer.put(records), writer.done()]);
}

/** Removes papers for good, in the transaction of a command. Their texts are let go of later. */
export async function deletePapers(
  db: LibraryDatabase,
  records: readonly PaperRecord[],
  stamp: Stamp,
): Promise<void> {
  if (records.length === 0) return;
  await db.papers.bulkDelete(records.map(({ id }) => id));
  const chunks = byChunk(records);
  const before = await db.catalogue.bulkGet([...chunks.keys()]);
  await db.catalogue.bulkPut(
    before.flatMap((known) => {
      const nums = known && chunks.get(known.chunk)?.map(({ num }) => num);
      return nums ? [withoutPapers(known, nums, stamp)] : [];
    }),
  );
  await db.unindexed.add({ nums: Uint32Array.from(records, ({ num }) => num) });
}

export async function putRows(
  db: LibraryDatabase,
  rows: readonly Row[],
  stamp: Stamp,
): Promise<void> {
  const chunks = [...byChunk(rows)];
  const before = await db.catalogue.bulkGet(chunks.map(([chunk]) => chunk));
  await db.catalogue.bulkPut(
    chunks.map(([chunk, some], index) => withRows(chunk, before[index], some, stamp)),
  );
}

export async function putTitles(
  db: LibraryDatabase,
  rows: readonly TitleRow[],
  stamp: Stamp,
): Promise<void> {
  const chunks = [...byChunk(rows)];
  const before = await db.titles.bulkGet(chunks.map(([chunk]) => chunk));
  await db.titles.bulkPut(
    chunks.map(([chunk, some], index) => withTitles(chunk, before[index], some, stamp)),
  );
}

const TEXTS = ['title', 'abstract', 'authors', 'note'];

function byChunk<T extends { readonly num: number }>(records: readonly T[]): Map<number, T[]> {
  const chunks = new Map<number, T[]>();
  for (const record of records) {
    const chunk = Math.floor(record.num / CHUNK);
    const others = chunks.get(chunk);
    if (others) others.push(record);
    else chunks.set(chunk, [record]);
  }
  return chunks;
}
