import type { Day } from '@/lib/util/day';

/** Numbers of papers by day; days without any are missing. */
export type DayCounts = ReadonlyMap<Day, number>;

/** How often each day comes up. */
export function countDays(days: Iterable<Day>): DayCounts {
  const counts = new Map<Day, number>();
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
  return counts;
}
