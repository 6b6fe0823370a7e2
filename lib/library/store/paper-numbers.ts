import type { LibraryDatabase } from './database';
import type { PaperRecord } from './record';

/** The number for the next new paper. To be called in the transaction that writes the paper. */
export async function nextNumber(db: LibraryDatabase): Promise<number> {
  return Number((await db.state.get('next-number'))?.value ?? 0);
}

/** Marks all numbers below `next` as used. To be called in the same transaction. */
export async function saveNextNumber(db: LibraryDatabase, next: number): Promise<void> {
  await db.state.put({ key: 'next-number', value: String(next) });
}

/** Up to this many papers are read in parallel: faster than a cursor, which waits for each in turn. */
const MAX_PARALLEL = 100;

/** The papers with these numbers, in any order; numbers without a paper are left out. */
export async function getPapersByNum(
  db: LibraryDatabase,
  nums: readonly number[],
): Promise<PaperRecord[]> {
  const unique = [...new Set(nums)];
  if (unique.length > MAX_PARALLEL) return db.papers.where('num').anyOf(unique).toArray();
  const found = await db.transaction('r', db.papers, () =>
    Promise.all(unique.map((num) => db.papers.get({ num }))),
  );
  return found.filter((paper) => paper !== undefined);
}
