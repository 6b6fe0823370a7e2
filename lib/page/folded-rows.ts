/** Remembers which rows were folded when the page is left, so that they can be before it is next painted. */
import type { PaperId } from '@/lib/paper';
import {
  type FoldedPages,
  type FoldedRow,
  type FoldedRows,
  withFolded,
} from '@/lib/settings/folded-pages';
import { foldedPages } from '@/lib/settings/settings';
import type { PageState, PageStore } from './store';
import { visibilityIn } from './summary';

/** On elements that were folded before anything was known of the page but what is remembered. */
export const EARLY_MARK = 'data-winnow-early';

/** Returns a function that stops it. */
export function rememberFolded(store: PageStore): () => void {
  let pages: FoldedPages = [];
  const take = (known: FoldedPages) => {
    pages = known;
  };
  void foldedPages.getValue().then(take);
  const stopFollowing = foldedPages.watch(take);
  const stopping = new AbortController();

  function remember(): void {
    const state = store.getState();
    if (state.site?.kind !== 'listing' || state.rows.length === 0) return;
    if (document.querySelector(`[${EARLY_MARK}]`)) return; // left before the library answered
    const next = withFolded(pages, document.location.href, foldedIn(state));
    if (JSON.stringify(next) !== JSON.stringify(pages)) void foldedPages.setValue(next);
  }
  window.addEventListener('pagehide', remember, { signal: stopping.signal });

  return () => {
    stopping.abort();
    stopFollowing();
  };
}

/** The rows that are folded or hidden for good: a filter is gone when the page is next opened. */
function foldedIn(state: PageState): FoldedRows {
  const unfiltered = { ...state, matching: null };
  const folded = new Map<PaperId, FoldedRow | null>();
  for (const row of state.rows) {
    const visibility = visibilityIn(unfiltered, row);
    const isFolded = visibility.as !== 'shown' && visibility.reason.kind !== 'filter';
    const here = isFolded ? { as: visibility.as, why: visibility.reason.kind } : null;
    const isOther =
      folded.has(row.id) && JSON.stringify(folded.get(row.id)) !== JSON.stringify(here);
    folded.set(row.id, isOther ? null : here); // two rows of a paper that differ are left alone
  }
  return Object.fromEntries([...folded].flatMap(([id, row]) => (row ? [[id, row]] : [])));
}
