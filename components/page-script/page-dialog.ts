import { focusIn } from '@/components/triage-row/control';
import type { RowsView } from '@/components/triage-row/rows';
import { t } from '@/lib/i18n';
import { PAGE_UI_TAG } from '@/lib/page/bridge';
import { learnStates } from '@/lib/page/saved-states';
import { type PageStore, paperOf } from '@/lib/page/store';
import type { PageTriage } from '@/lib/page/triage-actions';
import type { Paper, PaperId } from '@/lib/paper';
import type { Acknowledgement } from '@/lib/protocol/acknowledgement';
import type { OperationId } from '@/lib/protocol/operation-id';
import { sendCommand } from '@/lib/protocol/send-command';
import type { Row } from '@/lib/sites/site';
import { createNotes, type Notes } from '@/lib/triage/notes';

interface Services {
  readonly store: PageStore;
  readonly rows: RowsView;
  readonly triage: PageTriage;
  readonly bringPageUi: () => void;
}

/** The dialog of tags, note and status: of which paper it is, and what becomes of its note. */
export interface PageDialog {
  readonly notes: Notes;
  readonly open: (row: Pick<Row, 'id'>, control: HTMLElement, part: 'tags' | 'note') => void;
  readonly close: () => void;
  /** Stays with its paper where the page draws the row anew, and closes where it has left. */
  readonly follow: () => void;
  /** Saves what is left of a note, and offers to undo all of it. */
  readonly endNote: (id: PaperId, title: string) => Promise<void>;
}

export function createPageDialog({ store, rows, triage, bringPageUi }: Services): PageDialog {
  /** Papers whose dialog was opened: a note is saved also when its row has left the page. */
  const opened = new Map<PaperId, Paper>();
  const notes = createNotes(saveNote, (id) => store.getState().saved[id]?.note ?? '');
  let leftFrom: HTMLElement | null = null;

  /** Notes come one after the other, while other changes of the paper may be under way. */
  async function saveNote(
    id: PaperId,
    value: string,
    continues: OperationId | null,
  ): Promise<Acknowledgement> {
    const row = store.getState().rows.find((one) => one.id === id);
    const paper = row ? paperOf(store.getState(), row) : (opened.get(id) ?? null);
    const answer = await sendCommand({
      op: crypto.randomUUID(),
      change: { kind: 'note', value, ...(continues && { continues }) },
      papers: [{ id, paper }],
    });
    if (answer.ok) learnStates(store, answer.states);
    return answer;
  }

  /** The keyboard goes back to where it came from, if it is still in the dialog. */
  function close(): void {
    const isInDialog = document.activeElement?.localName === PAGE_UI_TAG;
    store.setState({ tagging: null });
    if (isInDialog) leftFrom?.focus({ preventScroll: true });
  }

  return {
    notes,
    open({ id }, control, part) {
      leftFrom = focusIn(control);
      const row = rows.rowOf(control);
      if (row) opened.set(id, paperOf(store.getState(), row));
      store.setState({ tagging: { id, control, part } });
      bringPageUi();
    },
    close,
    follow() {
      const { tagging, rows: found } = store.getState();
      if (!tagging || tagging.control.isConnected) return;
      const row = found.find(({ id }) => id === tagging.id);
      const control = row && rows.controlOf(row);
      if (control) {
        leftFrom = focusIn(control);
        store.setState({ tagging: { ...tagging, control } });
      } else close();
    },
    async endNote(id, title) {
      const op = await notes.end(id);
      if (op) triage.sayDone(t('done_note'), op, title);
    },
  };
}
