/** The table that `npm run bench` prints. */

/** One measured thing, beside what it is held against. */
export interface Line {
  readonly job: string;
  readonly ours: number;
  /** What `ours` is measured in, where it is not milliseconds. */
  readonly unit?: string;
  readonly floor?: number;
  /** A goal of performance.md. */
  readonly goal?: Goal;
  /** What else has to be known to judge it. */
  readonly note?: string;
}

/** Times the floor at most (or at least, for being faster), or a plain limit. */
export type Goal =
  | { readonly times: number }
  | { readonly fasterBy: number }
  | { readonly limit: number };

/** The goals of performance.md are for pages as long as arXiv makes them. */
export function goalAt(entries: number, goal: Goal): { readonly goal?: Goal } {
  return entries >= 2_000 ? { goal } : {};
}

/** Whether the goal is met. */
export function isMet({ ours, floor = Number.NaN }: Line, goal: Goal): boolean {
  if ('times' in goal) return ours <= goal.times * floor;
  return 'fasterBy' in goal ? floor >= goal.fasterBy * ours : ours <= goal.limit;
}

/** The lines as an aligned table of text. */
export function formatTable(lines: readonly Line[]): string {
  const head = ['job', 'Winnow', 'floor', 'ratio', 'goal', '', ''];
  const rows = [head, ...lines.map(cellsOf)];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row.map((cell, column) =>
        column >= 1 && column <= 3
          ? cell.padStart(widths[column] ?? 0)
          : cell.padEnd(widths[column] ?? 0),
      ),
    )
    .map((row) => row.join('  ').trimEnd())
    .join('\n');
}

function cellsOf(line: Line): string[] {
  const { job, ours, unit = 'ms', floor, goal, note = '' } = line;
  return [
    job,
    `${rounded(ours)} ${unit}`,
    floor === undefined ? '–' : `${rounded(floor)} ${unit}`,
    floor === undefined ? '–' : `${rounded(ours / floor)} ×`,
    goal ? wordsFor(goal, unit) : '–',
    goal ? (isMet(line, goal) ? 'met' : 'MISSED') : '',
    note,
  ];
}

function wordsFor(goal: Goal, unit: string): string {
  if ('times' in goal) return `≤ ${goal.times} ×`;
  return 'fasterBy' in goal ? `≤ 1/${goal.fasterBy} ×` : `≤ ${goal.limit} ${unit}`;
}

/** Two digits that count, so that neither 0.4 ms nor 84,626 ms is hard to read. */
function rounded(value: number): string {
  if (value === 0) return '0';
  if (Math.abs(value) < 0.1) return value.toPrecision(1);
  return value.toLocaleString('en', { maximumFractionDigits: Math.abs(value) < 10 ? 1 : 0 });
}
