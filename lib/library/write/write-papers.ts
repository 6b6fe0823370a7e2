/** The only place that writes papers, and with them the catalogue, titles and what is to be indexed. */

import { type CatalogueRow, CHUNK, catalogueRowOf, withoutPapers, withRows } from '../store/chunk';
import type { Stamp } from '../store/clock';
import type { LibraryDatabase } from '../store/database';
import type { PaperRecord } from '../store/record';
import { type TitleRow, titleRowOf, withTitles } from '../store/titles';

/** The tables that a transaction which writes papers must cover. */
export function paperTables(db: LibraryDatabase) {
  return [db.papers, db.catalogue, db.titles, db.unindexed, db.state] as const;
}

export interface PaperWriter {
  /** Writes papers. A paper may be written more than once. */
  readonly put: (records: readonly PaperRecord[]) => Promise<void>;
  /** Updates catalogue, titles and `unindexed` for all papers written since the last flush. */
  readonly flush: () => Promise<void>;
}

/** Whether a field with this stamp (`undefined`: none) may have been changed by the command. */
type IsChanged = (stamp: Stamp | undefined) => boolean;

/**
 * Writes papers in batches, in the transaction of a command. `isChanged` decides whose titles are
 * written again and whose texts are to be indexed again, which happens later. By default a field was
 * changed if it has this command's `stamp`.
 */
export function createPaperWriter(
  db: LibraryDatabase,
  stamp: Stamp,
  isChanged: IsChanged = (one) => one === stamp,
): PaperWriter {
  let rows = new Map<number, CatalogueRow>();
  let titles = new Map<number, TitleRow>();
  let texts = new Set<number>();
  return {
    async put(records) {
      for (const record of records) {
        rows.set(record.num, catalogueRowOf(record));
        if (TITLE_FIELDS.some((field) => isChanged(record.stamps[field])))
          titles.set(record.num, titleRowOf(record));
        if (INDEXED_FIELDS.some((field) => isChanged(record.stamps[field]))) texts.add(record.num);
      }
      await db.papers.bulkPut(records);
    },
    async flush() {
      const pending = { rows: [...rows.values()], titles: [...titles.values()], texts: [...texts] };
      rows = new Map();
      titles = new Map();
      texts = new Set();
      await Promise.all([
        pending.rows.length > 0 && putCatalogueRows(db, pending.rows, stamp),
        pending.titles.length > 0 && putTitles(db, pending.titles, stamp),
        pending.texts.length > 0 && db.unindexed.add({ nums: Uint32Array.from(pending.texts) }),
      ]);
    },
  };
}

/** Writes all papers of a command at once; see `createPaperWriter`. */
export async function putPapers(
  db: LibraryDatabase,
  records: readonly PaperRecord[],
  stamp: Stamp,
  isChanged?: IsChanged,
): Promise<void> {
  if (records.length === 0) return;
  const writer = createPaperWriter(db, stamp, isChanged);
  // In parallel, so that a star waits for the database once and not for each table in turn.
  await Promise.all([writer.put(records), writer.flush()]);
}

/** Deletes papers for good, in the transaction of a command. The indexer drops their texts later. */
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

/** Writes rows into their chunks of the catalogue. */
export async function putCatalogueRows(
  db: LibraryDatabase,
  rows: readonly CatalogueRow[],
  stamp: Stamp,
): Promise<void> {
  const chunks = [...byChunk(rows)];
  const before = await db.catalogue.bulkGet(chunks.map(([chunk]) => chunk));
  await db.catalogue.bulkPut(
    chunks.map(([chunk, some], index) => withRows(chunk, before[index], some, stamp)),
  );
}

/** Writes titles into their chunks. */
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

const TITLE_FIELDS = ['title', 'ownTitle'];
const INDEXED_FIELDS = [
  ...TITLE_FIELDS,
  ...['abstract', 'ownAbstract', 'authors', 'ownAuthors', 'note'],
];

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
