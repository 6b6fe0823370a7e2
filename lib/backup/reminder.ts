const DAY_MS = 24 * 3_600_000;

/** The least number of papers worth a reminder, and the days until it is due. */
const PAPERS = 20;
const DAYS = 30;

interface Circumstances {
  /** The number of papers on the list. */
  readonly papers: number;
  /** When the first of them was added; `null` if none. All times are in milliseconds since 1970. */
  readonly since: number | null;
  /** When the library was last downloaded, and when the reminder was last postponed; 0 if never. */
  readonly downloaded: number;
  readonly putOff: number;
  readonly now: number;
}

/** Whether to suggest downloading a backup, as everything is on this one computer. */
export function isReminderDue({ papers, since, downloaded, putOff, now }: Circumstances): boolean {
  if (papers < PAPERS || since === null) return false;
  return now - Math.max(since, downloaded, putOff) > DAYS * DAY_MS;
}
