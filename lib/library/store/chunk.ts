/**
 * What lists need to know of papers, in columns: so many papers to a record that all of a large
 * library is read at once, and so few that a command can write one again.
 */
import type { Stamp } from './clock';
import { type Labels, packLabels, unpackLabels } from './labels';
import { flagsOf, shelfIn } from './paper-flags';
import { isKept, type PaperRecord } from './record';

/** How many papers a chunk holds: those with numbers from `chunk * CHUNK` on. */
export const CHUNK = 512;

export interface Chunk {
  readonly chunk: number;
  /** Of the last write. */
  readonly stamp: Stamp;
  /** See `flagsOf`; 0 is no paper. */
  readonly flags: Uint16Array<ArrayBuffer>;
  readonly added: Float64Array<ArrayBuffer>;
  /** 20261102 for 2 November 2026, 20260000 where the year alone is known; 0 is unknown. */
  readonly dates: Int32Array<ArrayBuffer>;
  /** -1 is unknown. */
  readonly upvotes: Int32Array<ArrayBuffer>;
  readonly tags: Labels;
  readonly categories: Labels;
}

/** What a chunk has of a paper. */
export interface Row {
  readonly num: number;
  readonly flags: number;
  readonly added: number;
  readonly date: number;
  readonly upvotes: number;
  readonly tags: readonly string[];
  readonly categories: readonly string[];
}

export function rowOf(paper: PaperRecord): Row {
  const { num, meta, triage, added } = paper;
  return {
    ...{ num, flags: flagsOf(paper), added },
    date: Number(meta.date?.replaceAll('-', '').padEnd(8, '0') ?? 0),
    upvotes: meta.upvotes ?? -1,
    ...{ tags: triage.tags, categories: meta.categories },
  };
}

/** Calls `tell` with each paper that something is decided about, the trash aside. */
export function eachPaper(
  chunks: readonly Chunk[],
  tell: (num: number, flags: number, chunk: Chunk, row: number) => void,
): void {
  for (const chunk of chunks) {
    for (const [row, flags] of chunk.flags.entries()) {
      if (isKept(shelfIn(flags))) tell(chunk.chunk * CHUNK + row, flags, chunk, row);
    }
  }
}

/** The chunk with these rows of its, and the others of `before`. */
export function withRows(
  chunk: number,
  before: Chunk | undefined,
  rows: readonly Row[],
  stamp: Stamp,
): Chunk {
  const known = before ?? emptyChunk(chunk);
  const { flags, added, dates, upvotes } = known; // a copy of what the database holds
  const tags = unpackLabels(known.tags);
  const categories = unpackLabels(known.categories);
  for (const row of rows) {
    const at = row.num - chunk * CHUNK;
    flags[at] = row.flags;
    added[at] = row.added;
    dates[at] = row.date;
    upvotes[at] = row.upvotes;
    tags[at] = [...row.tags];
    categories[at] = [...row.categories];
  }
  const labels = { tags: packLabels(tags), categories: packLabels(categories) };
  return { chunk, stamp, flags, added, dates, upvotes, ...labels };
}

/** A chunk without these papers. */
export function withoutPapers(before: Chunk, nums: readonly number[], stamp: Stamp): Chunk {
  const tags = unpackLabels(before.tags);
  const categories = unpackLabels(before.categories);
  for (const num of nums) {
    const row = num - before.chunk * CHUNK;
    before.flags[row] = 0;
    tags[row] = [];
    categories[row] = [];
  }
  return { ...before, stamp, tags: packLabels(tags), categories: packLabels(categories) };
}

function emptyChunk(chunk: number): Chunk {
  const none = packLabels(Array.from({ length: CHUNK }, () => []));
  return {
    chunk,
    stamp: '',
    flags: new Uint16Array(CHUNK),
    added: new Float64Array(CHUNK),
    dates: new Int32Array(CHUNK),
    upvotes: new Int32Array(CHUNK).fill(-1),
    tags: none,
    categories: none,
  };
}
