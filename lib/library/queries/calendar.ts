/** A year of days, as a calendar shows them. */
import type { Day } from '@/lib/util/day';
import type { DayCounts } from './day-counts';

export const LEVELS = [0, 1, 2, 3, 4] as const;
/** How strongly a day is coloured; 0: nothing happened. */
export type Level = (typeof LEVELS)[number];

export interface CalendarDay {
  readonly day: Day;
  readonly added: number;
  readonly read: number;
}

const DAYS = 365;

/** The year that ends with this day. */
export function calendarOf(added: DayCounts, read: DayCounts, today: Day): CalendarDay[] {
  return Array.from({ length: DAYS }, (_, index) => {
    const day = today - DAYS + 1 + index;
    return { day, added: added.get(day) ?? 0, read: read.get(day) ?? 0 };
  });
}

/**
 * The levels of these counts, by the quarters of the days on which something happened: one large import
 * does not make all other days look alike. The largest count always has the last level.
 */
export function levelsOf(counts: readonly number[]): Level[] {
  const some = counts.filter((count) => count > 0).sort((a, b) => a - b);
  const largest = some.at(-1);
  const quarters = [1, 2, 3].map((n) => some[Math.ceil((n * some.length) / 4) - 1] ?? 0);
  return counts.map((count) => {
    if (count === 0) return 0;
    if (count === largest) return 4;
    return (1 + quarters.filter((quarter) => count > quarter).length) as Level;
  });
}
