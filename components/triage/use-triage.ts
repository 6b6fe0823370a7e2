/** Changes made in the extension's own pages, with what can be undone and what went wrong. */

import { create } from 'zustand';
import { t } from '@/lib/i18n';
import type { Paper, PaperId, TriageState } from '@/lib/paper';
import type { Acknowledgement } from '@/lib/protocol/acknowledgement';
import { applyChange, type Change } from '@/lib/protocol/change';
import { onProgress, type Progress } from '@/lib/protocol/messages';
import type { OperationId } from '@/lib/protocol/operation-id';
import {
  sendCommand,
  sendRedoLatest,
  sendTask,
  sendUndo,
  sendUndoLatest,
} from '@/lib/protocol/send-command';
import type { Task } from '@/lib/protocol/task';
import { errorMessage } from '@/lib/util/error-message';

/** What the toast says. */
type Notice =
  | { readonly kind: 'done'; readonly text: string; readonly undoes: OperationId }
  /** Something that is no part of the library, with its own way back. */
  | { readonly kind: 'done'; readonly text: string; readonly undo: () => Promise<void> }
  /** `redoes`: the undo, which is itself undone by doing again what it undid; `null`: it stays undone. */
  | { readonly kind: 'undone'; readonly text: string; readonly redoes: OperationId | null }
  | { readonly kind: 'failure'; readonly text: string };

interface Triage {
  readonly notice: Notice | null;
  /** How far a long command has come that was given here. */
  readonly progress: Progress | null;
  /** Changes one paper; `paper` is what a page says of it, where it may be new to the library. */
  readonly change: (subject: Subject, change: Change) => Promise<void>;
  /** Changes many papers as one, those that the library knows. */
  readonly changeAll: (ids: readonly PaperId[], change: Change) => Promise<void>;
  /** Does something with the library as a whole. */
  readonly manage: (task: Task) => Promise<void>;
  readonly undo: (op: OperationId) => Promise<void>;
  /** Does again what an undo took back. */
  readonly redo: (undo: OperationId) => Promise<void>;
  /** Takes back what the toast tells of, or does it again where it was taken back. */
  readonly turnBack: () => Promise<void>;
  /** Undoes what was done last, here or elsewhere. */
  readonly undoLatest: () => Promise<void>;
  /** Does again what was undone last, here or elsewhere. */
  readonly redoLatest: () => Promise<void>;
  /** Has the toast tell of something that was done elsewhere, such as a change of the rules. */
  readonly report: (notice: Notice) => void;
  /** Has the toast say what could not be saved, and why. */
  readonly reportFailure: (reason: string) => void;
  readonly dismissNotice: () => void;
}

/** The paper that is changed. */
interface Subject {
  readonly id: PaperId;
  readonly title: string;
  readonly paper: Paper | null;
}

/** Changes of single papers that are not answered yet. */
const underWay = new Map<PaperId, readonly Change[]>();

/** How a paper will be when all that was asked for is done: a key pressed meanwhile goes on from there. */
export function stateToCome(id: PaperId, shown: TriageState): TriageState {
  return (underWay.get(id) ?? []).reduce(applyChange, shown);
}

export const useTriage = create<Triage>((set, get) => ({
  notice: null,
  progress: null,
  async change({ id, title, paper }, change) {
    const op = crypto.randomUUID();
    underWay.set(id, [...(underWay.get(id) ?? []), change]);
    const answer = await sendCommand({ op, change, papers: [{ id, paper }] });
    const others = underWay.get(id)?.filter((one) => one !== change) ?? [];
    if (others.length > 0) underWay.set(id, others);
    else underWay.delete(id);
    if (answer.ok) set({ notice: { kind: 'done', text: said(change, title), undoes: op } });
    else get().reportFailure(answer.message);
  },
  async changeAll(ids, change) {
    const papers = ids.map((id) => ({ id, paper: null }));
    const op = crypto.randomUUID();
    set({ notice: await following(op, sendCommand({ op, change, papers })) });
  },
  async manage(task) {
    const op = crypto.randomUUID();
    set({ notice: await following(op, sendTask({ op, task })) });
  },
  undo: async (op) => set({ notice: undone(await sendUndo(op)) }),
  redo: async (undo) => set({ notice: redone(await sendUndo(undo)) }),
  async turnBack() {
    const { notice, undo, redo } = get();
    if (notice?.kind === 'undone' && notice.redoes) return redo(notice.redoes);
    if (notice?.kind !== 'done') return;
    if ('undoes' in notice) return undo(notice.undoes);
    try {
      await notice.undo();
      set({ notice: { kind: 'undone', text: t('undone'), redoes: null } });
    } catch (error) {
      const reason = errorMessage(error);
      set({ notice: { kind: 'failure', text: t('notUndone', reason) } });
    }
  },
  async undoLatest() {
    const { notice, turnBack } = get();
    if (notice?.kind === 'done' && 'undo' in notice) return turnBack();
    set({ notice: undone(await sendUndoLatest()) });
  },
  redoLatest: async () => set({ notice: redone(await sendRedoLatest()) }),
  report: (notice) => set({ notice }),
  reportFailure: (reason) => set({ notice: { kind: 'failure', text: t('notSaved', reason) } }),
  dismissNotice: () => set({ notice: null }),
}));

/** What a change did, with the paper's title: several are often changed one after the other. */
function said(change: Change, title: string): string {
  switch (change.kind) {
    case 'star':
      return t(change.value ? 'saidStarred' : 'saidUnstarred', title);
    case 'dismiss':
      return t(change.value ? 'saidDismissed' : 'saidBroughtBack', title);
    case 'tag':
      return t(change.value ? 'saidTagged' : 'saidUntagged', change.tag, title);
    case 'status':
      return t(`said_${change.value}`, title);
    case 'note':
      return t('saidNote', title);
    case 'acknowledgeVersion':
      return t('didAcknowledge', title);
    case 'remove':
      return t('saidRemoved', title);
    case 'restore':
      return t('saidRestored', title);
  }
}

/** Shows how far a command has come until it is answered. */
async function following(op: OperationId, answering: Promise<Acknowledgement>): Promise<Notice> {
  const stop = onProgress((progress) => {
    if (progress.op === op) useTriage.setState({ progress });
  });
  const answer = await answering;
  stop();
  useTriage.setState(({ progress }) => (progress?.op === op ? { progress: null } : {}));
  return answer.ok
    ? { kind: 'done', text: answer.text, undoes: op }
    : { kind: 'failure', text: t('notSaved', answer.message) };
}

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
