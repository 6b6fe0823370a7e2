/** Triage in the extension's own pages: what is on its way there, and what their toast says. */
import { create } from 'zustand';
import { t } from '@/lib/i18n';
import type { PaperId, TriageState } from '@/lib/paper';
import type { Acknowledgement } from '@/lib/protocol/acknowledgement';
import type { Change } from '@/lib/protocol/change';
import { hear } from '@/lib/protocol/hear';
import type { Progress } from '@/lib/protocol/news';
import type { OperationId } from '@/lib/protocol/operation-id';
import {
  sendCommand,
  sendRedoLatest,
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
  /** How far a long command has come that was given here. */
  readonly progress: Progress | null;
}

export const useTriage = create<OngoingTriage>(() => ({
  ...NO_CHANGES,
  toast: null,
  progress: null,
}));

/** Changes papers, and undoes what was done. */
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

/** Changes many papers as one, those that the library knows. */
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

/** How a paper will be when all that was asked for is done: a key pressed meanwhile goes on from there. */
export function stateToCome(id: PaperId, shown: TriageState): TriageState {
  return stateAfter(useTriage.getState().pending, id, shown);
}

/** Shows how far a command has come until it is answered. */
async function following(
  op: OperationId,
  answering: Promise<Acknowledgement>,
): Promise<Acknowledgement> {
  const stop = hear('progress', (progress) => {
    if (progress.op === op) useTriage.setState({ progress });
  });
  const answer = await answering;
  stop();
  useTriage.setState(({ progress }) => (progress?.op === op ? { progress: null } : {}));
  return answer;
}
