/** The orders that lists can have. Plain loops over arrays: they run for each key that is pressed. */
import type { Columns } from './columns';

/** The numbers of all papers in an order. */
export type Order = Uint32Array;

/** The last added first; of those added at once the later number. */
export function orderByAdded({ size, added }: Columns): Order {
  return numbers(size).sort((a, b) => (added[b] as number) - (added[a] as number) || b - a);
}

/** The greatest value first, else as `tie` has them. */
export function orderByValue(values: ArrayLike<number>, tie: Order): Order {
  const ranks = ranksIn(tie);
  return numbers(tie.length).sort(
    (a, b) => (values[b] as number) - (values[a] as number) || before(ranks, a, b),
  );
}

/** By the alphabet, else as `tie` has them. */
export function orderByText(texts: readonly string[], tie: Order): Order {
  const ranks = ranksIn(tie);
  return numbers(tie.length).sort((a, b) => {
    const [one = '', other = ''] = [texts[a], texts[b]];
    return one < other ? -1 : one > other ? 1 : before(ranks, a, b);
  });
}

/** The papers of a set, in this order. */
export function inOrder(nums: Uint8Array, order: Order): Uint32Array<ArrayBuffer> {
  const found = new Uint32Array(order.length);
  let count = 0;
  for (let at = 0; at < order.length; at += 1) {
    const num = order[at] as number;
    if (nums[num] === 0) continue;
    found[count] = num;
    count += 1;
  }
  return found.slice(0, count);
}

/** So many steps of a score are told apart: papers are put into one basket each, not compared. */
const STEPS = 4_096;

/** The papers of a set, the greatest score first, else in this order. */
export function byScore(
  nums: Uint8Array,
  scores: Float32Array,
  order: Order,
): Uint32Array<ArrayBuffer> {
  const found = inOrder(nums, order);
  let greatest = 0;
  for (let at = 0; at < found.length; at += 1) {
    const score = scores[found[at] as number] as number;
    if (score > greatest) greatest = score;
  }
  if (greatest === 0) return found;
  const baskets = new Uint16Array(found.length);
  const starts = new Uint32Array(STEPS + 1);
  for (let at = 0; at < found.length; at += 1) {
    const score = scores[found[at] as number] as number;
    const basket = STEPS - 1 - Math.round((score / greatest) * (STEPS - 1));
    baskets[at] = basket;
    starts[basket + 1] = (starts[basket + 1] as number) + 1;
  }
  for (let step = 1; step <= STEPS; step += 1) {
    starts[step] = (starts[step] as number) + (starts[step - 1] as number);
  }
  const sorted = new Uint32Array(found.length);
  for (let at = 0; at < found.length; at += 1) {
    const basket = baskets[at] as number;
    const place = starts[basket] as number;
    sorted[place] = found[at] as number;
    starts[basket] = place + 1;
  }
  return sorted;
}

function numbers(size: number): Uint32Array {
  return Uint32Array.from({ length: size }, (_, num) => num);
}

/** Where each number comes, from 0. */
function ranksIn(order: Order): Uint32Array {
  const ranks = new Uint32Array(order.length);
  for (let at = 0; at < order.length; at += 1) ranks[order[at] as number] = at;
  return ranks;
}

function before(ranks: Uint32Array, a: number, b: number): number {
  return (ranks[a] as number) - (ranks[b] as number);
}
