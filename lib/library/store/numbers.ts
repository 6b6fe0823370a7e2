import type { LibraryDatabase } from './database';
import type { PaperRecord } from './record';

/** The number of the next new paper. To be asked in the transaction that writes the paper. */
export async function nextNumber(db: LibraryDatabase): Promise<number> {
  return Number((await db.state.get('next-number'))?.value ?? 0);
}

/** Has all numbers below `next` never given again. To be called in the same transaction. */
export async function keepNextNumber(db: LibraryDatabase, next: number): Promise<void> {
  await db.state.put({ key: 'next-number', value: String(next) });
}

/** So few papers are asked for one by one, all at once. A cursor over many waits for each in turn. */
const FEW = 100;

/** The papers of these numbers, in no order; numbers of no paper are left out. */
export async function papersOf(
  db: LibraryDatabase,
  nums: readonly number[],
): Promise<PaperRecord[]> {
  const unique = [...new Set(nums)];
  if (unique.length > FEW) return db.papers.where('num').anyOf(unique).toArray();
  const found = await db.transaction('r', db.papers, () =>
    Promise.all(unique.map((num) => db.papers.get({ num }))),
  );
  return found.filter((paper) => paper !== undefined);
}
