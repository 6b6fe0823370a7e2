/** Long work on a page is done in slices of so many milliseconds, so that it never stands still. */
const SLICE_MS = 30;
/** A page that is not painted for so long, in milliseconds, is most likely not to be seen. */
const UNPAINTED_MS = 1_000;

/**
 * When the slice under way ends. All work shares it: what begins in a slice of other work, or as soon
 * as that is done, goes on in the same task of the browser, and together they would take too long.
 */
let sliceEnd = Number.NEGATIVE_INFINITY;

/** Resolves when what must be seen first is painted; `null` when nothing is waited for. */
let painting: Promise<void> | null = null;

/** Visits the items in order, letting the page breathe between slices. Ends early when aborted. */
export async function inSlices<T>(
  items: Iterable<T>,
  signal: AbortSignal,
  visit: (item: T) => void,
): Promise<void> {
  if (painting) await breathe();
  if (Math.abs(performance.now() - sliceEnd) > SLICE_MS) beginSlice(); // the last one is long over
  for (const item of items) {
    if (signal.aborted) return;
    visit(item);
    if (performance.now() < sliceEnd) continue;
    await nextSlice();
  }
}

/** Has what comes next begin with a whole slice, so that it is done in one if it can be. */
export async function nextSlice(): Promise<void> {
  await breathe();
  beginSlice();
}

function beginSlice(): void {
  sliceEnd = performance.now() + SLICE_MS;
}

/**
 * Has the browser paint what was done up to now before any slice goes on: each slice would put the
 * frame off. Resolves when that is done.
 */
export async function paintFirst(): Promise<void> {
  const mine = nextPaint();
  painting = mine;
  await mine;
  if (painting === mine) painting = null;
  else await painting;
}

interface Scheduler {
  readonly yield: () => Promise<void>;
}

/** Lets the browser handle input and paint. `scheduler.yield` is not throttled in hidden tabs. */
async function breathe(): Promise<void> {
  if (painting) return painting;
  const { scheduler } = globalThis as { scheduler?: Partial<Scheduler> };
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve, 0));
}

/** A frame is out when the next one begins. Hidden pages have none. */
function nextPaint(): Promise<void> {
  if (typeof document === 'undefined' || document.visibilityState !== 'visible') {
    return Promise.resolve();
  }
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, UNPAINTED_MS);
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        clearTimeout(timer);
        resolve();
      }),
    );
  });
}
