import { focusedButton } from '@/components/triage-row/control-focus';
import type { RowsView } from '@/components/triage-row/rows';
import { t } from '@/lib/i18n';
import { learnStates } from '@/lib/page/saved-states';
import type { PageStore } from '@/lib/page/store';
import type { PageTriage } from '@/lib/page/triage-actions';
import type { Acknowledgement } from '@/lib/protocol/acknowledgement';
import type { Command } from '@/lib/protocol/command';
import { sendCommand } from '@/lib/protocol/send-command';
import { PAGE_UI_TAG } from '@/lib/sites/own-tags';
import type { Row } from '@/lib/sites/site';
import { noteDrafts } from '@/lib/triage/notes/drafts';
import type { NoteEnd, NoteServices } from '@/lib/triage/notes/session';
import { leftUnsaved } from '@/lib/triage/notes/words';

interface Services {
  readonly store: PageStore;
  readonly rows: RowsView;
  readonly triage: PageTriage;
  readonly injectPageUi: () => void;
}

/** The dialog for tags, note and status. */
export interface PageDialog {
  readonly open: (row: Pick<Row, 'id'>, control: HTMLElement, part: 'tags' | 'note') => void;
  readonly close: () => void;
  /** Stays with its paper when the page re-renders the row, and closes when the row is gone. */
  readonly follow: () => void;
  readonly notes: NoteServices;
  /** Shows how editing a note ended, with undo if it was saved. */
  readonly noteEnded: (title: string, end: NoteEnd) => void;
}

export function createPageDialog({ store, rows, triage, injectPageUi }: Services): PageDialog {
  let openedFrom: HTMLElement | null = null;

  /** Bypasses the page's pending changes, so that other changes of the paper do not wait for it. */
  async function saveNote(command: Command): Promise<Acknowledgement> {
    const answer = await sendCommand(command);
    if (answer.ok) learnStates(store, answer.states);
    return answer;
  }

  /** Returns the focus to where it came from, if it is still in the dialog. */
  function close(): void {
    const isInDialog = document.activeElement?.localName === PAGE_UI_TAG;
    store.setState({ tagging: null });
    if (isInDialog) openedFrom?.focus({ preventScroll: true });
  }

  return {
    notes: { send: saveNote, drafts: noteDrafts },
    open({ id }, control, part) {
      openedFrom = focusedButton(control);
      store.setState({ tagging: { id, control, part } });
      injectPageUi();
    },
    close,
    follow() {
      const { tagging, rows: found } = store.getState();
      if (!tagging || tagging.control.isConnected) return;
      const row = found.find(({ id }) => id === tagging.id);
      const control = row && rows.controlOf(row);
      if (control) {
        openedFrom = focusedButton(control);
        store.setState({ tagging: { ...tagging, control } });
      } else close();
    },
    noteEnded(title, end) {
      if (end.kind === 'saved') triage.sayDone(t('done_note'), end.op, title);
      else if (end.kind === 'unsaved') triage.warn(leftUnsaved(end.view), title);
    },
  };
}
