/** The whole catalogue in memory: one array a column, indexed by paper number. */
import { CHUNK, type Chunk } from '../store/chunk';
import type { PackedLists } from '../store/packed-lists';

/** A column with any number of values a paper: tags, or categories. Each distinct value has an id. */
export interface ListColumn {
  /** All values that occur or once occurred, by id. */
  readonly values: readonly string[];
  /** Calls `visit` for each value of a paper. */
  readonly forEach: (num: number, visit: (id: number) => void) => void;
  readonly has: (num: number, id: number) => boolean;
  /** -1 for an unknown value. */
  readonly idOf: (value: string) => number;
}

/** See `Chunk`. */
export interface Columns {
  /** Above all paper numbers. */
  readonly size: number;
  readonly flags: Uint16Array;
  readonly added: Float64Array;
  readonly dates: Int32Array;
  readonly upvotes: Int32Array;
  readonly tags: ListColumn;
  readonly categories: ListColumn;
  /** Adds or replaces these chunks. */
  readonly update: (chunks: readonly Chunk[]) => void;
}

/** Empty columns. */
export function createColumns(): Columns {
  const tags = createListColumn();
  const categories = createListColumn();
  let size = 0;
  let capacity = 0;
  let flags = new Uint16Array(0);
  let added = new Float64Array(0);
  let dates = new Int32Array(0);
  let upvotes = new Int32Array(0);

  function reserve(needed: number): void {
    if (needed <= capacity) return;
    capacity = Math.max(needed, Math.ceil((capacity * 1.5) / CHUNK) * CHUNK);
    flags = copyInto(new Uint16Array(capacity), flags);
    added = copyInto(new Float64Array(capacity), added);
    dates = copyInto(new Int32Array(capacity), dates);
    upvotes = copyInto(new Int32Array(capacity), upvotes);
  }

  return {
    get size() {
      return size;
    },
    get flags() {
      return flags;
    },
    get added() {
      return added;
    },
    get dates() {
      return dates;
    },
    get upvotes() {
      return upvotes;
    },
    tags: tags.column,
    categories: categories.column,
    update(chunks) {
      const last = chunks.reduce((greatest, { chunk }) => Math.max(greatest, chunk), -1);
      reserve((last + 1) * CHUNK);
      size = Math.max(size, (last + 1) * CHUNK);
      for (const one of chunks) {
        const start = one.chunk * CHUNK;
        flags.set(one.flags, start);
        added.set(one.added, start);
        dates.set(one.dates, start);
        upvotes.set(one.upvotes, start);
        tags.update(one.chunk, one.tags);
        categories.update(one.chunk, one.categories);
      }
    },
  };
}

function copyInto<T extends Uint16Array | Float64Array | Int32Array>(target: T, source: T): T {
  target.set(source);
  return target;
}

function createListColumn() {
  const values: string[] = [];
  const ids = new Map<string, number>();
  /** For each chunk: the ids of its papers' values, and where those of each paper end. */
  const chunks: { ids: Uint32Array; ends: Uint32Array }[] = [];

  function addValue(value: string): number {
    const known = ids.get(value);
    if (known !== undefined) return known;
    ids.set(value, values.length);
    return values.push(value) - 1;
  }

  const column: ListColumn = {
    values,
    forEach(num, visit) {
      const chunk = chunks[Math.floor(num / CHUNK)];
      if (!chunk) return;
      const row = num % CHUNK;
      const end = chunk.ends[row] as number;
      for (let at = row === 0 ? 0 : (chunk.ends[row - 1] as number); at < end; at += 1) {
        visit(chunk.ids[at] as number);
      }
    },
    has(num, id) {
      let isFound = false;
      column.forEach(num, (one) => {
        isFound ||= one === id;
      });
      return isFound;
    },
    idOf: (value) => ids.get(value) ?? -1,
  };
  return {
    column,
    update(chunk: number, { words, places, ends }: PackedLists) {
      const idOfWord = words.map(addValue);
      chunks[chunk] = { ids: places.map((place) => idOfWord[place] as number), ends };
    },
  };
}
