import type { Row } from '@/lib/sites/site';
import { prefersReducedMotion } from './current-row';
import type { PageState } from './store';
import { visibilityIn } from './summary';

/** The next (1) or previous (-1) row that the filter or else a highlighting rule matches; wraps around. */
export function nextMatch(state: PageState, from: Row | null, step: 1 | -1): Row | null {
  const matches = state.rows.filter((row) => {
    if (visibilityIn(state, row).as !== 'shown') return false;
    return state.matching ? state.matching.has(row) : isHighlighted(state, row);
  });
  if (matches.length === 0) return null;
  const order = new Map(state.rows.map((row, index) => [row, index]));
  const here = (from && order.get(from)) ?? (step === 1 ? -1 : state.rows.length);
  const place = (row: Row) => order.get(row) ?? -1;
  const ahead =
    step === 1
      ? matches.find((row) => place(row) > here)
      : matches.findLast((row) => place(row) < here);
  return ahead ?? matches.at(step === 1 ? 0 : -1) ?? null;
}

function isHighlighted({ hits, rules }: PageState, row: Row): boolean {
  return (hits.get(row) ?? []).some((index) => rules[index]?.action === 'highlight');
}

/** Scrolls a row to the middle of the window. */
export function jumpTo({ elements }: Row): void {
  elements[0].scrollIntoView({
    block: 'center',
    behavior: prefersReducedMotion() ? 'instant' : 'smooth',
  });
}
