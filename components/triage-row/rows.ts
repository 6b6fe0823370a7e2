/** Puts a control on every row of the page and keeps it up to date. */

import { inSlices, nextSlice } from '@/lib/page/slices';
import type { PageState, PageStore } from '@/lib/page/store';
import { visibilityIn } from '@/lib/page/summary';
import type { PaperId } from '@/lib/paper';
import type { Row } from '@/lib/sites/site';
import { renderTexts, textsToShow } from './abstract';
import { affectedRows } from './affected-rows';
import { actionOf } from './control-action';
import type { Action } from './control-view';
import { createRowControl, type RowControl, removeCopies, rowOf } from './row-control';
import { markRow, removeCopiedMarks, unmarkRow } from './row-marks';
import { INITIAL_VIEW, viewOf } from './row-view';

/** More controls than this are created in slices. */
const MAX_UNSLICED = 50;

/** The rendering of a row whose control was just created. */
const INITIAL_RENDERING = JSON.stringify([INITIAL_VIEW, false, []]);

export interface RowsView {
  /** Puts controls on rows without one. Resolves when all rows have theirs. */
  readonly attach: () => Promise<void>;
  /** The control on a row, if it has one yet. */
  readonly controlOf: (row: Row) => HTMLElement | undefined;
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
  const controls = new Map<Row, RowControl>();
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
    removeCopies(document);
    for (const row of [...controls.keys()]) if (!onPage.has(row)) detach(row);
    const missing = rows.filter((row) => !controls.get(row)?.isInserted());
    // Created before any is inserted: each frame with insertions lays out the whole page.
    if (missing.length > MAX_UNSLICED) {
      await inSlices(missing, signal, prepare);
      await nextSlice();
    }
    await inSlices(missing, signal, (row) => prepare(row).insert());
  }

  /** Creates a row's control without inserting it. */
  function prepare(row: Row): RowControl {
    const existing = controls.get(row);
    if (existing) return existing;
    const control = createRowControl(row);
    controls.set(row, control);
    removeCopiedMarks(row);
    rowsOf.set(row.id, [...(rowsOf.get(row.id) ?? []), row]);
    render(store.getState(), row);
    return control;
  }

  function detach(row: Row): void {
    controls.get(row)?.remove();
    controls.delete(row);
    rendered.delete(row);
    const others = (rowsOf.get(row.id) ?? []).filter((one) => one !== row);
    if (others.length > 0) rowsOf.set(row.id, others);
    else rowsOf.delete(row.id);
    renderTexts(row, []);
    unmarkRow(row);
  }

  function render(state: PageState, row: Row): void {
    const control = controls.get(row);
    if (!control) return;
    const visibility = visibilityIn(state, row);
    const view = viewOf(state, row, visibility);
    const isHidden = visibility.as === 'hidden' && state.site?.kind === 'listing';
    const texts = view.line ? [] : textsToShow(state, row);
    const rendering = JSON.stringify([view, isHidden, texts]);
    if (rendering === (rendered.get(row) ?? INITIAL_RENDERING)) return;
    rendered.set(row, rendering);
    control.render(view);
    markRow(row, view, isHidden);
    renderTexts(row, texts);
  }

  const unsubscribe = store.subscribe((state, before) => {
    const affected = affectedRows(state, before);
    if (affected === 'all') for (const row of controls.keys()) render(state, row);
    else {
      for (const row of affected.rows) render(state, row);
      for (const id of affected.ids) for (const row of rowsOf.get(id) ?? []) render(state, row);
    }
  });

  function onClick(event: Event): void {
    const found = actionOf(event);
    const row = found && rowOf(found.element);
    const host = row && controls.get(row)?.host;
    if (!host) return;
    event.preventDefault();
    event.stopPropagation();
    onAction({ action: found.action, id: row.id, host });
  }
  document.addEventListener('click', onClick, { capture: true });

  return {
    attach,
    controlOf: (row) => controls.get(row)?.host,
    remove() {
      attaching.abort();
      unsubscribe();
      document.removeEventListener('click', onClick, { capture: true });
      for (const row of [...controls.keys()]) detach(row);
    },
  };
}
