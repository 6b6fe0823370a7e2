const DAY_MS = 24 * 3_600_000;

/** So many papers are worth a reminder, after so many days. */
const PAPERS = 20;
const DAYS = 30;

interface Circumstances {
  /** How many are on the list. */
  readonly papers: number;
  /** When the first of them came there; `null`: never. All times are in milliseconds. */
  readonly since: number | null;
  /** When the library was last saved as a file, and when the reminder was put off; 0: never. */
  readonly downloaded: number;
  readonly putOff: number;
  readonly now: number;
}

/** Whether the user had better download a backup: all of it is on this one computer. */
export function isReminderDue({ papers, since, downloaded, putOff, now }: Circumstances): boolean {
  if (papers < PAPERS || since === null) return false;
  return now - Math.max(since, downloaded, putOff) > DAYS * DAY_MS;
}
