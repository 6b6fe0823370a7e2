/** The orders that lists can have. */
import type { Columns } from './columns';

/** All papers in an order: where each number comes, from 0. */
export type Ranks = Uint32Array;

/** The last added first; of those added at once the later number. */
export function ranksByAdded({ size, added }: Columns): Ranks {
  const nums = numbers(size).sort((a, b) => (added[b] as number) - (added[a] as number) || b - a);
  return ranksOf(nums);
}

/** The greatest value first, else as `tie` has them. */
export function ranksByValue(size: number, values: ArrayLike<number>, tie: Ranks): Ranks {
  const nums = numbers(size);
  nums.sort((a, b) => (values[b] as number) - (values[a] as number) || before(tie, a, b));
  return ranksOf(nums);
}

/** By the alphabet, else as `tie` has them. */
export function ranksByText(texts: readonly string[], tie: Ranks): Ranks {
  const nums = numbers(tie.length);
  nums.sort((a, b) => {
    const [one = '', other = ''] = [texts[a], texts[b]];
    return one < other ? -1 : one > other ? 1 : before(tie, a, b);
  });
  return ranksOf(nums);
}

/** The papers of a set, in this order. */
export function inOrder(nums: Uint8Array, ranks: Ranks): Uint32Array<ArrayBuffer> {
  const placed = new Int32Array(ranks.length).fill(-1);
  let count = 0;
  for (let num = 0; num < ranks.length; num += 1) {
    if (!nums[num]) continue;
    placed[ranks[num] as number] = num;
    count += 1;
  }
  const found = new Uint32Array(count);
  let at = 0;
  for (const num of placed) {
    if (num < 0) continue;
    found[at] = num;
    at += 1;
  }
  return found;
}

/** So many steps of a score are told apart: papers are put into one basket each, not compared. */
const STEPS = 4_096;

/** The papers of a set, the greatest score first, else in this order. */
export function byScore(
  nums: Uint8Array,
  scores: Float32Array,
  ranks: Ranks,
): Uint32Array<ArrayBuffer> {
  const found = inOrder(nums, ranks);
  let greatest = 0;
  for (const num of found) greatest = Math.max(greatest, scores[num] as number);
  if (greatest === 0) return found;
  const basketOf = (num: number) =>
    STEPS - 1 - Math.round(((scores[num] as number) / greatest) * (STEPS - 1));
  const starts = new Uint32Array(STEPS + 1);
  for (const num of found) {
    const next = basketOf(num) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  for (let step = 1; step <= STEPS; step += 1) {
    starts[step] = (starts[step] as number) + (starts[step - 1] as number);
  }
  const sorted = new Uint32Array(found.length);
  for (const num of found) {
    const basket = basketOf(num);
    const place = starts[basket] as number;
    sorted[place] = num;
    starts[basket] = place + 1;
  }
  return sorted;
}

function numbers(size: number): Uint32Array {
  return Uint32Array.from({ length: size }, (_, num) => num);
}

function ranksOf(order: Uint32Array): Ranks {
  const ranks = new Uint32Array(order.length);
  for (let at = 0; at < order.length; at += 1) ranks[order[at] as number] = at;
  return ranks;
}

function before(ranks: Ranks, a: number, b: number): number {
  return (ranks[a] as number) - (ranks[b] as number);
}
