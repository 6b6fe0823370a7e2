/**
 * Long work on a page is done in slices of so many milliseconds, so that it never stands still. The
 * first is short, so that what is in view is painted soon; each of the others costs a layout.
 */
const FIRST_SLICE_MS = 8;
const SLICE_MS = 30;

/** Visits the items in order, letting the page breathe between slices. Ends early when aborted. */
export async function inSlices<T>(
  items: Iterable<T>,
  signal: AbortSignal,
  visit: (item: T) => void,
): Promise<void> {
  let end = performance.now() + FIRST_SLICE_MS;
  for (const item of items) {
    if (signal.aborted) return;
    visit(item);
    if (performance.now() < end) continue;
    await breathe();
    end = performance.now() + SLICE_MS;
  }
}

interface Scheduler {
  readonly yield: () => Promise<void>;
}

/** Lets the browser handle input and paint. `scheduler.yield` is not throttled in hidden tabs. */
function breathe(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Partial<Scheduler> };
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve, 0));
}
