/** What the actions do on a page. */
import { t } from '@/lib/i18n';
import { nextStatus, type PaperId } from '@/lib/paper';
import type { KeyAction } from '@/lib/settings/keys';
import type { Row } from '@/lib/sites/site';
import type { ActionIn } from '@/lib/triage/actions';
import { type LinkAction, linkActs } from '@/lib/triage/paper-links';
import { firstInView, nextUndecided, rowBeside, scrollToRow } from './current-row';
import { type PageStore, shownState } from './store';
import type { PageTriage } from './triage-actions';
import type { PageUiStore } from './ui';

export interface KeyServices {
  readonly store: PageStore;
  readonly ui: PageUiStore;
  readonly triage: PageTriage;
  /** Moves the focus, and with it a screen reader, to a row. */
  readonly focusRow: (row: Row) => void;
  /** Opens the dialog of a row's tags, note and status. */
  readonly openDialog: (row: Row, part: 'tags' | 'note') => void;
  /** Opens the paper's own page. */
  readonly openPaper: (id: PaperId) => void;
  /** Copies or opens something of a row's paper. */
  readonly actOnLinks: (row: Row, action: LinkAction) => void;
  /** Unfolds or folds the abstract; `false` where the row has none to unfold. */
  readonly toggleAbstract: (row: Row) => boolean;
  /** Opens the panel if it is collapsed. */
  readonly openPanel: () => void;
  /** Loads the panel, the dialogs and the toast. */
  readonly injectPageUi: () => void;
}

/** Returns what carries out an action. It returns `false` where the key is to be left to the page. */
export function createKeyActions(services: KeyServices): (action: KeyAction) => boolean {
  const { store, ui, triage } = services;

  function goTo(row: Row): void {
    ui.setState({ current: row });
    scrollToRow(row);
    services.focusRow(row);
  }

  function move(step: 1 | -1): void {
    const state = store.getState();
    const { current } = ui.getState();
    const row = current ? rowBeside(state, current, step) : firstInView(state);
    if (row) goTo(row);
    else if (current) goTo(current); // at the end: back into view
  }

  /** Without a current row, the first key only shows which row the next one will act on. */
  function withRow(act: (row: Row) => void): void {
    const { current } = ui.getState();
    if (current) act(current);
    else if (isPaperPage()) {
      const [row] = store.getState().rows;
      if (row) act(row);
    } else move(1);
  }

  function isPaperPage(): boolean {
    return store.getState().site?.kind === 'paper';
  }

  function star({ id }: Row): void {
    const { starred } = shownState(store.getState(), id);
    void triage.change([id], { kind: 'star', value: !starred });
  }

  function dismiss(row: Row): void {
    const { dismissed } = shownState(store.getState(), row.id);
    void triage.change([row.id], { kind: 'dismiss', value: !dismissed });
    const next = dismissed || isPaperPage() ? null : nextUndecided(store.getState(), row);
    if (next) goTo(next);
  }

  /** Scrolls first: nobody would see a dialog beside a row that is out of view. */
  function openDialog(row: Row, part: 'tags' | 'note'): void {
    scrollToRow(row);
    services.openDialog(row, part);
  }

  function changeStatus({ id }: Row): void {
    const { status } = shownState(store.getState(), id);
    void triage.change([id], { kind: 'status', value: nextStatus(status) });
  }

  function unfold(row: Row): void {
    if (!services.toggleAbstract(row)) triage.say(t('keysNoAbstract'), row.title);
  }

  function askFilter(): void {
    ui.setState({ isFilterAsked: true });
    services.openPanel();
  }

  function help(): void {
    ui.setState({ isHelpOpen: true });
    services.injectPageUi();
  }

  const acts: Readonly<Record<ActionIn<'page'>, () => void>> = {
    next: () => move(1),
    previous: () => move(-1),
    star: () => withRow(star),
    tag: () => withRow((row) => openDialog(row, 'tags')),
    dismiss: () => withRow(dismiss),
    note: () => withRow((row) => openDialog(row, 'note')),
    status: () => withRow(changeStatus),
    open: () => withRow(({ id }) => services.openPaper(id)),
    ...linkActs((action) => withRow((row) => services.actOnLinks(row, action))),
    unfold: () => withRow(unfold),
    filter: askFilter,
    undo: () => void triage.undoLatest(),
    redo: () => void triage.redoLatest(),
    help,
  };

  return (action) => {
    const { rows, outdated } = store.getState();
    if (rows.length === 0 || outdated || !isOnPage(action)) return false;
    if (isPaperPage() && LISTING_ONLY.has(action)) return false;
    if (action === 'open' && !ui.getState().current) return false; // until then Enter belongs to the page
    acts[action]();
    return true;
  };

  function isOnPage(action: KeyAction): action is ActionIn<'page'> {
    return Object.hasOwn(acts, action);
  }
}

/** Actions that mean nothing where there is a single paper. */
const LISTING_ONLY: ReadonlySet<KeyAction> = new Set([
  'next',
  'previous',
  'open',
  'unfold',
  'filter',
]);
