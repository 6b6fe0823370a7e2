import type { LibraryDatabase } from './database';

/** The number of the next new paper. To be asked in the transaction that writes the paper. */
export async function nextNumber(db: LibraryDatabase): Promise<number> {
  return Number((await db.state.get('next-number'))?.value ?? 0);
}

/** Has all numbers below `next` never given again. To be called in the same transaction. */
export async function keepNextNumber(db: LibraryDatabase, next: number): Promise<void> {
  await db.state.put({ key: 'next-number', value: String(next) });
}
