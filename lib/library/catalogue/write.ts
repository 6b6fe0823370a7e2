/** The only writes to papers: what lists and searches are made from is written with them. */
import type { Stamp } from '../clock';
import type { LibraryDatabase } from '../database';
import type { PaperRecord } from '../record';
import { CHUNK, withoutPapers, withPapers } from './chunk';
import { withTitles } from './titles';

/** The tables that a transaction covers in which papers are written. */
export function paperTables(db: LibraryDatabase) {
  return [db.papers, db.catalogue, db.titles, db.unindexed, db.state] as const;
}

/**
 * Writes papers, in the transaction of a command. Fields that changed carry `stamp`: that tells
 * which papers' texts are to be indexed again, which is left for later.
 */
export async function putPapers(
  db: LibraryDatabase,
  records: readonly PaperRecord[],
  stamp: Stamp,
): Promise<void> {
  if (records.length === 0) return;
  const latest = [...new Map(records.map((record) => [record.id, record])).values()];
  const titled = latest.filter(({ stamps }) => stamps.title === stamp);
  const nums = latest.filter((record) => hasNewTexts(record, stamp)).map(({ num }) => num);
  // At once: a star waits for the database once, not for each table in turn.
  await Promise.all([
    db.papers.bulkPut(records),
    putIntoCatalogue(db, latest, stamp),
    titled.length > 0 && putTitles(db, titled, stamp),
    nums.length > 0 && db.unindexed.add({ nums: Uint32Array.from(nums) }),
  ]);
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

export async function putIntoCatalogue(
  db: LibraryDatabase,
  records: readonly PaperRecord[],
  stamp: Stamp,
): Promise<void> {
  const chunks = [...byChunk(records)];
  const before = await db.catalogue.bulkGet(chunks.map(([chunk]) => chunk));
  await db.catalogue.bulkPut(
    chunks.map(([chunk, papers], index) => withPapers(chunk, before[index], papers, stamp)),
  );
}

export async function putTitles(
  db: LibraryDatabase,
  records: readonly PaperRecord[],
  stamp: Stamp,
): Promise<void> {
  const chunks = [...byChunk(records)];
  const before = await db.titles.bulkGet(chunks.map(([chunk]) => chunk));
  await db.titles.bulkPut(
    chunks.map(([chunk, papers], index) => withTitles(chunk, before[index], papers, stamp)),
  );
}

const TEXTS = ['title', 'abstract', 'authors', 'note'];

function hasNewTexts({ stamps }: PaperRecord, stamp: Stamp): boolean {
  return TEXTS.some((field) => stamps[field] === stamp);
}

function byChunk(records: readonly PaperRecord[]): Map<number, PaperRecord[]> {
  const chunks = new Map<number, PaperRecord[]>();
  for (const record of records) {
    const chunk = Math.floor(record.num / CHUNK);
    const others = chunks.get(chunk);
    if (others) others.push(record);
    else chunks.set(chunk, [record]);
  }
  return chunks;
}
