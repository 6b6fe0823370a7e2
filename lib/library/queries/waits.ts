/** How long papers are on the list. */
import type { Day } from '@/lib/util/day';
import type { DayCounts } from './day-counts';

export const SPANS = ['day', 'week', 'month', 'quarter', 'year', 'longer'] as const;
/** A span of time, up to and without the next. */
type Span = (typeof SPANS)[number];

/** The fewest days that are of each span: `week` is from the next day to the sixth. */
const STARTS = { day: 0, week: 1, month: 7, quarter: 30, year: 91, longer: 365 } satisfies Record<
  Span,
  number
>;

export interface Waits {
  readonly papers: number;
  /** In days; `null` without papers. */
  readonly median: number | null;
  readonly spans: Readonly<Record<Span, number>>;
}

/** Papers by their days of waiting. */
export function waitsOf(days: DayCounts): Waits {
  const spans: Record<Span, number> = {
    ...{ day: 0, week: 0, month: 0, quarter: 0, year: 0, longer: 0 },
  };
  let papers = 0;
  for (const [wait, count] of days) {
    papers += count;
    spans[spanOf(wait)] += count;
  }
  return { papers, median: medianOf(days, papers), spans };
}

/** How old papers that were added on these days are today. */
export function agesOf(added: DayCounts, today: Day): DayCounts {
  const ages = new Map<number, number>();
  for (const [day, count] of added) {
    const age = Math.max(0, today - day); // a wrong clock may have dated some later
    ages.set(age, (ages.get(age) ?? 0) + count);
  }
  return ages;
}

function spanOf(days: number): Span {
  return SPANS.findLast((span) => days >= STARTS[span]) ?? 'day';
}

/** Of an even number of papers, the lower of the two in the middle: a wait that there was. */
function medianOf(days: DayCounts, papers: number): number | null {
  let seen = 0;
  for (const [wait, count] of [...days].sort(([a], [b]) => a - b)) {
    seen += count;
    if (2 * seen >= papers) return wait;
  }
  return null;
}
