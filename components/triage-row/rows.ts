/** Puts a control on every row of the page and keeps all of them up to date. */

import { inSlices } from '@/lib/page/slices';
import { type PageState, type PageStore, shownState } from '@/lib/page/store';
import type { PaperId } from '@/lib/paper';
import type { Row } from '@/lib/sites/site';
import { type Action, actionOf, type ControlView, createControl, renderControl } from './control';

const MARK = 'data-winnow';

export interface RowsView {
  /** Puts controls on new rows, and back on rows that lost theirs. */
  readonly attach: () => void;
  /** Takes everything off the page again. */
  readonly remove: () => void;
}

/** Where an action was asked for. */
export interface ActionEvent {
  readonly action: Action;
  readonly id: PaperId;
  readonly host: HTMLElement;
}

/** Shows the store's rows on the page; `onAction` hears the clicks on all controls. */
export function mountRows(
  document: Document,
  store: PageStore,
  onAction: (event: ActionEvent) => void,
): RowsView {
  const hosts = new Map<Row, HTMLElement>();
  const rowOf = new WeakMap<HTMLElement, Row>();
  let attaching = new AbortController();

  function attach(): void {
    attaching.abort();
    attaching = new AbortController();
    const { rows } = store.getState();
    const standing = new Set(rows);
    for (const row of hosts.keys()) if (!standing.has(row)) detach(row);
    void inSlices(rows, attaching.signal, attachRow);
  }

  function attachRow(row: Row): void {
    const known = hosts.get(row);
    const host = known ?? createControl(row.title);
    if (!known) {
      hosts.set(row, host);
      rowOf.set(host, row);
      host.dataset.place = placeOf(row);
      render(store.getState(), row);
    }
    if (host.isConnected) return;
    if (row.anchor.place === 'inside') row.anchor.element.append(host);
    else row.anchor.element.after(host);
  }

  function detach(row: Row): void {
    hosts.get(row)?.remove();
    hosts.delete(row);
    for (const element of row.elements) mark(element, []);
    if (row.cell) mark(row.cell, []);
  }

  function render(state: PageState, row: Row): void {
    const host = hosts.get(row);
    if (!host) return;
    const view = viewOf(state, row);
    renderControl(host, row.title, view);
    const isFilteredOut = state.matching !== null && !state.matching.has(row);
    for (const [index, element] of row.elements.entries()) {
      const marks = marksOf(row, view, index);
      mark(element, isFilteredOut && !row.cell ? [...marks, 'filtered'] : marks);
    }
    if (row.cell) mark(row.cell, isFilteredOut ? ['filtered'] : []);
  }

  const unsubscribe = store.subscribe((state, before) => {
    for (const row of hosts.keys()) if (looksDifferent(state, before, row)) render(state, row);
  });

  function onClick(event: Event): void {
    const found = actionOf(event);
    const row = found && rowOf.get(found.host);
    if (!row) return;
    event.preventDefault();
    event.stopPropagation();
    onAction({ ...found, id: row.id });
  }
  document.addEventListener('click', onClick, { capture: true });

  return {
    attach,
    remove() {
      attaching.abort();
      unsubscribe();
      document.removeEventListener('click', onClick, { capture: true });
      for (const row of [...hosts.keys()]) detach(row);
    },
  };
}

function viewOf(state: PageState, { id }: Row): ControlView {
  const shown = shownState(state, id);
  const failure = state.failures[id];
  const isWaiting = state.pending.some((one) => one.id === id);
  return {
    state: shown,
    isCollapsed: shown.dismissed && state.site?.kind === 'listing',
    message: state.outdated
      ? { kind: 'outdated', text: 'Winnow was updated. Reload this page.' }
      : failure !== undefined
        ? { kind: 'failure', text: `Not saved. ${failure}` }
        : isWaiting
          ? { kind: 'waiting', text: 'Not saved yet…' }
          : null,
  };
}

/** The words in the mark of a row's element; `page.css` says how they look. */
function marksOf(row: Row, view: ControlView, index: number): string[] {
  const marks: string[] = [];
  if (view.state.starred && index === row.elements.length - 1) marks.push('starred');
  if (view.isCollapsed) {
    marks.push('dismissed');
    if (index > 0) marks.push('gone');
    else if (row.elements.length === 1) marks.push('collapsed');
  }
  return marks;
}

function mark(element: Element, marks: readonly string[]): void {
  if (marks.length > 0) element.setAttribute(MARK, marks.join(' '));
  else element.removeAttribute(MARK);
}

function looksDifferent(state: PageState, before: PageState, row: Row): boolean {
  const { id } = row;
  return (
    state.saved[id] !== before.saved[id] ||
    state.failures[id] !== before.failures[id] ||
    state.outdated !== before.outdated ||
    state.site !== before.site ||
    state.matching?.has(row) !== before.matching?.has(row) ||
    (state.pending !== before.pending &&
      [...state.pending, ...before.pending].some((one) => one.id === id))
  );
}

/** How the control lies: after a heading, as the last block of a card, or in a line of text. */
function placeOf({ anchor }: Row): 'heading' | 'block' | 'inline' {
  if (anchor.place === 'after') return 'heading';
  return anchor.element.localName === 'article' ? 'block' : 'inline';
}
