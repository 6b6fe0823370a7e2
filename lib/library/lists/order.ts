/** The orders a list can have. Plain loops over arrays, as they run on every keystroke. */
import type { Columns } from './columns';

/** The numbers of all papers, sorted. */
export type Order = Uint32Array;

/** The latest added first; of papers added at the same time the greater number. */
export function orderByAdded({ size, added }: Columns): Order {
  return numbersBelow(size).sort((a, b) => (added[b] as number) - (added[a] as number) || b - a);
}

/** The greatest of `values`, by paper number, first; equal ones in the order `ties`. */
export function orderByValue(values: ArrayLike<number>, ties: Order): Order {
  const ranks = ranksIn(ties);
  return numbersBelow(ties.length).sort(
    (a, b) => (values[b] as number) - (values[a] as number) || compareRanks(ranks, a, b),
  );
}

/** By text, ascending by code units; `texts` by paper number, equal ones in the order `ties`. */
export function orderByText(texts: readonly string[], ties: Order): Order {
  const ranks = ranksIn(ties);
  return numbersBelow(ties.length).sort((a, b) => {
    const [one = '', other = ''] = [texts[a], texts[b]];
    return one < other ? -1 : one > other ? 1 : compareRanks(ranks, a, b);
  });
}

/** The numbers of the papers in a set, in this order. */
export function sortPapers(set: Uint8Array, order: Order): Uint32Array<ArrayBuffer> {
  const sorted = new Uint32Array(order.length);
  let count = 0;
  for (let at = 0; at < order.length; at += 1) {
    const num = order[at] as number;
    if (set[num] === 0) continue;
    sorted[count] = num;
    count += 1;
  }
  return sorted.slice(0, count);
}

/** Scores are sorted into this many buckets: much faster than comparing papers. */
const BUCKETS = 4_096;

/** The numbers of the papers in a set, the greatest score first, about equal ones in this order. */
export function sortByScore(
  set: Uint8Array,
  scores: Float32Array,
  order: Order,
): Uint32Array<ArrayBuffer> {
  const nums = sortPapers(set, order);
  let greatest = 0;
  for (let at = 0; at < nums.length; at += 1) {
    const score = scores[nums[at] as number] as number;
    if (score > greatest) greatest = score;
  }
  if (greatest === 0) return nums;
  const buckets = new Uint16Array(nums.length);
  const starts = new Uint32Array(BUCKETS + 1);
  for (let at = 0; at < nums.length; at += 1) {
    const score = scores[nums[at] as number] as number;
    const bucket = BUCKETS - 1 - Math.round((score / greatest) * (BUCKETS - 1));
    buckets[at] = bucket;
    starts[bucket + 1] = (starts[bucket + 1] as number) + 1;
  }
  for (let bucket = 1; bucket <= BUCKETS; bucket += 1) {
    starts[bucket] = (starts[bucket] as number) + (starts[bucket - 1] as number);
  }
  const sorted = new Uint32Array(nums.length);
  for (let at = 0; at < nums.length; at += 1) {
    const bucket = buckets[at] as number;
    const place = starts[bucket] as number;
    sorted[place] = nums[at] as number;
    starts[bucket] = place + 1;
  }
  return sorted;
}

function numbersBelow(size: number): Uint32Array {
  return Uint32Array.from({ length: size }, (_, num) => num);
}

/** The place of each number in an order, from 0. */
function ranksIn(order: Order): Uint32Array {
  const ranks = new Uint32Array(order.length);
  for (let at = 0; at < order.length; at += 1) ranks[order[at] as number] = at;
  return ranks;
}

function compareRanks(ranks: Uint32Array, a: number, b: number): number {
  return (ranks[a] as number) - (ranks[b] as number);
}
