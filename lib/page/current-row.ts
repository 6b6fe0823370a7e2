/** The row that keys act on: where it is, where the next is, and how the page shows it. */
import { isDecided, type PaperId } from '@/lib/paper';
import type { Row } from '@/lib/sites/site';
import { type PageState, type PageStore, shownState } from './store';
import { visibilityIn } from './summary';
import type { PageUiStore } from './ui';

const MARK = 'data-winnow-current';

/** The shown row after (1) or before (-1) `from`, or the first or last without one. No wrap. */
export function rowBeside(state: PageState, from: Row | null, step: 1 | -1): Row | null {
  return find(state, from, step, (row) => visibilityIn(state, row).as !== 'hidden');
}

/** The next row, around the end, about which nothing was decided; never another row of the same paper. */
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

/** The first row that is at least partly in the window; the first of all where none is. */
export function firstInView(state: PageState): Row | null {
  const inView = state.rows.find(({ elements: [element] }) => {
    const { bottom, height } = element.getBoundingClientRect();
    return height > 0 && bottom > 0;
  });
  return inView ?? rowBeside(state, null, 1);
}

/** Papers on the page, each counted once, about which nothing was decided. */
export function countUndecided(state: PageState): number {
  const left = new Set<PaperId>();
  for (const { id } of state.rows) if (!isDecided(shownState(state, id))) left.add(id);
  return left.size;
}

/**
 * Marks the current row on the page as long as it is there, and forgets it when it leaves. Returns
 * what takes the mark off and stops.
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
      // A page that was drawn anew has the paper still, in another row.
      ui.setState({ current: rows.find(({ id }) => id === current.id) ?? null });
    }),
  ];
  return () => {
    ui.setState({ current: null });
    for (const unsubscribe of unsubscribes) unsubscribe();
  };
}

/** Brings a row into view, with room around it, and nothing when it is there already. */
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
  window.scrollBy({ top: by, behavior: isFar || wantsNoMotion() ? 'instant' : 'smooth' });
}

/** Whether the user has asked for things to stand still rather than glide. */
export function wantsNoMotion(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
