/** Finds the papers with a word, reading only the blocks that the word can be in. */
import type { LibraryDatabase } from '../store/database';
import type { Block, BlockKey, Segment } from '../store/segment';
import { eachTerm } from './blocks';
import { blocksFrom, blocksWith, type Directory, readDirectory } from './directory';
import { BEGINNING, SHORT } from './paper-words';
import { decode, fieldsIn, MAX_WEIGHT, weightIn } from './postings';

/** Papers with a word, and how much each is about it. */
interface Hits {
  readonly nums: Uint8Array;
  readonly scores: Float32Array;
}

/** One state of the index. It stays as it is until its segments are merged away. */
export interface Lookup {
  /** The papers that have the word, whole or as a beginning, in one of these fields. */
  readonly find: (word: string, kind: 'whole' | 'beginning', fields: number) => Promise<Hits>;
}

/** What a word counts that only begins as asked. */
const BEGUN = 0.6;
/** Blocks that are kept from one keystroke to the next. */
const BLOCKS_KEPT = 256;

export type Caches = ReturnType<typeof createCaches>;

/** What is kept while segments come and go. */
export function createCaches() {
  return { directories: new Map<number, Directory>(), blocks: new Map<string, Block>() };
}

/** `isCurrent` says of which papers the index has the texts as they are; `size` goes beyond them all. */
export async function openLookup(
  db: LibraryDatabase,
  { directories, blocks }: Caches,
  segments: readonly Segment[],
  size: number,
  isCurrent: (num: number) => boolean,
): Promise<Lookup> {
  const live = new Set(segments.map(({ id }) => id));
  for (const id of directories.keys()) if (!live.has(id)) directories.delete(id);
  const unknown = segments.filter(({ id }) => !directories.has(id));
  await Promise.all(
    unknown.map(async ({ id }) => directories.set(id, await readDirectory(db, id))),
  );
  const owners = ownersOf(segments, size, isCurrent);
  const total = owners.reduce((count, owner) => count + (owner > 0 ? 1 : 0), 0);

  async function read(keys: readonly BlockKey[]): Promise<Block[]> {
    const missing = keys.filter((key) => !blocks.has(key.join()));
    const found = await db.postings.bulkGet(missing.map((key) => [...key]));
    for (const [at, key] of missing.entries()) {
      const block = found[at];
      if (!block) throw new Error('A part of the index is gone.'); // merged away by another page
      blocks.set(key.join(), block);
    }
    const wanted = keys.map((key) => blocks.get(key.join()) as Block);
    for (const key of blocks.keys()) {
      if (blocks.size <= BLOCKS_KEPT) break;
      blocks.delete(key);
    }
    return wanted;
  }

  async function add(hits: Hits, keys: readonly BlockKey[], isIt: Selector, fields: number) {
    const counts = new Map<string, number>();
    const found: { block: Block; term: string; share: number; start: number; end: number }[] = [];
    for (const block of await read(keys)) {
      eachTerm(block, (term, start, end, count) => {
        const share = isIt(term);
        if (share === 0) return;
        counts.set(term, (counts.get(term) ?? 0) + count);
        found.push({ block, term, share, start, end });
      });
    }
    for (const { block, term, share, start, end } of found) {
      const owner = block.segment;
      const rarity = Math.log(1 + total / (counts.get(term) as number));
      const worth = (share * rarity) / MAX_WEIGHT;
      decode(block.bytes, start, end, (num, sign) => {
        if (owners[num] !== owner || (fieldsIn(sign) & fields) === 0) return;
        hits.nums[num] = 1;
        const score = worth * weightIn(sign);
        if (score > (hits.scores[num] as number)) hits.scores[num] = score;
      });
    }
  }

  return {
    async find(word, kind, fields) {
      const hits: Hits = { nums: new Uint8Array(size), scores: new Float32Array(size) };
      const all = [...directories.values()];
      const isWord: Selector = (term) => (term === word ? 1 : 0);
      const whole = all.flatMap((one) => blocksWith(one, word));
      if (kind === 'whole') await add(hits, whole, isWord, fields);
      else if (word.length > SHORT) {
        const begun: Selector = (term) => (term === word ? 1 : term.startsWith(word) ? BEGUN : 0);
        await add(
          hits,
          all.flatMap((one) => blocksFrom(one, word)),
          begun,
          fields,
        );
      } else {
        const list = BEGINNING + word;
        const keys = all.flatMap((one) => blocksWith(one, list));
        await add(hits, keys, (term) => (term === list ? BEGUN : 0), fields);
        await add(hits, whole, isWord, fields);
      }
      return hits;
    },
  };
}

/** How much a term counts in a search; 0 is not at all. */
type Selector = (term: string) => number;

/** For each paper the segment that has its texts; 0 for none. */
function ownersOf(
  segments: readonly Segment[],
  size: number,
  isCurrent: (num: number) => boolean,
): Uint32Array {
  const owners = new Uint32Array(size);
  for (const { id, nums } of [...segments].sort((a, b) => a.id - b.id)) {
    for (const num of nums) if (num < size && isCurrent(num)) owners[num] = id;
  }
  return owners;
}
