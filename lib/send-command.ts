import type { Acknowledgement, Command, OperationId } from './command';
import { askUntilAnswered, NoAnswer } from './messages';

/** Has a command carried out. Never rejects; only `ok: true` means saved. */
export function sendCommand(command: Command): Promise<Acknowledgement> {
  return acknowledged(askUntilAnswered('run', command));
}

/** Has an operation undone. Never rejects; only `ok: true` means done. */
export function sendUndo(undoes: OperationId): Promise<Acknowledgement> {
  return acknowledged(askUntilAnswered('undo', { op: crypto.randomUUID(), undoes }));
}

async function acknowledged(answer: Promise<Acknowledgement>): Promise<Acknowledgement> {
  try {
    return await answer;
  } catch (error) {
    const message =
      error instanceof NoAnswer
        ? 'Winnow did not answer. Try again, or reload this page.'
        : `Winnow failed (${error instanceof Error ? error.message : String(error)}).`;
    return { ok: false, code: 'storage', message };
  }
}
