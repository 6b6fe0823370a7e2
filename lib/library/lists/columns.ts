/** All of the catalogue in memory: each column one array over all papers, by their numbers. */
import { CHUNK, type Chunk } from '../store/chunk';
import type { Labels } from '../store/labels';

/** The words of all papers: the tags, or the categories. */
export interface Words {
  /** Each different word there is or was, by its id. */
  readonly list: readonly string[];
  /** Tells each id that a paper has. */
  readonly each: (num: number, tell: (id: number) => void) => void;
  readonly has: (num: number, id: number) => boolean;
  /** -1 where there is no such word. */
  readonly idOf: (word: string) => number;
}

export interface Columns {
  /** One more than the greatest number. */
  readonly size: number;
  readonly flags: Uint16Array;
  readonly added: Float64Array;
  readonly dates: Int32Array;
  readonly upvotes: Int32Array;
  readonly tags: Words;
  readonly categories: Words;
  readonly take: (chunks: readonly Chunk[]) => void;
}

export function createColumns(): Columns {
  const tags = createWords();
  const categories = createWords();
  let size = 0;
  let room = 0;
  let flags = new Uint16Array(0);
  let added = new Float64Array(0);
  let dates = new Int32Array(0);
  let upvotes = new Int32Array(0);

  function grow(wanted: number): void {
    if (wanted <= room) return;
    room = Math.max(wanted, Math.ceil((room * 1.5) / CHUNK) * CHUNK);
    flags = moved(flags, new Uint16Array(room));
    added = moved(added, new Float64Array(room));
    dates = moved(dates, new Int32Array(room));
    upvotes = moved(upvotes, new Int32Array(room));
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
    tags: tags.words,
    categories: categories.words,
    take(chunks) {
      const last = chunks.reduce((greatest, { chunk }) => Math.max(greatest, chunk), -1);
      grow((last + 1) * CHUNK);
      size = Math.max(size, (last + 1) * CHUNK);
      for (const one of chunks) {
        const start = one.chunk * CHUNK;
        flags.set(one.flags, start);
        added.set(one.added, start);
        dates.set(one.dates, start);
        upvotes.set(one.upvotes, start);
        tags.take(one.chunk, one.tags);
        categories.take(one.chunk, one.categories);
      }
    },
  };
}

function moved<T extends Uint16Array | Float64Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

function createWords() {
  const list: string[] = [];
  const ids = new Map<string, number>();
  /** Of each chunk: the ids of its papers' words, and where those of each paper end. */
  const placed: { ids: Uint32Array; ends: Uint32Array }[] = [];

  function idOf(word: string): number {
    const known = ids.get(word);
    if (known !== undefined) return known;
    ids.set(word, list.length);
    return list.push(word) - 1;
  }

  const words: Words = {
    list,
    each(num, tell) {
      const chunk = placed[Math.floor(num / CHUNK)];
      if (!chunk) return;
      const row = num % CHUNK;
      const end = chunk.ends[row] as number;
      for (let at = row === 0 ? 0 : (chunk.ends[row - 1] as number); at < end; at += 1) {
        tell(chunk.ids[at] as number);
      }
    },
    has(num, id) {
      let found = false;
      words.each(num, (one) => {
        found ||= one === id;
      });
      return found;
    },
    idOf: (word) => ids.get(word) ?? -1,
  };
  return {
    words,
    take(chunk: number, { words: its, places, ends }: Labels) {
      const global = its.map(idOf);
      placed[chunk] = { ids: places.map((place) => global[place] as number), ends };
    },
  };
}
