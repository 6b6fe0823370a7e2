/**
 * Which line of a page's text is what. No line says so by itself: an abstract may be short and a
 * title may end with a full stop. So all lines are labelled at once, as it fits them best together
 * (the cheapest way through the lines, by Viterbi's algorithm): a title is followed by its abstract,
 * that by details or by the next title, and a page shows all its papers in the same way.
 */

import { costOf, lonelyCost, NEVER, PARTS, type Part, startCost, stepCost } from './label-costs';
import type { Line } from './line';
import { lookOf } from './page-look';

/** The part of each line, in their order. */
export function partsOf(lines: readonly Line[]): Part[] {
  const look = lookOf(lines);
  /** For each line and part, the part before it on the cheapest way there. */
  const ways: Int8Array[] = [];
  const [first] = lines;
  let costs = PARTS.map((part) => (first ? startCost(part, first) : NEVER));
  for (const [index, line] of lines.entries()) {
    const [second, before, after] = [lines[index - 2], lines[index - 1], lines[index + 1]];
    const spot = { line, after, before, second };
    const way = new Int8Array(PARTS.length).fill(-1);
    costs = PARTS.map((part, to) => {
      const own = costOf(part, spot, look);
      if (own === NEVER) return NEVER;
      if (index === 0) return (costs[to] as number) + own;
      let best = NEVER;
      for (const [from, cost] of costs.entries()) {
        const total = cost + stepCost(PARTS[from] as Part, part, spot, look);
        if (total < best) {
          best = total;
          way[to] = from;
        }
      }
      return best + own;
    });
    ways.push(way);
  }
  // A page hardly ends with a title of which nothing follows.
  const ends = costs.map((cost, part) =>
    PARTS[part] === 'title' || PARTS[part] === 'heading'
      ? cost + lonelyCost(undefined, lines.at(-2), undefined, look)
      : cost,
  );
  return backwards(ways, ends);
}

function backwards(ways: readonly Int8Array[], ends: readonly number[]): Part[] {
  let part = ends.indexOf(Math.min(...ends));
  const parts: Part[] = [];
  for (let index = ways.length - 1; index >= 0 && part >= 0; index--) {
    parts.push(PARTS[part] as Part);
    part = ways[index]?.[part] ?? -1;
  }
  return parts.reverse();
}
