/** Opens pages and reads off what the probe and the browser's trace saw. */
import type { Page } from '@playwright/test';
import { countMarksIn, countVisibleRows, type Frame } from './in-page/probe';
import type { Session } from './session';
import { longest, type Stretch, sum, type Trace, traced } from './trace';

const PATIENCE_MS = 120_000;
/** So long nothing may change before a page counts as done. */
const QUIET_MS = 700;

/** What there is on a page when it is done, at the least. */
export interface Expected {
  readonly controls: number;
  readonly marks: number;
  /** What the panel says that the rules hit in the whole page; not looked at when left out. */
  readonly hits?: number;
}

/** What happened on a page, in milliseconds from when the extension's script there first ran. */
export interface Seen {
  /** That moment by the page's own clock. */
  readonly start: number;
  /** How long it came after the page was ready, or after the change. */
  readonly firstCall: number;
  readonly visibleRows: number;
  /** When each control was there, in order. */
  readonly controls: readonly number[];
  readonly frames: readonly Frame[];
  readonly scripts: readonly Stretch[];
  readonly tasks: readonly Stretch[];
}

/** Opens a listing and watches it until it is done; leaves it open. */
export async function openPage(
  session: Session,
  url: string,
  expected: Expected,
): Promise<{ page: Page; seen: Seen }> {
  const page = await session.context.newPage();
  const [, trace] = await traced(page, async () => {
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    await settle(page, expected);
  });
  const ready = await page.evaluate(() => bench.ready);
  return { page, seen: await read(page, trace, 'bench:ready', ready) };
}

/** What happens on an open page when something changes elsewhere, up to its last consequence. */
export async function watchChange(
  page: Page,
  expected: Expected,
  change: () => Promise<unknown>,
): Promise<Seen> {
  const name = `bench:${crypto.randomUUID()}`;
  const [zero, trace] = await traced(page, async () => {
    const now = await page.evaluate((mark) => performance.mark(mark).startTime, name);
    await change();
    await settle(page, expected);
    return now;
  });
  return read(page, trace, name, zero);
}

/** `zero` is when the mark was made, by the page's clock. */
async function read(page: Page, trace: Trace, mark: string, zero: number): Promise<Seen> {
  const { controls, frames } = await page.evaluate(() => bench);
  const thread = trace.thread(mark);
  const firstCall = thread.firstCall();
  const start = zero + firstCall;
  const isAfter = ({ start, length }: Stretch) => start + length > firstCall;
  return {
    start,
    firstCall,
    visibleRows: await page.evaluate(countVisibleRows),
    controls: controls.map((at) => at - start).filter((at) => at >= 0),
    frames: frames.map(({ at, marks }) => ({ at: at - start, marks })).filter(({ at }) => at >= 0),
    scripts: thread.scripts().filter(isAfter),
    tasks: thread.tasks().filter(isAfter),
  };
}

/** Waits until what is expected is there and nothing has changed for a while. */
async function settle(page: Page, { controls, marks, hits }: Expected): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  let last = '';
  let since = Date.now();
  for (;;) {
    const now = await page.evaluate(async (countsHits) => {
      await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1_000 }));
      return {
        controls: bench.controls.length,
        marks: bench.frames.at(-1)?.marks ?? 0,
        hits: countsHits ? bench.countHits() : 0,
      };
    }, hits !== undefined);
    if (JSON.stringify(now) !== last) {
      last = JSON.stringify(now);
      since = Date.now();
    }
    const isThere =
      now.controls >= controls && now.marks >= marks && (hits === undefined || now.hits === hits);
    if (isThere && Date.now() - since > QUIET_MS) return;
    if (Date.now() > deadline) throw new Error(`${page.url()}: not done, but at ${last}.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** When what was there at `at` was painted: the frame after it has begun by the second one. */
export function paintedAfter({ frames }: Seen, at: number): number {
  const index = frames.findIndex((frame) => frame.at >= at);
  return frames[index + 1]?.at ?? Number.NaN;
}

/** When the `count`th control was there. */
export function controlAt({ controls }: Seen, count: number): number {
  return controls[count - 1] ?? Number.NaN;
}

/** The first frame with so many marks. */
export function marksAt({ frames }: Seen, count: number): number {
  return frames.find(({ marks }) => marks >= count)?.at ?? Number.NaN;
}

/** The first frame that shows the marks as they stayed. */
export function lastChangeOfMarks({ frames }: Seen): number {
  const final = frames.at(-1)?.marks;
  const before = frames.findLastIndex(({ marks }) => marks !== final);
  return frames[before + 1]?.at ?? Number.NaN;
}

/** How many marks are in view once all is done. Rows are marked in page order at the page's top. */
export async function visibleMarks(page: Page, { visibleRows }: Seen): Promise<number> {
  return page.evaluate(countMarksIn, visibleRows);
}

export const scripting = ({ scripts }: Seen): number => sum(scripts);
export const longestScript = ({ scripts }: Seen): number => longest(scripts);
export const longestTask = ({ tasks }: Seen): number => longest(tasks);
