/** Which backups are kept: of the last days each the newest, of the weeks before each the newest. */

/** `daily`: by itself; `asked`: by the user; `upgrade`: before the database changed its form. */
export const BACKUP_REASONS = ['daily', 'asked', 'upgrade'] as const;
export type BackupReason = (typeof BACKUP_REASONS)[number];

interface Dated {
  /** In milliseconds. */
  readonly at: number;
  readonly reason: BackupReason;
}

/** Days and weeks are counted that have a backup: a month away from the computer costs none. */
export const KEPT = { days: 7, weeks: 4, asked: 5, upgrade: 2 } as const;

const DAY_MS = 24 * 3_600_000;
/** 1970 began on a Thursday; weeks begin on Mondays. */
const MONDAY_DAYS = 3;

/** The day of a moment, as a number; in UTC. */
export function dayOf(at: number): number {
  return Math.floor(at / DAY_MS);
}

function weekOf(at: number): number {
  return Math.floor((dayOf(at) + MONDAY_DAYS) / 7);
}

/** Those to keep, the newest first. */
export function kept<B extends Dated>(backups: readonly B[]): B[] {
  const newestFirst = [...backups].sort((a, b) => b.at - a.at);
  const wanted = new Set([
    ...newestOf(newestFirst, KEPT.days, dayOf),
    ...newestOf(newestFirst, KEPT.weeks, weekOf),
    // What was made for a reason is not crowded out by the day's own.
    ...newestFirst.filter(({ reason }) => reason === 'asked').slice(0, KEPT.asked),
    ...newestFirst.filter(({ reason }) => reason === 'upgrade').slice(0, KEPT.upgrade),
  ]);
  return newestFirst.filter((backup) => wanted.has(backup));
}

/** The newest of each of the latest spans of time that have any. */
function newestOf<B extends Dated>(
  newestFirst: readonly B[],
  most: number,
  spanOf: (at: number) => number,
): B[] {
  const spans = new Map<number, B>();
  for (const backup of newestFirst) {
    const span = spanOf(backup.at);
    if (!spans.has(span)) spans.set(span, backup);
  }
  return [...spans.values()].slice(0, most);
}
