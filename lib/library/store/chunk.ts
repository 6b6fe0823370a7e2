/**
 * The catalogue: what lists need of all papers, in columns. Chunks are large enough that a whole library
 * is read at once, and small enough that a command can write one.
 */
import { type Stamp, timeOf } from './clock';
import { type PackedLists, packLists, unpackLists } from './packed-lists';
import { flagsOf, shelfIn } from './paper-flags';
import { isKept, type PaperRecord } from './record';

/** Papers in a chunk: those with numbers from `chunk * CHUNK`. */
export const CHUNK = 512;

/** Each column has one value for each of the chunk's papers. */
export interface Chunk {
  readonly chunk: number;
  /** Of the last write. */
  readonly stamp: Stamp;
  /** See `paper-flags.ts`; 0: no paper. */
  readonly flags: Uint16Array<ArrayBuffer>;
  /** Milliseconds; see `PaperRecord`. */
  readonly added: Float64Array<ArrayBuffer>;
  /** Milliseconds, of papers that are read; 0: unknown. Older chunks lack it until they are rebuilt. */
  readonly readAt?: Float64Array<ArrayBuffer>;
  /** 20261102 for 2 November 2026, 20260000 if only the year is known; 0: unknown. */
  readonly dates: Int32Array<ArrayBuffer>;
  /** -1: unknown. */
  readonly upvotes: Int32Array<ArrayBuffer>;
  readonly tags: PackedLists;
  readonly categories: PackedLists;
}

/** What the catalogue has of one paper; units as in `Chunk`. */
export interface CatalogueRow {
  readonly num: number;
  readonly flags: number;
  readonly added: number;
  readonly readAt: number;
  readonly date: number;
  readonly upvotes: number;
  readonly tags: readonly string[];
  readonly categories: readonly string[];
}

/** The row of a paper. */
export function catalogueRowOf(paper: PaperRecord): CatalogueRow {
  const { num, meta, triage, added, stamps } = paper;
  return {
    ...{ num, flags: flagsOf(paper), added },
    readAt: triage.status === 'read' && stamps.status ? timeOf(stamps.status) : 0,
    date: Number(meta.date?.replaceAll('-', '').padEnd(8, '0') ?? 0),
    upvotes: meta.upvotes ?? -1,
    ...{ tags: triage.tags, categories: meta.categories },
  };
}

/** Visits each paper that something is decided about, except in the trash; `row` is its place in the chunk. */
export function forEachKeptPaper(
  chunks: readonly Chunk[],
  visit: (num: number, flags: number, chunk: Chunk, row: number) => void,
): void {
  for (const chunk of chunks) {
    for (const [row, flags] of chunk.flags.entries()) {
      if (isKept(shelfIn(flags))) visit(chunk.chunk * CHUNK + row, flags, chunk, row);
    }
  }
}

/** The chunk with these rows written; `before` is `undefined` for a new chunk. May change `before`. */
export function withRows(
  chunk: number,
  before: Chunk | undefined,
  rows: readonly CatalogueRow[],
  stamp: Stamp,
): Chunk {
  const current = before ?? emptyChunk(chunk);
  const { flags, added, dates, upvotes, readAt = new Float64Array(CHUNK) } = current;
  const tags = unpackLists(current.tags);
  const categories = unpackLists(current.categories);
  for (const row of rows) {
    const at = row.num - chunk * CHUNK;
    flags[at] = row.flags;
    added[at] = row.added;
    readAt[at] = row.readAt;
    dates[at] = row.date;
    upvotes[at] = row.upvotes;
    tags[at] = [...row.tags];
    categories[at] = [...row.categories];
  }
  const lists = { tags: packLists(tags), categories: packLists(categories) };
  return { chunk, stamp, flags, added, readAt, dates, upvotes, ...lists };
}

/** The chunk without these papers. May change `before`. */
export function withoutPapers(before: Chunk, nums: readonly number[], stamp: Stamp): Chunk {
  const tags = unpackLists(before.tags);
  const categories = unpackLists(before.categories);
  for (const num of nums) {
    const row = num - before.chunk * CHUNK;
    before.flags[row] = 0;
    tags[row] = [];
    categories[row] = [];
  }
  return { ...before, stamp, tags: packLists(tags), categories: packLists(categories) };
}

function emptyChunk(chunk: number): Chunk {
  const none = packLists(Array.from({ length: CHUNK }, () => []));
  return {
    chunk,
    stamp: '',
    flags: new Uint16Array(CHUNK),
    added: new Float64Array(CHUNK),
    readAt: new Float64Array(CHUNK),
    dates: new Int32Array(CHUNK),
    upvotes: new Int32Array(CHUNK).fill(-1),
    tags: none,
    categories: none,
  };
}

/** The year of a date in a chunk; 0: unknown. */
export function yearIn(date: number): number {
  return Math.floor(date / 10_000);
}
