/** What the browser itself wrote down about a page: its scripts, its tasks, and its clock. */
import type { Browser, Page } from '@playwright/test';

const CATEGORIES = [
  'devtools.timeline',
  'blink.user_timing',
  'v8.execute',
  'disabled-by-default-devtools.timeline', // RunTask
];
const SCRIPTS = new Set([
  ...['EvaluateScript', 'FunctionCall', 'RunMicrotasks', 'v8.run', 'v8.callFunction'],
  ...['TimerFire', 'FireAnimationFrame', 'v8.compile'],
]);

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** In microseconds, by one clock for all processes. */
  readonly ts: number;
  readonly dur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

/** A stretch of time in milliseconds. */
export interface Stretch {
  readonly start: number;
  readonly length: number;
}

export class Trace {
  readonly #events: readonly TraceEvent[];

  constructor(events: readonly TraceEvent[]) {
    this.#events = events;
  }

  /** When `performance.mark(name)` was called, in whichever process, by one clock for all. */
  markAt(name: string): number {
    return this.#mark(name).ts / 1000;
  }

  #mark(name: string): TraceEvent {
    const found = this.#events.find((event) => event.name === name);
    if (!found) throw new Error(`The trace has no mark ${name}.`);
    return found;
  }

  /** The thread on which the mark was made, from the mark on. */
  thread(name: string): ThreadTrace {
    const { pid, tid, ts } = this.#mark(name);
    const events = this.#events.filter(
      (event) => event.ph === 'X' && event.pid === pid && event.tid === tid && event.ts >= ts,
    );
    return new ThreadTrace(
      events.sort((a, b) => a.ts - b.ts),
      ts,
    );
  }
}

/** One page's main thread. Times are counted from the mark. */
class ThreadTrace {
  readonly #events: readonly TraceEvent[];
  readonly #zero: number;

  constructor(events: readonly TraceEvent[], zero: number) {
    this.#events = events;
    this.#zero = zero;
  }

  /** Whatever ran as script, whoever's it was; a stretch within another is not counted again. */
  scripts(): Stretch[] {
    const outermost: Stretch[] = [];
    let end = Number.NEGATIVE_INFINITY;
    for (const stretch of this.#stretches(({ name }) => SCRIPTS.has(name))) {
      if (stretch.start < end) continue;
      outermost.push(stretch);
      end = stretch.start + stretch.length;
    }
    return outermost;
  }

  /** Each without a break in which the page could have taken input or painted. */
  tasks(): Stretch[] {
    return this.#stretches(({ name }) => name === 'RunTask' || name.endsWith('::RunTask'));
  }

  /** When a script of an extension was first begun with: its reading and compiling are still to come. */
  firstCall(): number {
    const isExtensions = (url?: string) => url?.startsWith('chrome-extension://') === true;
    const [first] = this.#stretches(({ args }) => isExtensions(args?.data?.url));
    if (!first) throw new Error('The trace has no script of an extension.');
    return first.start;
  }

  #stretches(filter: (event: TraceEvent) => boolean): Stretch[] {
    return this.#events
      .filter(filter)
      .map(({ ts, dur = 0 }) => ({ start: (ts - this.#zero) / 1000, length: dur / 1000 }));
  }
}

export function sum(stretches: readonly Stretch[]): number {
  return stretches.reduce((total, { length }) => total + length, 0);
}

export function longest(stretches: readonly Stretch[]): number {
  return stretches.reduce((most, { length }) => Math.max(most, length), 0);
}

/** Has the browser write down what happens while `action` runs. */
export async function traced<T>(page: Page, action: () => Promise<T>): Promise<[T, Trace]> {
  const browser = page.context().browser() as Browser;
  await browser.startTracing(page, { categories: CATEGORIES });
  let result: T;
  let written: Buffer;
  try {
    result = await action();
  } finally {
    written = await browser.stopTracing();
  }
  const { traceEvents } = JSON.parse(written.toString()) as { traceEvents: TraceEvent[] };
  return [result, new Trace(traceEvents)];
}
