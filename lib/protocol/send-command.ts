import { t } from '@/lib/i18n';
import { errorMessage } from '@/lib/util/error-message';
import type { Acknowledgement, Kept } from './acknowledgement';
import type { Command, EditRules } from './command';
import type { ImportPart } from './imported';
import { askUntilAnswered, NoAnswer } from './messages';
import type { OperationId } from './operation-id';
import type { Rule } from './rule';
import type { SavedPart } from './saved-library';
import type { Manage } from './task';

/** Asked for at once: a page that Winnow has left behind is given no texts any more. */
const NO_ANSWER = t('noAnswer');

/** Has a command carried out. Never rejects; only `ok: true` means saved. */
export function sendCommand(command: Command): Promise<Acknowledgement> {
  return acknowledged(askUntilAnswered('run', command));
}

/** Has an operation undone. Never rejects; only `ok: true` means done. */
export function sendUndo(undoes: OperationId): Promise<Acknowledgement> {
  return acknowledged(askUntilAnswered('undo', { op: crypto.randomUUID(), undoes }));
}

/** Has something done with the library as a whole. Never rejects; only `ok: true` means done. */
export function sendTask(manage: Manage): Promise<Acknowledgement> {
  return acknowledged(askUntilAnswered('manage', manage));
}

/** Has a part of an import kept until all are there. Never rejects; only `ok: true` means kept. */
export async function sendImportPart(part: ImportPart | SavedPart): Promise<Kept> {
  try {
    return await askUntilAnswered('importPart', part);
  } catch (error) {
    return failureOf(error);
  }
}

/** Has a long command stop; that it did is told by its own answer. Never rejects. */
export async function sendCancel(op: OperationId): Promise<void> {
  await askUntilAnswered('cancel', op).catch(() => undefined);
}

/** Undoes what was done last, in whichever tab. Never rejects; only `ok: true` means done. */
export function sendUndoLatest(): Promise<Acknowledgement> {
  return acknowledged(askUntilAnswered('undoLatest', crypto.randomUUID()));
}

/** Does again what was undone last. Never rejects; only `ok: true` means done. */
export function sendRedoLatest(): Promise<Acknowledgement> {
  return acknowledged(askUntilAnswered('redoLatest', crypto.randomUUID()));
}

/** Has a change made to the list of rules. Never rejects; only `ok: true` means saved. */
export function sendRuleEdit(edit: EditRules): Promise<Acknowledgement> {
  return acknowledged(askUntilAnswered('editRules', edit));
}

/** Adds one rule after the others. Never rejects; only `ok: true` means saved. */
export function sendRule(rule: Rule): Promise<Acknowledgement> {
  return acknowledged(askUntilAnswered('addRule', { op: crypto.randomUUID(), rule }));
}

async function acknowledged(answer: Promise<Acknowledgement>): Promise<Acknowledgement> {
  try {
    return await answer;
  } catch (error) {
    return failureOf(error);
  }
}

function failureOf(error: unknown) {
  const message = error instanceof NoAnswer ? NO_ANSWER : t('failed', errorMessage(error));
  return { ok: false, code: 'storage', message } as const;
}
