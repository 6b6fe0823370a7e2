/** Puts a control on every row of the page and keeps all of them up to date. */

import { t } from '@/lib/i18n';
import { inSlices, nextSlice } from '@/lib/page/slices';
import { isNew, type PageState, type PageStore, shownState } from '@/lib/page/store';
import { textOf, visibilityIn } from '@/lib/page/summary';
import type { Reason, Visibility } from '@/lib/page/visibility';
import { type PaperId, UNDECIDED } from '@/lib/paper';
import type { Row } from '@/lib/sites/site';
import { foldableAbstract, renderAbstract } from './abstract';
import { type Action, actionOf, type ControlView, createControl, renderControl } from './control';

const MARK = 'data-winnow';

/** Asked for at once: a page that Winnow has left behind is given no texts any more. */
const OUTDATED = t('rowOutdated');

/** So few controls are made in no time, without a pause. */
const AT_ONCE = 50;

/** How a control looks that was just made. */
const PLAIN: ControlView = {
  ...{ state: UNDECIDED, line: null, visit: null, isUnfolded: null },
  ...{ newVersion: null, own: null, message: null },
};
const AS_MADE = JSON.stringify([PLAIN, false, null]);

export interface RowsView {
  /** Puts controls on new rows, and back on rows that lost theirs. Resolves when all have theirs. */
  readonly attach: () => Promise<void>;
  /** The control on a row, once it has one. */
  readonly controlOf: (row: Row) => HTMLElement | undefined;
  /** The row that a control is on. */
  readonly rowOf: (control: HTMLElement) => Row | undefined;
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
  const rowsOf = new Map<PaperId, Row[]>();
  /** What each row was last rendered as. */
  const rendered = new Map<Row, string>();
  let attaching = new AbortController();

  async function attach(): Promise<void> {
    attaching.abort();
    attaching = new AbortController();
    const { signal } = attaching;
    const { rows } = store.getState();
    const onPage = new Set(rows);
    for (const row of [...hosts.keys()]) if (!onPage.has(row)) detach(row);
    const lacking = rows.filter((row) => !hosts.get(row)?.isConnected);
    // Made first and put there after: the browser lays the whole page out in each frame with some.
    if (lacking.length > AT_ONCE) {
      await inSlices(lacking, signal, prepare);
      await nextSlice();
    }
    await inSlices(lacking, signal, put);
  }

  /** Makes a row's control, which is not yet on the page. */
  function prepare(row: Row): void {
    if (hosts.has(row)) return;
    const host = createControl(row.title);
    host.dataset.place = placeOf(row);
    hosts.set(row, host);
    rowOf.set(host, row);
    rowsOf.set(row.id, [...(rowsOf.get(row.id) ?? []), row]);
    render(store.getState(), row);
  }

  function put(row: Row): void {
    prepare(row);
    const host = hosts.get(row) as HTMLElement;
    if (row.anchor.place === 'inside') row.anchor.element.append(host);
    else row.anchor.element.after(host);
  }

  function detach(row: Row): void {
    hosts.get(row)?.remove();
    hosts.delete(row);
    rendered.delete(row);
    const others = (rowsOf.get(row.id) ?? []).filter((one) => one !== row);
    if (others.length > 0) rowsOf.set(row.id, others);
    else rowsOf.delete(row.id);
    renderAbstract(row, null);
    for (const element of row.elements) mark(element, []);
    if (row.cell) mark(row.cell, []);
    const holder = holderOf(row);
    if (holder) mark(holder, []);
  }

  function render(state: PageState, row: Row): void {
    const host = hosts.get(row);
    if (!host) return;
    const visibility = visibilityIn(state, row);
    const view = viewOf(state, row, visibility);
    const isHidden = visibility.as === 'hidden' && state.site?.kind === 'listing';
    const abstract = view.isUnfolded && !view.line ? foldableAbstract(state, row) : null;
    const looks = JSON.stringify([view, isHidden, abstract]);
    if (looks === (rendered.get(row) ?? AS_MADE)) return;
    rendered.set(row, looks);
    renderControl(host, row.title, view);
    for (const [index, element] of row.elements.entries()) {
      const marks = marksOf(row, view, index);
      mark(element, isHidden && !row.cell ? [...marks, 'hidden'] : marks);
    }
    if (row.cell) mark(row.cell, isHidden ? ['hidden'] : []);
    const holder = holderOf(row);
    if (holder) mark(holder, view.line ? ['holds'] : []);
    renderAbstract(row, abstract);
  }

