/** Statistics of the whole library, read from the catalogue. */
import { STATUSES, type Status } from '@/lib/paper';
import { type Chunk, forEachKeptPaper } from '../store/chunk';
import { STARRED, shelfIn, statusIn } from '../store/paper-flags';
import { countTags, type TagCount } from './tag-counts';

export interface Statistics {
  /** Papers on the reading list. */
  readonly papers: number;
  readonly starred: number;
  readonly statuses: readonly { readonly status: Status; readonly count: number }[];
  /** Weeks from Monday to Sunday in the user's time zone, from the first to the last with a paper. */
  readonly weeks: readonly Week[];
  /** The most used first. */
  readonly tags: readonly TagCount[];
}

interface Week {
  /** In milliseconds. */
  readonly start: number;
  /** Papers added to the reading list. */
  readonly added: number;
}

interface WeekOfBoth extends Week {
  /** Papers on the reading list that were last marked as read then. */
  readonly read: number;
}

/** Numbers of papers by the start of the week, in milliseconds. */
export type WeekCounts = ReadonlyMap<number, number>;

export function statisticsOf(chunks: readonly Chunk[]): Statistics {
  const statuses = new Map<Status, number>(STATUSES.map((status) => [status, 0]));
  const weeks = new Map<number, number>();
  let papers = 0;
  let starred = 0;
  forEachKeptPaper(chunks, (_, flags, chunk, row) => {
    if (shelfIn(flags) !== 'list') return;
    papers += 1;
    if (flags & STARRED) starred += 1;
    const status = statusIn(flags);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    const week = mondayOf(chunk.added[row] as number);
    weeks.set(week, (weeks.get(week) ?? 0) + 1);
  });
  return {
    papers,
    starred,
    statuses: [...statuses].map(([status, count]) => ({ status, count })),
    weeks: withoutGaps(weeks),
    tags: countTags(chunks),
  };
}

/** How many of these times fall into each week. */
export function countWeeks(times: Iterable<number>): WeekCounts {
  const weeks = new Map<number, number>();
  for (const time of times) {
    const week = mondayOf(time);
    weeks.set(week, (weeks.get(week) ?? 0) + 1);
  }
  return weeks;
}

/** All weeks from the first to the last in which papers were added or read. */
export function withRead(weeks: readonly Week[], read: WeekCounts): WeekOfBoth[] {
  const added = new Map(weeks.map((week) => [week.start, week.added]));
  const either = new Map([...[...read.keys()].map((start) => [start, 0] as const), ...added]);
  return withoutGaps(either).map((week) => ({ ...week, read: read.get(week.start) ?? 0 }));
}

function mondayOf(time: number): number {
  const day = new Date(time);
  day.setHours(0, 0, 0, 0);
  day.setDate(day.getDate() - ((day.getDay() + 6) % 7));
  return day.getTime();
}

/** Weeks differ in length: some have a change of clocks. */
function withoutGaps(counts: ReadonlyMap<number, number>): Week[] {
  const starts = [...counts.keys()].sort((a, b) => a - b);
  const last = starts.at(-1) ?? Number.NEGATIVE_INFINITY;
  const weeks: Week[] = [];
  for (let start = starts[0] ?? 0; start <= last; ) {
    weeks.push({ start, added: counts.get(start) ?? 0 });
    const next = new Date(start);
    next.setDate(next.getDate() + 7);
    start = next.getTime();
  }
  return weeks;
}
