/** Finds the papers with a word, reading only the blocks that the word can be in. */
import type { LibraryDatabase } from '../store/database';
import type { Block, BlockKey, Segment } from '../store/segment';
import {
  type BlockDirectory,
  blocksWithPrefix,
  blocksWithTerm,
  readDirectory,
} from './block-directory';
import { forEachTerm } from './blocks';
import { PREFIX_MARK, SHORT_PREFIX } from './paper-terms';
import { decodePostings, fieldsIn, MAX_WEIGHT, weightIn } from './postings';

/** Papers that match, and how well. Both arrays are indexed by paper number. */
export interface Matches {
  /** 1 for a match, else 0. */
  readonly nums: Uint8Array;
  readonly scores: Float32Array;
}

/** Reads the index as it was when opened. */
export interface IndexReader {
  /**
   * The papers with the word, or with a word that starts with it, in one of these fields (a union of
   * `FIELD_BITS`). @throws {Error} once another page has merged the segments away.
   */
  readonly find: (word: string, kind: 'whole' | 'prefix', fields: number) => Promise<Matches>;
}

/** What a longer word counts where a prefix was asked for; the word itself counts 1. */
const PREFIX_SCORE = 0.6;
/** Blocks cached between searches, so between keystrokes. */
const CACHED_BLOCKS = 256;

/** What is kept from one reader to the next. */
export interface IndexCache {
  readonly directories: Map<number, BlockDirectory>;
  readonly blocks: Map<string, Block>;
}

/** An empty cache. */
export function createIndexCache(): IndexCache {
  return { directories: new Map(), blocks: new Map() };
}

/** How much a term counts in a search; 0 if it does not match. */
type TermScore = (term: string) => number;

/**
 * `size` is above all paper numbers. `isCurrent` tells whether the index has a paper's newest texts;
 * all others are left out.
 */
export async function openIndexReader(
  db: LibraryDatabase,
  { directories, blocks }: IndexCache,
  segments: readonly Segment[],
  size: number,
  isCurrent: (num: number) => boolean,
): Promise<IndexReader> {
  await updateDirectories(db, directories, segments);
  const owners = findOwners(segments, size, isCurrent);
  const total = owners.reduce((count, owner) => count + (owner > 0 ? 1 : 0), 0);

  async function readBlocks(keys: readonly BlockKey[]): Promise<Block[]> {
    const missing = keys.filter((key) => !blocks.has(key.join()));
    const found = await db.postings.bulkGet(missing.map((key) => [...key]));
    for (const [at, key] of missing.entries()) {
      const block = found[at];
      if (!block) throw new Error('A part of the index is gone.');
      blocks.set(key.join(), block);
    }
    const wanted = keys.map((key) => blocks.get(key.join()) as Block);
    for (const key of blocks.keys()) {
      if (blocks.size <= CACHED_BLOCKS) break;
      blocks.delete(key);
    }
    return wanted;
  }

  /** Adds the papers in these blocks whose terms score. Rare terms count more (BM25's idf). */
  async function addMatches(
    matches: Matches,
    keys: readonly BlockKey[],
    scoreTerm: TermScore,
    fields: number,
  ): Promise<void> {
    const counts = new Map<string, number>();
    const hits: { block: Block; term: string; score: number; start: number; end: number }[] = [];
    for (const block of await readBlocks(keys)) {
      forEachTerm(block, (term, start, end, count) => {
        const score = scoreTerm(term);
        if (score === 0) return;
        counts.set(term, (counts.get(term) ?? 0) + count);
        hits.push({ block, term, score, start, end });
      });
    }
    for (const hit of hits) {
      const owner = hit.block.segment;
      const rarity = Math.log(1 + total / (counts.get(hit.term) as number));
      const factor = (hit.score * rarity) / MAX_WEIGHT;
      decodePostings(hit.block.bytes, hit.start, hit.end, (num, payload) => {
        if (owners[num] !== owner || (fieldsIn(payload) & fields) === 0) return;
        matches.nums[num] = 1;
        const score = factor * weightIn(payload);
        if (score > (matches.scores[num] as number)) matches.scores[num] = score;
      });
    }
  }

  return {
    async find(word, kind, fields) {
      const matches: Matches = { nums: new Uint8Array(size), scores: new Float32Array(size) };
      const all = [...directories.values()];
      const wholeWord: TermScore = (term) => (term === word ? 1 : 0);
      const wordKeys = all.flatMap((one) => blocksWithTerm(one, word));
      if (kind === 'whole') await addMatches(matches, wordKeys, wholeWord, fields);
      else if (word.length > SHORT_PREFIX) {
        const keys = all.flatMap((one) => blocksWithPrefix(one, word));
        const anyWord: TermScore = (term) =>
          term === word ? 1 : term.startsWith(word) ? PREFIX_SCORE : 0;
        await addMatches(matches, keys, anyWord, fields);
      } else {
        const prefix = PREFIX_MARK + word;
        const keys = all.flatMap((one) => blocksWithTerm(one, prefix));
        await addMatches(matches, keys, (term) => (term === prefix ? PREFIX_SCORE : 0), fields);
        await addMatches(matches, wordKeys, wholeWord, fields);
      }
      return matches;
    },
  };
}

/** Drops the directories of segments that are gone, and reads those of new ones. */
async function updateDirectories(
  db: LibraryDatabase,
  directories: IndexCache['directories'],
  segments: readonly Segment[],
): Promise<void> {
  const live = new Set(segments.map(({ id }) => id));
  for (const id of directories.keys()) if (!live.has(id)) directories.delete(id);
  const added = segments.filter(({ id }) => !directories.has(id));
  await Promise.all(added.map(async ({ id }) => directories.set(id, await readDirectory(db, id))));
}

/** For each paper number the segment that has its newest texts; 0 for none. */
function findOwners(
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
