/** Writes, as pages send them. None rejects; only an answer with `ok: true` means done. */
import { t } from '@/lib/i18n';
import { errorMessage } from '@/lib/util/error-message';
import { type Arguments, askUntilAnswered, NoAnswer } from './ask';
import type { Command, EditRules } from './command';
import type { Answer, Payload, RequestName } from './messages';
import type { OperationId } from './operation-id';
import type { Rule } from './rule';
import type { Manage } from './task';

/** Carries out a change to papers. */
export const sendCommand = (command: Command) => send('run', command);

/** Does something with the library as a whole. */
export const sendTask = (manage: Manage) => send('manage', manage);

/** Keeps a part of an import until all are there. */
export const sendImportPart = (part: Payload<'importPart'>) => send('importPart', part);

export const sendUndo = (undoes: OperationId) => send('undo', { op: crypto.randomUUID(), undoes });

/** Undoes what was done last, in whichever tab. */
export const sendUndoLatest = () => send('undoLatest', crypto.randomUUID());

/** Does again what was undone last. */
export const sendRedoLatest = () => send('redoLatest', crypto.randomUUID());

export const sendRuleEdit = (edit: EditRules) => send('editRules', edit);

/** Adds one rule after the others. */
export const sendRule = (rule: Rule) => send('addRule', { op: crypto.randomUUID(), rule });

/** Refreshes papers from arXiv. */
export const sendRefresh = (refresh: Payload<'refreshPapers'>) => send('refreshPapers', refresh);

/** Stops a long command, whose own answer says whether it did stop. */
export async function sendCancel(op: OperationId): Promise<void> {
  await askUntilAnswered('cancel', op).catch(() => undefined);
}

interface Failure {
  readonly ok: false;
  readonly code: 'storage';
  readonly message: string;
}

/** Requests whose answers can say that they failed. */
type Write = { [N in RequestName]: Failure extends Answer<N> ? N : never }[RequestName];

/** Read at once: a page that Winnow has left behind is given no texts any more. */
const NO_ANSWER = t('noAnswer');

async function send<N extends Write>(
  name: N,
  ...payload: Arguments<N>
): Promise<Answer<N> | Failure> {
  try {
    return await askUntilAnswered(name, ...payload);
  } catch (error) {
    const message = error instanceof NoAnswer ? NO_ANSWER : t('failed', errorMessage(error));
    return { ok: false, code: 'storage', message };
  }
}
