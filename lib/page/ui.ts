/** What stands over a page for a while: the row that keys act on, the toast, the help. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { History } from '@/lib/protocol/acknowledgement';
import type { Row } from '@/lib/sites/site';
import type { Toast } from '@/lib/triage/toast';

interface PageUiState {
  /** The row that keys act on. */
  readonly current: Row | null;
  readonly toast: Toast | null;
  /** What undo and redo would do next, as was last heard. */
  readonly history: History;
  /** So many commands given here are not answered yet: `history` does not know of them. */
  readonly unanswered: number;
  readonly isHelpOpen: boolean;
  /** Whether the keyboard is to go to the filter box. */
  readonly isFilterAsked: boolean;
}

export type PageUiStore = StoreApi<PageUiState>;

export function createPageUi(): PageUiStore {
  return createStore<PageUiState>(() => ({
    current: null,
    toast: null,
    history: { undo: null, redo: null },
    unanswered: 0,
    isHelpOpen: false,
    isFilterAsked: false,
  }));
}
