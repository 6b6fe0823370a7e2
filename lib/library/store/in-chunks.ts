/** Told how much of a long command is done. */
export type Report = (done: number, total: number) => void;

/** Where nobody waits to be told. */
export const untold: Report = () => undefined;

/** So many papers are read, changed and written at a time: a library need not fit into memory. */
const CHUNK = 500;

/** Does a work on all items, some at a time, and tells after each part how many are done. */
export async function inChunks<T>(
  items: readonly T[],
  report: Report,
  work: (chunk: readonly T[]) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < items.length; start += CHUNK) {
    const chunk = items.slice(start, start + CHUNK);
    await work(chunk);
    report(start + chunk.length, items.length);
  }
}
