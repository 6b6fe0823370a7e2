/** Changes made in the extension's own pages, with what can be undone and what went wrong. */
import { create } from 'zustand';
import type { Change, OperationId } from '@/lib/command';
import type { Paper, PaperId } from '@/lib/paper';
import { sendCommand, sendUndo } from '@/lib/send-command';

/** What the toast says. */
type Notice =
  | { readonly kind: 'done'; readonly text: string; readonly undoes: OperationId }
  | { readonly kind: 'undone'; readonly text: string }
  | { readonly kind: 'failure'; readonly text: string };

interface Triage {
  readonly notice: Notice | null;
  /** Changes one paper; `paper` is what a page says of it, where it may be new to the library. */
  readonly change: (subject: Subject, change: Change) => Promise<void>;
  readonly undo: (op: OperationId) => Promise<void>;
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
  async change({ id, title, paper }, change) {
    const op = crypto.randomUUID();
    const answer = await sendCommand({ op, change, papers: [{ id, paper }] });
    set({
      notice: answer.ok
        ? { kind: 'done', text: `${said(change)}: ${title}`, undoes: op }
        : { kind: 'failure', text: `Not saved. ${answer.message}` },
    });
  },
  async undo(op) {
    const answer = await sendUndo(op);
    set({
      notice: answer.ok
        ? { kind: 'undone', text: 'Undone' }
        : { kind: 'failure', text: `Not undone. ${answer.message}` },
    });
  },
  report: (notice) => set({ notice }),
  dismissNotice: () => set({ notice: null }),
}));

function said(change: Change): string {
  switch (change.kind) {
    case 'star':
      return change.value ? 'Starred' : 'Star removed';
    case 'dismiss':
      return change.value ? 'Dismissed' : 'Brought back';
    case 'tag':
      return change.value ? `Tagged “${change.tag}”` : `Tag “${change.tag}” removed`;
    case 'status':
      return `Marked ${change.value}`;
    case 'note':
      return 'Note saved';
    case 'remove':
      return 'Removed';
    case 'restore':
      return 'Restored';
  }
}
