import { createStore, type StoreApi } from 'zustand/vanilla';
import { foldableAbstract } from '@/components/triage-row/abstract';
import { focusControl } from '@/components/triage-row/control-focus';
import { CONTROLS, rowOf } from '@/components/triage-row/row-control';
import type { RowsView } from '@/components/triage-row/rows';
import { showCurrentRow } from '@/lib/page/current-row';
import { createKeyActions } from '@/lib/page/key-actions';
import { listenForKeys } from '@/lib/page/keyboard';
import { toggleUnfolded } from '@/lib/page/reveal';
import type { PageStore } from '@/lib/page/store';
import type { PageTriage } from '@/lib/page/triage-actions';
import type { PageUiStore } from '@/lib/page/ui';
import { ask, NoAnswer } from '@/lib/protocol/ask';
import { DEFAULT_KEYS, type KeyAction, type KeySettings } from '@/lib/settings/keys';
import type { Row } from '@/lib/sites/site';
import { followKeys } from '@/lib/triage/follow-keys';
import type { LinkAction } from '@/lib/triage/paper-links';

interface Services {
  readonly store: PageStore;
  readonly ui: PageUiStore;
  readonly rows: RowsView;
  readonly triage: PageTriage;
  readonly openPanel: () => void;
  readonly injectPageUi: () => void;
  readonly actOnLinks: (row: Row, action: LinkAction) => void;
  readonly openDialog: (row: Row, control: HTMLElement, part: 'tags' | 'note') => void;
}

export interface PageKeyboard {
  /** The user's keys, following the settings. */
  readonly keys: StoreApi<KeySettings>;
  /** Runs the action of a key; returns whether it applied. */
  readonly act: (action: KeyAction) => boolean;
  readonly stop: () => void;
}

/** Triages the page by keyboard, and marks the current row. */
export function startKeyboard(services: Services): PageKeyboard {
  const { store, ui, rows, triage, openPanel, injectPageUi } = services;
  const keys = createStore(() => DEFAULT_KEYS);
  const stopping = new AbortController();

  const act = createKeyActions({
    store,
    ui,
    triage,
    openPanel,
    injectPageUi,
    focusRow(row) {
      const control = rows.controlOf(row);
      if (control) focusControl(control, row.title);
    },
    openDialog(row, part) {
      const control = rows.controlOf(row);
      if (control) services.openDialog(row, control, part);
    },
    openPaper(id) {
      ask('openPapers', { ids: [id], isActive: true }).catch((error) => {
        if (!(error instanceof NoAnswer)) throw error;
      });
    },
    actOnLinks: services.actOnLinks,
    toggleAbstract(row) {
      if (foldableAbstract(store.getState(), row) === null) return false;
      toggleUnfolded(store, row.id);
      return true;
    },
  });

  // Focusing a control with Tab or a click makes its row the current one.
  document.addEventListener(
    'focusin',
    ({ target }) => {
      const isListing = store.getState().site?.kind === 'listing';
      const element = target instanceof Element ? target.closest(CONTROLS) : null;
      const row = isListing && element && rowOf(element);
      if (row) ui.setState({ current: row });
    },
    { signal: stopping.signal },
  );

  const stops = [
    showCurrentRow(store, ui),
    listenForKeys(window, keys.getState, act),
    followKeys((settings) => keys.setState(settings)),
  ];
  return {
    keys,
    act,
    stop() {
      stopping.abort();
      for (const stop of stops) stop();
    },
  };
}
