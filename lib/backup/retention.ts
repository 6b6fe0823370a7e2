/**
 * Decides which backups to keep: the newest of each of the last days, and of each of the weeks
 * before.
 */

/** `daily`: made automatically; `asked`: by the user; `upgrade`: before a database upgrade. */
export const BACKUP_REASONS = ['daily', 'asked', 'upgrade'] as const;
export type BackupReason = (typeof BACKUP_REASONS)[number];

interface Dated {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly reason: BackupReason;
}

/**
 * How many of each to keep. Only days and weeks with a backup count, so that none are lost in a
 * month away from the computer.
 */
export const RETENTION = { days: 7, weeks: 4, asked: 5, upgrade: 2 } as const;

const DAY_MS = 24 * 3_600_000;
/** 1970 began on a Thursday; weeks begin on Mondays. */
const MONDAY_DAYS = 3;

/** The number of days since 1970, in UTC. */
export function dayOf(at: number): number {
  return Math.floor(at / DAY_MS);
}

function weekOf(at: number): number {
  return Math.floor((dayOf(at) + MONDAY_DAYS) / 7);
}

/** The backups to keep, newest first. */
export function backupsToKeep<B extends Dated>(backups: readonly B[]): B[] {
  const newestFirst = [...backups].sort((a, b) => b.at - a.at);
  const wanted = new Set([
    ...newestPerSpan(newestFirst, RETENTION.days, dayOf),
    ...newestPerSpan(newestFirst, RETENTION.weeks, weekOf),
    // Backups made for a reason are not displaced by daily ones.
    ...newestFirst.filter(({ reason }) => reason === 'asked').slice(0, RETENTION.asked),
    ...newestFirst.filter(({ reason }) => reason === 'upgrade').slice(0, RETENTION.upgrade),
  ]);
  return newestFirst.filter((backup) => wanted.has(backup));
}

/** The newest backup of each of the latest time spans that have any. */
function newestPerSpan<B extends Dated>(
  newestFirst: readonly B[],
  limit: number,
  spanOf: (at: number) => number,
): B[] {
  const spans = new Map<number, B>();
  for (const backup of newestFirst) {
    const span = spanOf(backup.at);
    if (!spans.has(span)) spans.set(span, backup);
  }
  return [...spans.values()].slice(0, limit);
}
