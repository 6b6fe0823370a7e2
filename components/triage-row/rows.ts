/** Puts a control on every row of the page and keeps it up to date. */

import { inSlices, nextSlice } from '@/lib/page/slices';
import type { PageState, PageStore } from '@/lib/page/store';
import { visibilityIn } from '@/lib/page/summary';
import type { PaperId } from '@/lib/paper';
import type { Row } from '@/lib/sites/site';
import { foldableAbstract, renderAbstract } from './abstract';
import { affectedRows } from './affected-rows';
import { createControl, renderControl } from './control';
import { actionOf } from './control-action';
import type { Action } from './control-view';
import { markRow, unmarkRow } from './row-marks';
import { INITIAL_VIEW, viewOf } from './row-view';

/** More controls than this are created in slices. */
const MAX_UNSLICED = 50;

/** The rendering of a row whose control was just created. */
const INITIAL_RENDERING = JSON.stringify([INITIAL_VIEW, false, null]);

export interface RowsView {
  /** Puts controls on rows without one. Resolves when all rows have theirs. */
  readonly attach: () => Promise<void>;
  /** The control on a row, if it has one yet. */
  readonly controlOf: (row: Row) => HTMLElement | undefined;
  /** The row that a control is on. */
  readonly rowOf: (control: HTMLElement) => Row | undefined;
  /** Removes everything from the page again. */
  readonly remove: () => void;
}

/** A click on a button of a control. */
export interface ActionEvent {
  readonly action: Action;
  readonly id: PaperId;
  readonly host: HTMLElement;
}

/** Mounts controls on the store's rows; `onAction` receives the clicks on all of them. */
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
    const missing = rows.filter((row) => !hosts.get(row)?.isConnected);
    // Created before any is inserted: each frame with insertions lays out the whole page.
    if (missing.length > MAX_UNSLICED) {
      await inSlices(missing, signal, prepare);
      await nextSlice();
    }
    await inSlices(missing, signal, insert);
  }

  /** Creates a row's control without inserting it. */
  function prepare(row: Row): void {
    if (hosts.has(row)) return;
    const host = createControl(row.title);
    host.dataset.place = placeOf(row);
    hosts.set(row, host);
    rowOf.set(host, row);
    rowsOf.set(row.id, [...(rowsOf.get(row.id) ?? []), row]);
    render(store.getState(), row);
  }

  function insert(row: Row): void {
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
    unmarkRow(row);
  }

  function render(state: PageState, row: Row): void {
    const host = hosts.get(row);
    if (!host) return;
    const visibility = visibilityIn(state, row);
    const view = viewOf(state, row, visibility);
    const isHidden = visibility.as === 'hidden' && state.site?.kind === 'listing';
    const abstract = view.isUnfolded && !view.line ? foldableAbstract(state, row) : null;
    const rendering = JSON.stringify([view, isHidden, abstract]);
    if (rendering === (rendered.get(row) ?? INITIAL_RENDERING)) return;
    rendered.set(row, rendering);
    renderControl(host, row.title, view);
    markRow(row, view, isHidden);
    renderAbstract(row, abstract);
  }

  const unsubscribe = store.subscribe((state, before) => {
    const affected = affectedRows(state, before);
    if (affected === 'all') for (const row of hosts.keys()) render(state, row);
    else {
      for (const row of affected.rows) render(state, row);
      for (const id of affected.ids) for (const row of rowsOf.get(id) ?? []) render(state, row);
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

/** Where the control is: after a heading, as the last block of a card, or in a line of text. */
function placeOf({ anchor }: Row): 'heading' | 'block' | 'inline' {
  if (anchor.place === 'after') return 'heading';
  return anchor.element.localName === 'article' ? 'block' : 'inline';
}
