/** Statistics of the reading list, read from the catalogue. */
import { STATUSES, type Status } from '@/lib/paper';
import { type Day, dayOf, monthOf } from '@/lib/util/day';
import { CHUNK, type Chunk, forEachKeptPaper } from '../store/chunk';
import { STARRED, shelfIn, statusIn } from '../store/paper-flags';
import { countDays, type DayCounts } from './day-counts';
import { type Topic, type TopicKind, topicsOf } from './topics';

/** More are hard to take in. */
const TOPICS = 10;

export interface Statistics {
  /** Papers on the reading list. */
  readonly papers: number;
  readonly starred: number;
  readonly statuses: Readonly<Record<Status, number>>;
  /** The papers, by the day on which they were added. */
  readonly added: DayCounts;
  /** Those that are not read, by the day on which they were added. */
  readonly waiting: DayCounts;
  /** Those that are read, by the day on which they were last marked so. */
  readonly read: DayCounts;
  /** Those that are read, by the number of days between being added and that. */
  readonly waits: DayCounts;
  /** The largest first. */
  readonly topics: Readonly<Record<TopicKind, readonly Topic[]>>;
}

export function statisticsOf(chunks: readonly Chunk[]): Statistics {
  const statuses = Object.fromEntries(STATUSES.map((status) => [status, 0])) as Record<
    Status,
    number
  >;
  const added: Day[] = [];
  const waiting: Day[] = [];
  const read: Day[] = [];
  const waits: number[] = [];
  const months = new Map(chunks.map((chunk) => [chunk, new Int32Array(CHUNK)]));
  let starred = 0;
  forEachKeptPaper(chunks, (_, flags, chunk, row) => {
    if (shelfIn(flags) !== 'list') return;
    const status = statusIn(flags);
    const day = dayOf(chunk.added[row] as number);
    statuses[status] += 1;
    added.push(day);
    months.get(chunk)?.fill(monthOf(day), row, row + 1);
    if (status === 'read') {
      // Imports may bring what was read before it was added here.
      const readOn = Math.max(day, dayOf(chunk.readAt?.[row] ?? 0));
      read.push(readOn);
      waits.push(readOn - day);
    } else waiting.push(day);
    if (flags & STARRED) starred += 1;
  });
  return {
    papers: added.length,
    ...{ starred, statuses },
    added: countDays(added),
    waiting: countDays(waiting),
    read: countDays(read),
    waits: countDays(waits),
    topics: {
      tags: topicsOf(months, 'tags', TOPICS),
      categories: topicsOf(months, 'categories', TOPICS),
    },
  };
}
