/** Changes made in the extension's own pages, with what can be undone and what went wrong. */
import { create } from 'zustand';
import type { Acknowledgement, Change, OperationId } from '@/lib/command';
import { t } from '@/lib/i18n';
import type { Paper, PaperId } from '@/lib/paper';
import { sendCommand, sendRedoLatest, sendUndo, sendUndoLatest } from '@/lib/send-command';

/** What the toast says. */
type Notice =
  | { readonly kind: 'done'; readonly text: string; readonly undoes: OperationId }
  /** `redoes`: the undo, which is itself undone by doing again what it undid. */
  | { readonly kind: 'undone'; readonly text: string; readonly redoes: OperationId }
  | { readonly kind: 'failure'; readonly text: string };

interface Triage {
  readonly notice: Notice | null;
  /** Changes one paper; `paper` is what a page says of it, where it may be new to the library. */
  readonly change: (subject: Subject, change: Change) => Promise<void>;
  readonly undo: (op: OperationId) => Promise<void>;
  /** Does again what an undo took back. */
  readonly redo: (undo: OperationId) => Promise<void>;
  /** Undoes what was done last, here or elsewhere. */
  readonly undoLatest: () => Promise<void>;
  /** Does again what was undone last, here or elsewhere. */
  readonly redoLatest: () => Promise<void>;
  /** Has the toast tell of something that was done elsewhere, such as a change of the rules. */
  readonly report: (notice: Notice) => void;
  readonly dismissNotice: () => void;
}

/** The paper that is changed. */
interface Subject {
  readonly id: PaperId;
  readonly title: string;
  readonly paper: Paper | null;
}

export const useTriage = create<Triage>((set) => ({
  notice: null,
  async change({ id, paper }, change) {
    const op = crypto.randomUUID();
    const answer = await sendCommand({ op, change, papers: [{ id, paper }] });
    set({
      notice: answer.ok
        ? { kind: 'done', text: answer.text, undoes: op }
        : { kind: 'failure', text: t('notSaved', answer.message) },
    });
  },
  undo: async (op) => set({ notice: undone(await sendUndo(op)) }),
  redo: async (undo) => set({ notice: redone(await sendUndo(undo)) }),
  undoLatest: async () => set({ notice: undone(await sendUndoLatest()) }),
  redoLatest: async () => set({ notice: redone(await sendRedoLatest()) }),
  report: (notice) => set({ notice }),
  dismissNotice: () => set({ notice: null }),
}));

function undone(answer: Acknowledgement): Notice {
  return answer.ok
    ? { kind: 'undone', text: answer.text, redoes: answer.op }
    : { kind: 'failure', text: t('notUndone', answer.message) };
}

function redone(answer: Acknowledgement): Notice {
  return answer.ok
    ? { kind: 'done', text: answer.text, undoes: answer.op }
    : { kind: 'failure', text: t('notRedone', answer.message) };
}
