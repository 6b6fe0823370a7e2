import { compareNaturally } from '@/lib/text/natural-order';
import type { Chunk } from '../store/chunk';
import type { LibraryDatabase } from '../store/database';
import { unpackLists } from '../store/packed-lists';
import { shelfIn } from '../store/paper-flags';

export interface TagCount {
  readonly tag: string;
  readonly count: number;
}

/** All tags in use, as `countTags` gives them. */
export async function readTagCounts(db: LibraryDatabase): Promise<TagCount[]> {
  // In a transaction: reads without one may get incomplete copies from Dexie's cache.
  return countTags(await db.transaction('r', db.catalogue, () => db.catalogue.toArray()));
}

/** All tags in use, the most used first; without the trash. */
export function countTags(chunks: readonly Chunk[]): TagCount[] {
  const counts = new Map<string, number>();
  for (const chunk of chunks) {
    const rows = unpackLists(chunk.tags);
    for (const [row, flags] of chunk.flags.entries()) {
      if (flags === 0 || shelfIn(flags) === 'trash') continue;
      for (const tag of rows[row] ?? []) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([tag, count]) => ({ tag, count }))
    .sort((a, b) => b.count - a.count || compareNaturally(a.tag, b.tag));
}
