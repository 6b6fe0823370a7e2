/** Exports papers of the library to a file, a few at a time, so that the page stays responsive. */
import type { PaperRecord } from '@/lib/library/store/record';
import { withAllMetadata } from '@/lib/library/store/record-fields';
import { type FormatName, formatOf } from './formats';
import type { Extras } from './formats/winnow-write';

/** Reads papers by their numbers, leaving out those that are gone. */
export type ReadPapers = (nums: readonly number[]) => Promise<ReadonlyMap<number, PaperRecord>>;

export interface ExportOptions {
  readonly signal: AbortSignal;
  /** Called with the number of papers written so far. */
  readonly report: (done: number) => void;
  /** What Winnow's own format contains besides papers. */
  readonly extras?: Extras;
}

/** How many papers are read and written before yielding to the page. */
const PAPERS_PER_READ = 100;
/** How many pieces of text are collected before they are handed to the browser. */
const PIECES_PER_BLOB = 2_000;

/** Writes the papers with these numbers to a file. Rejects when aborted. */
export async function exportPapers(
  format: FormatName,
  nums: ArrayLike<number>,
  read: ReadPapers,
  { signal, report, extras }: ExportOptions,
): Promise<Blob> {
  const { load, order, mimeType } = formatOf(format);
  const output = await load(extras);
  const ordered = Array.from(nums);
  if (order === 'number') ordered.sort((a, b) => a - b);
  const source = createSource(ordered, read, report);
  if ('files' in output) {
    const { createZip: zipOf } = await import('./zip');
    return zipOf(source.through(output.files(source.papers)), signal);
  }
  return toBlob(source.through(output.write(source.papers)), mimeType, signal);
}

/**
 * Feeds papers to writers, which are synchronous: before each piece is requested from a writer, the
 * next papers are read. This works because a writer takes a paper only when a piece is requested.
 */
function createSource(nums: readonly number[], read: ReadPapers, report: (done: number) => void) {
  let queue: PaperRecord[] = [];
  let next = 0;
  let asked = 0;

  async function fill(): Promise<void> {
    while (queue.length === 0 && asked < nums.length) {
      const chunk = nums.slice(asked, asked + PAPERS_PER_READ);
      report(asked); // all before these are written
      const records = await read(chunk);
      asked += chunk.length;
      queue = chunk.flatMap((num) => records.get(num) ?? []).map(withAllMetadata);
      next = 0;
    }
  }

  function* papers(): Generator<PaperRecord> {
    for (let record = queue[next]; record; record = queue[next]) {
      next += 1;
      if (next === queue.length) queue = [];
      yield record;
    }
  }

  return {
    papers: papers(),
    async *through<T>(pieces: Iterable<T>): AsyncGenerator<T> {
      const iterator = pieces[Symbol.iterator]();
      for (;;) {
        await fill();
        const { done, value } = iterator.next();
        if (done) break;
        yield value;
      }
      report(nums.length);
    },
  };
}

async function toBlob(
  pieces: AsyncIterable<string>,
  type: string,
  signal: AbortSignal,
): Promise<Blob> {
  const parts: Blob[] = [];
  let texts: string[] = [];
  for await (const piece of pieces) {
    signal.throwIfAborted();
    texts.push(piece);
    if (texts.length < PIECES_PER_BLOB) continue;
    parts.push(new Blob(texts));
    texts = [];
  }
  return new Blob([...parts, ...texts], { type });
}
