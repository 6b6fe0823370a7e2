/** Puts a control on every row of the page and keeps all of them up to date. */

import { t } from '@/lib/i18n';
import { inSlices } from '@/lib/page/slices';
import type { Reason, Standing } from '@/lib/page/standing';
import { isNew, type PageState, type PageStore, shownState } from '@/lib/page/store';
import { standingIn, textOf } from '@/lib/page/summary';
import type { PaperId } from '@/lib/paper';
import type { Row } from '@/lib/sites/site';
import { foldableAbstract, renderAbstract } from './abstract';
import { type Action, actionOf, type ControlView, createControl, renderControl } from './control';

const MARK = 'data-winnow';

/** Asked for at once: a page that Winnow has left behind is given no texts any more. */
const OUTDATED = t('rowOutdated');

export interface RowsView {
  /** Puts controls on new rows, and back on rows that lost theirs. Resolves when all have theirs. */
  readonly attach: () => Promise<void>;
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

  function attach(): Promise<void> {
    attaching.abort();
    attaching = new AbortController();
    const { rows } = store.getState();
    const standing = new Set(rows);
    for (const row of hosts.keys()) if (!standing.has(row)) detach(row);
    return inSlices(rows, attaching.signal, attachRow);
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
    renderAbstract(row, null);
    for (const element of row.elements) mark(element, []);
    if (row.cell) mark(row.cell, []);
  }

  function render(state: PageState, row: Row): void {
    const host = hosts.get(row);
    if (!host) return;
    const standing = standingIn(state, row);
    const view = viewOf(state, row, standing);
    renderControl(host, row.title, view);
    const isHidden = standing.as === 'hidden' && state.site?.kind === 'listing';
    for (const [index, element] of row.elements.entries()) {
      const marks = marksOf(row, view, index);
      mark(element, isHidden && !row.cell ? [...marks, 'hidden'] : marks);
    }
    if (row.cell) mark(row.cell, isHidden ? ['hidden'] : []);
    renderAbstract(row, view.isUnfolded ? foldableAbstract(state, row) : null);
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

function viewOf(state: PageState, row: Row, standing: Standing): ControlView {
  const { id } = row;
  const isListing = state.site?.kind === 'listing';
  return {
    state: shownState(state, id),
    line: isListing && standing.as === 'line' ? lineOf(state, standing.reason) : null,
    visit: isListing ? visitOf(state, id) : null,
    isUnfolded: foldableAbstract(state, row) === null ? null : state.unfolded.has(id),
    message: messageOf(state, id),
  };
}

function lineOf(state: PageState, reason: Reason): ControlView['line'] {
  const text = textOf(state, reason);
  return {
    text: text.charAt(0).toUpperCase() + text.slice(1),
    action: reason.kind === 'dismissed' ? 'undo' : 'show',
  };
}

/** Nothing is said on a first visit, where all would be new. */
function visitOf(state: PageState, id: PaperId): ControlView['visit'] {
  if (state.visits.lastVisit === null) return null;
  return isNew(state, id) ? 'new' : 'seen';
}

function messageOf(state: PageState, id: PaperId): ControlView['message'] {
  if (state.outdated) return { kind: 'outdated', text: OUTDATED };
  const failure = state.failures[id];
  if (failure !== undefined) return { kind: 'failure', text: t('notSaved', failure) };
  const isWaiting = state.pending.some((one) => one.id === id && one.isLate);
  return isWaiting ? { kind: 'waiting', text: t('rowWaiting') } : null;
}

/** The words in the mark of a row's element; `page.css` says how they look. */
function marksOf(row: Row, { state, line }: ControlView, index: number): string[] {
  const marks: string[] = [];
  if (state.starred && index === row.elements.length - 1) marks.push('starred');
  if (line) {
    marks.push('line');
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
    (state.matching !== before.matching &&
      state.matching?.has(row) !== before.matching?.has(row)) ||
    state.showing !== before.showing ||
    state.visits !== before.visits ||
    state.revealed !== before.revealed ||
    (state.hits !== before.hits && state.hits.get(row)?.join() !== before.hits.get(row)?.join()) ||
    state.rules !== before.rules ||
    state.abstracts[id] !== before.abstracts[id] ||
    (state.unfolded !== before.unfolded && state.unfolded.has(id) !== before.unfolded.has(id)) ||
    (state.pending !== before.pending &&
      [...state.pending, ...before.pending].some((one) => one.id === id))
  );
}

/** How the control lies: after a heading, as the last block of a card, or in a line of text. */
function placeOf({ anchor }: Row): 'heading' | 'block' | 'inline' {
  if (anchor.place === 'after') return 'heading';
  return anchor.element.localName === 'article' ? 'block' : 'inline';
}
