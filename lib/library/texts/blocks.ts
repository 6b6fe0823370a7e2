/** Packs the postings of many terms into blocks, and reads the terms of a block. */

import type { Block } from '../store/segment';
import { encodePostings, type Postings } from './postings';

/** Approximate size of a block. Browsers store values of up to 64 kB inline with the table. */
const BLOCK_BYTES = 16_384;
/** Papers in one part of a term too common for a single block; each takes two or three bytes. */
const PART_PAPERS = 16_384;

export interface BlockBuilder {
  /** Terms must be added in ascending order. */
  readonly add: (term: string, postings: Postings) => void;
  /** Removes and returns the blocks that are full. */
  readonly takeFull: () => Block[];
  /** Closes the last block, then removes and returns all. */
  readonly takeAll: () => Block[];
}

/** Builds the blocks of one segment. */
export function createBlockBuilder(segment: number): BlockBuilder {
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

  function append(term: string, postings: Postings): void {
    encodePostings(postings, bytes);
    terms.push(term);
    counts.push(postings.nums.length);
    ends.push(bytes.length);
  }

  function takeFull(): Block[] {
    const taken = full;
    full = [];
    return taken;
  }

  return {
    add(term, postings) {
      const { nums, payloads } = postings;
      if (nums.length <= PART_PAPERS) {
        append(term, postings);
        if (bytes.length >= BLOCK_BYTES) close();
        return;
      }
      close();
      for (let start = 0; start < nums.length; start += PART_PAPERS) {
        const end = start + PART_PAPERS;
        append(term, { nums: nums.slice(start, end), payloads: payloads.slice(start, end) });
        close(start / PART_PAPERS);
      }
    },
    takeFull,
    takeAll() {
      close();
      return takeFull();
    },
  };
}

/** Visits each term of a block: where its postings lie in `bytes`, and in how many papers it is. */
export function forEachTerm(
  block: Block,
  visit: (term: string, start: number, end: number, count: number) => void,
): void {
  let start = 0;
  for (const [at, term] of block.terms.split('\n').entries()) {
    const end = block.ends[at] as number;
    visit(term, start, end, block.counts[at] as number);
    start = end;
  }
}
