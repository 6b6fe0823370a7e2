/** What is laid over a page: the mark of the current row, the toast, the help. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { History } from '@/lib/protocol/acknowledgement';
import type { Row } from '@/lib/sites/site';
import type { Toast } from '@/lib/triage/toast';

interface PageUiState {
  /** The row that keys act on. */
  readonly current: Row | null;
  readonly toast: Toast | null;
  /** What undo and redo would do next, as last heard. */
  readonly history: History;
  /** Commands sent from here without an answer yet; `history` does not know of them. */
  readonly unanswered: number;
  readonly isHelpOpen: boolean;
  /** Whether the filter box is to take the focus. */
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
