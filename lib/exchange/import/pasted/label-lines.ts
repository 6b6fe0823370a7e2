/**
 * Labels the lines of a page's text. No line says what it is: an abstract may be short, and a title
 * may end with a full stop. So all lines are labelled at once, by the cheapest sequence of labels
 * (using the Viterbi algorithm): a title is followed by its abstract, that by details or by the
 * next title, and a page shows all its papers in the same way.
 */

import {
  IMPOSSIBLE,
  LABELS,
  type Label,
  lineCost,
  missingAbstractCost,
  startCost,
  transitionCost,
} from './label-costs';
import type { Line } from './line';
import { analysePage } from './page-traits';

/** The label of each line. */
export function labelLines(lines: readonly Line[]): Label[] {
  const traits = analysePage(lines);
  /** For each line and label, the preceding label in the cheapest sequence; -1 if none. */
  const backPointers: Int8Array[] = [];
  const [first] = lines;
  let costs = LABELS.map((label) => (first ? startCost(label, first) : IMPOSSIBLE));
  for (const [index, line] of lines.entries()) {
    const context = {
      line,
      next: lines[index + 1],
      previous: lines[index - 1],
      beforePrevious: lines[index - 2],
    };
    const pointers = new Int8Array(LABELS.length).fill(-1);
    costs = LABELS.map((label, to) => {
      const own = lineCost(label, context, traits);
      if (own === IMPOSSIBLE) return IMPOSSIBLE;
      if (index === 0) return (costs[to] as number) + own;
      let best = IMPOSSIBLE;
      for (const [from, cost] of costs.entries()) {
        const total = cost + transitionCost(LABELS[from] as Label, label, context, traits);
        if (total < best) {
          best = total;
          pointers[to] = from;
        }
      }
      return best + own;
    });
    backPointers.push(pointers);
  }
  // A page hardly ever ends with a title and nothing after it.
  const totals = costs.map((cost, index) =>
    LABELS[index] === 'title' || LABELS[index] === 'titleMore'
      ? cost + missingAbstractCost(undefined, lines.at(-2), undefined, traits)
      : cost,
  );
  return traceBack(backPointers, totals);
}

function traceBack(backPointers: readonly Int8Array[], totals: readonly number[]): Label[] {
  let current = totals.indexOf(Math.min(...totals));
  const labels: Label[] = [];
  for (let index = backPointers.length - 1; index >= 0 && current >= 0; index--) {
    labels.push(LABELS[current] as Label);
    current = backPointers[index]?.[current] ?? -1;
  }
  return labels.reverse();
}
