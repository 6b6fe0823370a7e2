/** What the papers of the reading list are about, month by month. */
import { compareNaturally } from '@/lib/text/natural-order';
import type { Month } from '@/lib/util/day';
import { type Chunk, forEachKeptPaper } from '../store/chunk';
import { shelfIn } from '../store/paper-flags';

export type TopicKind = 'tags' | 'categories';

export interface Topic {
  readonly name: string;
  /** Papers on the reading list. */
  readonly papers: number;
  /** Those papers by the month in which they were added. */
  readonly months: ReadonlyMap<Month, number>;
}

/** The months in which the papers of a chunk were added, by row. */
type ChunkMonths = ReadonlyMap<Chunk, Int32Array>;

/** The topics with the most papers, at most so many. A paper counts for each of its topics. */
export function topicsOf(chunks: ChunkMonths, kind: TopicKind, most: number): Topic[] {
  const topics = new Map<string, Map<Month, number>>();
  forEachKeptPaper([...chunks.keys()], (_, flags, chunk, row) => {
    const { words, places, ends } = chunk[kind];
    const start = row === 0 ? 0 : (ends[row - 1] as number);
    const end = ends[row] as number;
    if (start === end || shelfIn(flags) !== 'list') return;
    const month = chunks.get(chunk)?.[row] as Month;
    for (const place of places.subarray(start, end)) {
      const name = words[place] as string;
      const months = topics.get(name) ?? new Map<Month, number>();
      topics.set(name, months.set(month, (months.get(month) ?? 0) + 1));
    }
  });
  return [...topics]
    .map(([name, months]) => ({ name, papers: sum(months.values()), months }))
    .sort((a, b) => b.papers - a.papers || compareNaturally(a.name, b.name))
    .slice(0, most);
}

function sum(counts: Iterable<number>): number {
  let total = 0;
  for (const count of counts) total += count;
  return total;
}
