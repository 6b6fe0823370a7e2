/** What a page is doing: its rows, the states they show, the filter. Never a copy of the library. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { applyChange, type Change, type OperationId, type States } from '@/lib/command';
import { matcherOf } from '@/lib/keywords/words';
import { type PaperId, type TriageState, UNDECIDED } from '@/lib/paper';
import type { Row, Site } from '@/lib/sites/site';

/** A change shown already and not yet acknowledged. */
interface Pending {
  readonly op: OperationId;
  readonly id: PaperId;
  readonly change: Change;
}

export interface PageState {
  /** `null` while the address is no page with papers. */
  readonly site: Site | null;
  /** In page order. */
  readonly rows: readonly Row[];
  /** Entries that could not be read and were left alone. */
  readonly unreadable: number;
  /** As the library last said. */
  readonly saved: States;
  readonly pending: readonly Pending[];
  /** Why the last change of a paper was not saved, in words for the user. */
  readonly failures: Readonly<Record<PaperId, string>>;
  readonly filter: string;
  /** The rows that match the filter; `null` without one. */
  readonly matching: ReadonlySet<Row> | null;
  /** The paper whose tags are being edited, and the control that this was asked from. */
  readonly tagging: { readonly id: PaperId; readonly control: HTMLElement } | null;
  /** The extension was updated or removed: this page must be loaded again. */
  readonly outdated: boolean;
}

export type PageStore = StoreApi<PageState>;

export function createPageStore(): PageStore {
  return createStore<PageState>(() => ({
    site: null,
    rows: [],
    unreadable: 0,
    saved: {},
    pending: [],
    failures: {},
    filter: '',
    matching: null,
    tagging: null,
    outdated: false,
  }));
}

/** The state to show: as saved, with what is on its way. */
export function shownState({ saved, pending }: PageState, id: PaperId): TriageState {
  const waiting = pending.filter((one) => one.id === id);
  return waiting.reduce((state, { change }) => applyChange(state, change), saved[id] ?? UNDECIDED);
}

/** Takes the rows of a new scan, keeping the filter on them. */
export function setRows(
  store: PageStore,
  found: Pick<PageState, 'site' | 'rows' | 'unreadable'>,
): void {
  store.setState(({ filter }) => ({ ...found, matching: matchingRows(found.rows, filter) }));
}

/** Narrows the page to the rows that match; the empty filter shows all. */
export function setFilter(store: PageStore, filter: string): void {
  store.setState(({ rows }) => ({ filter, matching: matchingRows(rows, filter) }));
}

function matchingRows(rows: readonly Row[], filter: string): ReadonlySet<Row> | null {
  if (filter.trim() === '') return null;
  const matches = matcherOf(filter);
  return new Set(
    rows.filter((row) => {
      const paper = row.read();
      return matches([paper.title, paper.abstract ?? '', ...paper.authors, ...paper.categories]);
    }),
  );
}
