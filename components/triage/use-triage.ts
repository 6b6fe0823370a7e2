/** Triage in the extension's own pages: pending changes and their toast. */
import { create } from 'zustand';
import { t } from '@/lib/i18n';
import type { PaperId, TriageState } from '@/lib/paper';
import type { Change } from '@/lib/protocol/change';
import { hear } from '@/lib/protocol/hear';
import type { Progress } from '@/lib/protocol/news';
import type { OperationId } from '@/lib/protocol/operation-id';
import {
  sendCommand,
  sendRedoLatest,
  sendRefresh,
  sendTask,
  sendUndo,
  sendUndoLatest,
} from '@/lib/protocol/send-command';
import type { Task } from '@/lib/protocol/task';
import { type Changes, NO_CHANGES, stateAfter } from '@/lib/triage/changes';
import type { Toast } from '@/lib/triage/toast';
import { createTriage } from '@/lib/triage/triage';

interface OngoingTriage extends Changes {
  readonly toast: Toast | null;
  /** How far a long command that was given here has come. */
  readonly progress: Progress | null;
}

export const useTriage = create<OngoingTriage>(() => ({
  ...NO_CHANGES,
  toast: null,
  progress: null,
}));

/** Changes papers; undoes and redoes. */
export const triageActions = createTriage({
  changes: {
    get: useTriage.getState,
    put: (changes) => useTriage.setState(changes), // states are read from the library, live
  },
  toast: {
    get: () => useTriage.getState().toast,
    put: (toast) => useTriage.setState({ toast }),
  },
  sender: {
    run: (command) => following(command.op, sendCommand(command)),
    undo: (op) => sendUndo(op),
    undoLatest: () => sendUndoLatest(),
    redoLatest: () => sendRedoLatest(),
  },
  complete: (text) => text,
  showsFailure: () => false,
});

/** Why the last change of a paper was not saved, in words for the user; `null` where it was. */
export function useFailure(id: PaperId | undefined): string | null {
  const failure = useTriage(({ failures }) => (id ? failures[id] : undefined));
  return failure === undefined ? null : t('notSaved', failure);
}

/** Changes many papers of the library as one operation. */
export async function changeAll(ids: readonly PaperId[], change: Change): Promise<void> {
  await triageActions.change(
    ids.map((id) => ({ id, paper: null })),
    change,
  );
}

/** Does something with the library as a whole. */
export async function manage(task: Task): Promise<void> {
  const op = crypto.randomUUID();
  const answer = await following(op, sendTask({ op, task }));
  if (answer.ok) triageActions.sayDone(answer.text, op);
  else triageActions.sayNotSaved(answer.message);
}

/** Refreshes papers of the library from arXiv, as one operation. */
export async function refresh(ids: readonly PaperId[]): Promise<void> {
  const op = crypto.randomUUID();
  const answer = await following(op, sendRefresh({ op, ids }));
  if (!answer.ok) triageActions.warn(t('refreshFailed', answer.message));
  else if ('remark' in answer) triageActions.warn(`${answer.text}. ${answer.remark}`);
  else if (answer.history.undo === answer.text) triageActions.sayDone(answer.text, op);
  else triageActions.say(answer.text); // nothing changed, so there is nothing to undo
}

/** A paper's state once its pending changes are saved, from which the next key press goes on. */
export function stateToCome(id: PaperId, shown: TriageState): TriageState {
  return stateAfter(useTriage.getState().pending, id, shown);
}

/** Shows the progress of a command until it is answered. */
async function following<A>(op: OperationId, answering: Promise<A>): Promise<A> {
  const stop = hear('progress', (progress) => {
    if (progress.op === op) useTriage.setState({ progress });
  });
  const answer = await answering;
  stop();
  useTriage.setState(({ progress }) => (progress?.op === op ? { progress: null } : {}));
  return answer;
}
