import type { LibraryDatabase } from '../store/database';

/** So many papers of a tag are looked at: enough to tell what it comes with, quick at any size. */
const PAPERS_SAMPLED = 300;

/**
 * How much tags have come with these, by tag: the sum, over these, of the share of their papers that
 * have the other tag too. Tags that never did are left out, and so are these themselves.
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

/** The tags, those that have come with `beside` first; else in the order they are given in. */
export async function byLikeness(
  db: LibraryDatabase,
  tags: readonly string[],
  beside: readonly string[],
): Promise<string[]> {
  const likeness = await likenessTo(db, beside);
  return [...tags].sort((a, b) => (likeness.get(b) ?? 0) - (likeness.get(a) ?? 0));
}
