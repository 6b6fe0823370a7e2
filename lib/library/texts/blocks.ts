/** Cuts the postings of ascending terms into blocks, and takes them out again. */

import type { Block } from '../store/segment';
import { encode, type Postings } from './postings';

/** Bytes that a block has about. Browsers keep values of up to 64 kB with the rest of a table. */
const BLOCK = 16_384;
/** Papers to a part: two or three bytes each where so many have the word. */
const PART = 16_384;

export interface Blocks {
  readonly add: (term: string, postings: Postings) => void;
  /** The blocks that are full, once; with `all`, also the last one. */
  readonly take: (all?: boolean) => Block[];
}

/** Terms are to be added in ascending order. */
export function createBlocks(segment: number): Blocks {
  let full: Block[] = [];
  let terms: string[] = [];
  let counts: number[] = [];
  let ends: number[] = [];
  let bytes: number[] = [];

  function close(part = 0): void {
    const [term] = terms;
    if (term === undefined) return;
    full.push({
      ...{ segment, term, part, terms: terms.join('\n') },
      ...{ counts: Uint32Array.from(counts), ends: Uint32Array.from(ends) },
      bytes: Uint8Array.from(bytes),
    });
    terms = [];
    counts = [];
    ends = [];
    bytes = [];
  }

  function put(term: string, postings: Postings): void {
    encode(postings, bytes);
    terms.push(term);
    counts.push(postings.nums.length);
    ends.push(bytes.length);
  }

  return {
    add(term, postings) {
      const { nums, signs } = postings;
      if (nums.length <= PART) {
        put(term, postings);
        if (bytes.length >= BLOCK) close();
        return;
      }
      close();
      for (let start = 0; start < nums.length; start += PART) {
        const end = start + PART;
        put(term, { nums: nums.slice(start, end), signs: signs.slice(start, end) });
        close(start / PART);
      }
    },
    take(all = false) {
      if (all) close();
      const taken = full;
      full = [];
      return taken;
    },
  };
}

/** Tells each term of a block, with where its postings are. */
export function eachTerm(
  block: Block,
  tell: (term: string, start: number, end: number, count: number) => void,
): void {
  let start = 0;
  for (const [at, term] of block.terms.split('\n').entries()) {
    const end = block.ends[at] as number;
    tell(term, start, end, block.counts[at] as number);
    start = end;
  }
}
