/** When arXiv may be asked again: https://info.arxiv.org/help/api/tou.html#rate-limits */
import type { AbstractsProblem } from '@/lib/protocol/abstracts';

/** After a request, and after each further failure in a row; in milliseconds. */
const PAUSES_MS = [3_000, 10_000, 30_000, 120_000, 600_000] as const;

/** A server may ask for a longer pause, up to this. */
const LONGEST_PAUSE_MS = 24 * 3_600_000;

/** What is known of the last request, even after the worker was restarted. */
export interface LastRequest {
  /** When it was made or answered, in milliseconds. */
  readonly at: number;
  /** How long to wait after that, in milliseconds. */
  readonly pause: number;
  /** How many requests have failed in a row. */
  readonly failures: number;
  readonly problem: AbstractsProblem | null;
}

/** Before the first request. */
export const NO_REQUEST: LastRequest = { at: 0, pause: 0, failures: 0, problem: null };

/** While a request is under way: even if the worker is stopped now, the next one keeps its distance. */
export function begun(last: LastRequest, now: number): LastRequest {
  return { ...last, at: now, pause: PAUSES_MS[0] };
}

export function succeeded(now: number): LastRequest {
  return { at: now, pause: PAUSES_MS[0], failures: 0, problem: null };
}

/** `retryAfter`: the pause that the server asks for, in milliseconds. */
export function failed(
  last: LastRequest,
  now: number,
  text: string,
  retryAfter: number | null,
): LastRequest {
  const step = Math.min(last.failures, PAUSES_MS.length - 1);
  const wanted = Math.min(retryAfter ?? 0, LONGEST_PAUSE_MS);
  const pause = Math.max(PAUSES_MS[step] ?? 0, wanted);
  return { at: now, pause, failures: last.failures + 1, problem: { text, retryAt: now + pause } };
}

/** Milliseconds left to wait; never more than the pause, even if the clock was set back since. */
export function pauseLeft({ at, pause }: LastRequest, now: number): number {
  return Math.min(Math.max(at + pause - now, 0), pause);
}