  const unsubscribe = store.subscribe((state, before) => {
    const touched = touchedBy(state, before);
    if (touched === 'all') for (const row of hosts.keys()) render(state, row);
    else {
      for (const row of touched.rows) render(state, row);
      for (const id of touched.ids) for (const row of rowsOf.get(id) ?? []) render(state, row);
    }
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
    controlOf: (row) => hosts.get(row),
    rowOf: (control) => rowOf.get(control),
    remove() {
      attaching.abort();
      unsubscribe();
      document.removeEventListener('click', onClick, { capture: true });
      for (const row of [...hosts.keys()]) detach(row);
    },
  };
}

function viewOf(state: PageState, row: Row, visibility: Visibility): ControlView {
  const { id } = row;
  const isListing = state.site?.kind === 'listing';
  return {
    state: shownState(state, id),
    line: isListing && visibility.as === 'line' ? lineOf(state, visibility.reason) : null,
    visit: isListing ? visitOf(state, id) : null,
    isUnfolded: foldableAbstract(state, row) === null ? null : state.unfolded.has(id),
    newVersion: state.details[id]?.newVersion ?? null,
    own: state.site?.kind === 'paper' ? { since: state.details[id]?.added ?? null } : null,
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
  const isWaiting = state.pending.some(({ ids, isLate }) => isLate && ids.has(id));
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

/** The part of a row in which its control is; `null` where that is no part of a larger element. */
function holderOf({ anchor, elements }: Row): Element | null {
  let box: Element | null = anchor.element;
  if (anchor.place === 'after') box = box.parentElement;
  while (box && !elements.includes(box as HTMLElement)) {
    const outer: Element | null = box.parentElement;
    if (outer && elements.includes(outer as HTMLElement)) return box;
    box = outer;
  }
  return null;
}

function mark(element: Element, marks: readonly string[]): void {
  if (marks.length > 0) element.setAttribute(MARK, marks.join(' '));
  else element.removeAttribute(MARK);
}

/** Which rows may look different now; on a page of thousands most changes are about a few. */
function touchedBy(
  state: PageState,
  before: PageState,
): 'all' | { readonly ids: ReadonlySet<PaperId>; readonly rows: ReadonlySet<Row> } {
  const isOther = (part: keyof PageState) => state[part] !== before[part];
  if (FOR_ALL_ROWS.some(isOther)) return 'all';
  const ids = new Set<PaperId>();
  const rows = new Set<Row>();
  addChangedKeys(state.saved, before.saved, ids);
  addChangedKeys(state.failures, before.failures, ids);
  addChangedKeys(state.details, before.details, ids);
  addChangedKeys(state.abstracts, before.abstracts, ids);
  if (isOther('pending')) {
    for (const one of [...state.pending, ...before.pending]) for (const id of one.ids) ids.add(id);
  }
  if (isOther('unfolded')) addDifference(state.unfolded, before.unfolded, ids);
  if (isOther('matching')) {
    if (!state.matching || !before.matching) return 'all';
    addDifference(state.matching, before.matching, rows);
  }
  if (isOther('hits') || isOther('rules')) {
    for (const { hits, rules } of [state, before]) {
      if (!rules.some(({ action }) => action === 'mute')) continue; // the others show in no control
      for (const row of hits.keys()) rows.add(row);
    }
  }
  return { ids, rows };
}

/** A change of these can be about any row. */
const FOR_ALL_ROWS = ['outdated', 'site', 'showing', 'visits', 'revealed'] as const;

function addChangedKeys<V>(
  now: Readonly<Record<PaperId, V>>,
  before: Readonly<Record<PaperId, V>>,
  ids: Set<PaperId>,
): void {
  if (now === before) return;
  for (const key of Object.keys({ ...before, ...now })) {
    const id = key as PaperId;
    if (now[id] !== before[id]) ids.add(id);
  }
}

function addDifference<T>(a: ReadonlySet<T>, b: ReadonlySet<T>, into: Set<T>): void {
  for (const one of a) if (!b.has(one)) into.add(one);
  for (const one of b) if (!a.has(one)) into.add(one);
}

/** How the control lies: after a heading, as the last block of a card, or in a line of text. */
function placeOf({ anchor }: Row): 'heading' | 'block' | 'inline' {
  if (anchor.place === 'after') return 'heading';
  return anchor.element.localName === 'article' ? 'block' : 'inline';
}
