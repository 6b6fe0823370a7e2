/** What rows say about earlier visits. */
import type { PaperId } from '@/lib/paper';
import { isNew, isSeen, type PageState } from './store';

/**
 * Whether a row says that its paper is new or was seen before. On a first visit none does, nor where
 * all were seen: it would tell nothing apart.
 */
export function visitMarkOf(state: PageState, id: PaperId): 'new' | 'seen' | null {
  if (isNew(state, id)) return 'new';
  return isSeen(state, id) && hasNew(state) ? 'seen' : null;
}

let known: (Pick<PageState, 'rows' | 'visits'> & { readonly hasNew: boolean }) | null = null;

/** Whether any paper on the page is new. Asked for every row, so the last answer is kept. */
function hasNew(state: PageState): boolean {
  const { rows, visits } = state;
  if (known?.rows !== rows || known.visits !== visits) {
    known = { rows, visits, hasNew: rows.some(({ id }) => isNew(state, id)) };
  }
  return known.hasNew;
}
