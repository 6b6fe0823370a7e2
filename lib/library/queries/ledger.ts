/** Papers added against papers read, week by week. */
import { type Day, mondayOf } from '@/lib/util/day';
import type { DayCounts } from './day-counts';

export interface LedgerWeek {
  /** Its Monday. */
  readonly start: Day;
  readonly added: number;
  readonly read: number;
  /** Papers that were added by the end of the week, and not read by then. */
  readonly backlog: number;
}

/**
 * The last weeks up to today: as many as there is something to tell of, but not fewer than `least` and
 * not more than `most`. What a wrong clock dated later than today counts as today's.
 */
export function ledgerOf(
  added: DayCounts,
  read: DayCounts,
  today: Day,
  { least, most }: { readonly least: number; readonly most: number },
): LedgerWeek[] {
  const last = mondayOf(today);
  const addedIn = byWeek(added, last);
  const readIn = byWeek(read, last);
  const earliest = Math.min(last, ...addedIn.keys(), ...readIn.keys());
  const count = Math.min(most, Math.max(least, (last - earliest) / 7 + 1));
  const first = last - (count - 1) * 7;
  let backlog = totalBefore(addedIn, first) - totalBefore(readIn, first);
  return Array.from({ length: count }, (_, index) => {
    const start = first + index * 7;
    const week = { added: addedIn.get(start) ?? 0, read: readIn.get(start) ?? 0 };
    backlog += week.added - week.read;
    return { start, ...week, backlog };
  });
}

function byWeek(counts: DayCounts, last: Day): Map<Day, number> {
  const weeks = new Map<Day, number>();
  for (const [day, count] of counts) {
    const week = Math.min(mondayOf(day), last);
    weeks.set(week, (weeks.get(week) ?? 0) + count);
  }
  return weeks;
}

function totalBefore(weeks: ReadonlyMap<Day, number>, end: Day): number {
  let total = 0;
  for (const [week, count] of weeks) if (week < end) total += count;
  return total;
}
