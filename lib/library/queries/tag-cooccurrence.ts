import type { LibraryDatabase } from '../store/database';

/** Papers per tag that are looked at: enough to learn which tags go with it, fast at any size. */
const PAPERS_SAMPLED = 300;

/**
 * How often other tags occur together with these: the sum, over these tags, of the share of their
 * papers that have the other tag too. Tags that never do are left out.
 */
async function likenessTo(
  db: LibraryDatabase,
  tags: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const likeness = new Map<string, number>();
  for (const tag of tags) {
    const papers = await db.papers
      .where('triage.tags')
      .equals(tag)
      .filter(({ deleted }) => !deleted)
      .limit(PAPERS_SAMPLED)
      .toArray();
    for (const other of papers.flatMap(({ triage }) => triage.tags)) {
      if (!tags.includes(other)) {
        likeness.set(other, (likeness.get(other) ?? 0) + 1 / papers.length);
      }
    }
  }
  return likeness;
}

/** Sorts tags: first those that often occur together with `beside`, else in the given order. */
export async function sortByCooccurrence(
  db: LibraryDatabase,
  tags: readonly string[],
  beside: readonly string[],
): Promise<string[]> {
  const likeness = await likenessTo(db, beside);
  return [...tags].sort((a, b) => (likeness.get(b) ?? 0) - (likeness.get(a) ?? 0));
}
