import type { ActionEvent } from '@/components/triage-row/rows';
import { revealPaper, toggleExplained, toggleUnfolded } from '@/lib/page/reveal';
import { type PageStore, shownState } from '@/lib/page/store';
import type { PageTriage } from '@/lib/page/triage-actions';
import type { PageDialog } from './page-dialog';
import type { PageKeyboard } from './page-keyboard';

interface Services {
  readonly store: PageStore;
  readonly triage: PageTriage;
  readonly dialog: PageDialog;
  readonly keyboard: PageKeyboard;
}

/** Runs the action of a button on a row. */
export function actOnRow({ action, id, host }: ActionEvent, services: Services): void {
  const { store, triage, dialog, keyboard } = services;
  const { starred, dismissed } = shownState(store.getState(), id);
  switch (action) {
    case 'star':
      void triage.change([id], { kind: 'star', value: !starred });
      break;
    case 'dismiss':
    case 'undo': // on the line of a dismissed row
      void triage.change([id], { kind: 'dismiss', value: !dismissed });
      break;
    case 'acknowledge':
      void triage.change([id], { kind: 'acknowledgeVersion' });
      break;
    case 'tags':
      dialog.open({ id }, host, 'tags');
      break;
    case 'status':
      keyboard.act('status');
      break;
    case 'show':
      revealPaper(store, id);
      break;
    case 'abstract':
      toggleUnfolded(store, id);
      break;
    case 'passage':
      toggleExplained(store, id);
      break;
    default:
      action satisfies never;
  }
}
