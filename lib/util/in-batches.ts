/** Called with how much of a long task is done. May throw, which ends the task. */
export type ReportProgress = (done: number, total: number) => void;

/** For callers that do not need to know. */
export const ignoreProgress: ReportProgress = () => undefined;

/** Limits what is in memory at a time: a whole library need not fit. */
const BATCH_SIZE = 500;

/** Awaits `work` for one batch of items after another, and reports the progress after each. */
export async function inBatches<T>(
  items: readonly T[],
  report: ReportProgress,
  work: (batch: readonly T[]) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < items.length; start += BATCH_SIZE) {
    const batch = items.slice(start, start + BATCH_SIZE);
    await work(batch);
    report(start + batch.length, items.length);
  }
}
