import type { LibraryDatabase } from './database';

/**
 * The first of `count` numbers for new papers, which are never given again. To be called in the
 * transaction that writes the papers (which must cover `state`).
 */
export async function takeNumbers(db: LibraryDatabase, count: number): Promise<number> {
  const next = Number((await db.state.get('next-number'))?.value ?? 0);
  if (count > 0) await db.state.put({ key: 'next-number', value: String(next + count) });
  return next;
}
