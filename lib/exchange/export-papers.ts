/** Writes papers of the library into a file, some at a time: a page that waits for it never stands still. */
import type { PaperRecord } from '@/lib/library/store/record';
import { EXPORT_FORMATS } from './formats';
import type { FormatName } from './formats/losses';
import type { Extras } from './formats/winnow-write';

/** Reads the papers of these numbers; those that are gone are left out. */
export type ReadPapers = (nums: readonly number[]) => Promise<ReadonlyMap<number, PaperRecord>>;

export interface ExportOptions {
  readonly signal: AbortSignal;
  /** Told how many papers are written. */
  readonly report: (done: number) => void;
  /** What our own format holds beside the papers. */
  readonly extras?: Extras;
}

/** So many papers are read and written before the page may do something else. */
const CHUNK = 100;
/** So many pieces of text are kept before they are handed to the browser. */
const PIECES = 2_000;

/** A file of the papers of these numbers. Rejects when it is given up. */
export async function exportPapers(
  format: FormatName,
  nums: ArrayLike<number>,
  read: ReadPapers,
  { signal, report, extras }: ExportOptions,
): Promise<Blob> {
  const { load, order, type } = EXPORT_FORMATS[format];
  const output = await load(extras);
  const ordered = Array.from(nums);
  if (order === 'number') ordered.sort((a, b) => a - b);
  const source = createSource(ordered, read, report);
  if ('files' in output) {
    const { zipOf } = await import('./zip');
    return zipOf(source.through(output.files(source.papers)), signal);
  }
  return joined(source.through(output.write(source.papers)), type, signal);
}

/**
 * The papers as writers take them, which do not wait: before each piece that is asked of a writer, the
 * next papers are read. It works as writers ask for no paper before a piece of theirs is asked for.
 */
function createSource(nums: readonly number[], read: ReadPapers, report: (done: number) => void) {
  let queue: PaperRecord[] = [];
  let next = 0;
  let asked = 0;

  async function fill(): Promise<void> {
    while (queue.length === 0 && asked < nums.length) {
      const chunk = nums.slice(asked, asked + CHUNK);
      report(asked); // those before are written
      const records = await read(chunk);
      asked += chunk.length;
      queue = chunk.flatMap((num) => records.get(num) ?? []);
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

async function joined(
  pieces: AsyncIterable<string>,
  type: string,
  signal: AbortSignal,
): Promise<Blob> {
  const parts: Blob[] = [];
  let texts: string[] = [];
  for await (const piece of pieces) {
    signal.throwIfAborted();
    texts.push(piece);
    if (texts.length < PIECES) continue;
    parts.push(new Blob(texts));
    texts = [];
  }
  return new Blob([...parts, ...texts], { type });
}
