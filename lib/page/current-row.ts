/** The row that keys act on: which one is next, how it is marked, how it comes into view. */
import { isDecided, type PaperId } from '@/lib/paper';
import type { Row } from '@/lib/sites/site';
import { type PageState, type PageStore, shownState } from './store';
import { visibilityIn } from './summary';
import type { PageUiStore } from './ui';

const MARK = 'data-winnow-current';

/** The next (1) or previous (-1) visible row; without `from`, the first or last. Does not wrap around. */
export function rowBeside(state: PageState, from: Row | null, step: 1 | -1): Row | null {
  return find(state, from, step, (row) => visibilityIn(state, row).as !== 'hidden');
}

/** The next undecided row, wrapping around; never another row of the same paper. */
export function nextUndecided(state: PageState, from: Row): Row | null {
  const isWanted = (row: Row) =>
    row.id !== from.id &&
    visibilityIn(state, row).as === 'shown' &&
    !isDecided(shownState(state, row.id));
  return find(state, from, 1, isWanted) ?? find(state, null, 1, isWanted);
}

function find(
  { rows }: PageState,
  from: Row | null,
  step: 1 | -1,
  isWanted: (row: Row) => boolean,
): Row | null {
  const here = from ? rows.indexOf(from) : -1;
  const start = here >= 0 ? here + step : step === 1 ? 0 : rows.length - 1;
  for (let index = start; index >= 0 && index < rows.length; index += step) {
    const row = rows[index];
    if (row && isWanted(row)) return row;
  }
  return null;
}

/** The first row that is at least partly in the window; the first visible row where none is. */
export function firstInView(state: PageState): Row | null {
  const inView = state.rows.find(({ elements: [element] }) => {
    const { bottom, height } = element.getBoundingClientRect();
    return height > 0 && bottom > 0;
  });
  return inView ?? rowBeside(state, null, 1);
}

/** How many papers on the page are undecided; each counts once. */
export function countUndecided(state: PageState): number {
  const left = new Set<PaperId>();
  for (const { id } of state.rows) if (!isDecided(shownState(state, id))) left.add(id);
  return left.size;
}

/**
 * Marks the current row for as long as it is on the page. Returns a function that removes the mark
 * and stops.
 */
export function showCurrentRow(store: PageStore, ui: PageUiStore): () => void {
  const unsubscribes = [
    ui.subscribe(({ current }, before) => {
      if (current === before.current) return;
      for (const element of before.current?.elements ?? []) element.removeAttribute(MARK);
      for (const element of current?.elements ?? []) element.setAttribute(MARK, '');
    }),
    store.subscribe(({ rows }, before) => {
      const { current } = ui.getState();
      if (rows === before.rows || !current || rows.includes(current)) return;
      // The page may have drawn the paper anew, in another row.
      ui.setState({ current: rows.find(({ id }) => id === current.id) ?? null });
    }),
  ];
  return () => {
    ui.setState({ current: null });
    for (const unsubscribe of unsubscribes) unsubscribe();
  };
}

/** Scrolls a row into view, with room around it, unless it is there already. */
export function scrollToRow({ elements }: Row): void {
  const { innerHeight } = window;
  const { top } = elements[0].getBoundingClientRect();
  const { bottom } = (elements.at(-1) ?? elements[0]).getBoundingClientRect();
  const margin = Math.min(96, innerHeight / 6);
  const isInView = top >= margin && bottom <= innerHeight - margin;
  if (isInView) return;
  const isLong = bottom - top > innerHeight - 2 * margin;
  const by = top < margin || isLong ? top - margin : bottom - innerHeight + margin;
  const isFar = Math.abs(by) > 2 * innerHeight; // gliding over hundreds of rows helps nobody
  window.scrollBy({ top: by, behavior: isFar || prefersReducedMotion() ? 'instant' : 'smooth' });
}

/** Whether the user prefers reduced motion. */
export function prefersReducedMotion(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
