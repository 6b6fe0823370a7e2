/** Sets of papers with a score each, as a search puts them together. */
import type { Matches } from '../texts/index-reader';

/** Indexed by paper number; 0 for papers that are not in the set. */
export type PaperSet = Uint8Array;

/** An empty set; `size` is above all paper numbers. */
export function noMatches(size: number): Matches {
  return { nums: new Uint8Array(size), scores: new Float32Array(size) };
}

/** The papers in `within` that meet a condition; their scores are 0. */
export function select(within: PaperSet, isMatch: (num: number) => boolean): Matches {
  const matches = noMatches(within.length);
  for (let num = 0; num < within.length; num += 1) {
    if (within[num] && isMatch(num)) matches.nums[num] = 1;
  }
  return matches;
}

/** Adds a paper. Of two scores the greater counts. */
export function addMatch({ nums, scores }: Matches, num: number, score: number): void {
  nums[num] = 1;
  scores[num] = Math.max(scores[num] as number, score);
}

/** Adds the other papers, or those of them that are in `within`. */
export function addMatches(matches: Matches, others: Matches, within?: PaperSet): void {
  for (let num = 0; num < others.nums.length; num += 1) {
    if (!others.nums[num] || (within && !within[num])) continue;
    addMatch(matches, num, others.scores[num] as number);
  }
}

/** The papers in both sets, with the sum of their scores. */
export function intersect(one: Matches, other: Matches): Matches {
  const both = noMatches(one.nums.length);
  for (let num = 0; num < one.nums.length; num += 1) {
    if (!one.nums[num] || !other.nums[num]) continue;
    both.nums[num] = 1;
    both.scores[num] = (one.scores[num] as number) + (other.scores[num] as number);
  }
  return both;
}
