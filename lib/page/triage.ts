/** Changes made on a page: shown at once, sent to the library, taken back when not acknowledged. */
import type { Acknowledgement, Change, OperationId, States } from '@/lib/command';
import { askUntilAnswered } from '@/lib/messages';
import type { PaperId } from '@/lib/paper';
import { sendCommand } from '@/lib/send-command';
import type { PageStore } from './store';

/**
 * Makes one change to the paper of a row. Never rejects: what went wrong is in the store's
 * `failures`, and the row shows again what the library holds.
 */
export async function change(store: PageStore, id: PaperId, wanted: Change): Promise<void> {
  const row = store.getState().rows.find((one) => one.id === id);
  if (!row) return;
  const op = crypto.randomUUID();
  store.setState(({ pending, failures }) => ({
    pending: [...pending, { op, id, change: wanted }],
    failures: without(failures, id),
  }));
  const answer = await sendCommand({ op, change: wanted, papers: [{ id, paper: row.read() }] });
  settle(store, op, id, answer);
}

/** Takes in what the library says of papers, here or elsewhere changed. */
export function learnStates(store: PageStore, states: States): void {
  store.setState(({ saved }) => ({ saved: { ...saved, ...states } }));
}

/**
 * Asks for the states of papers, in one message.
 * @throws {NoAnswer} when the background cannot be reached.
 */
export async function loadStates(store: PageStore, ids: readonly PaperId[]): Promise<void> {
  if (ids.length > 0) learnStates(store, await askUntilAnswered('states', ids));
}

function settle(store: PageStore, op: OperationId, id: PaperId, answer: Acknowledgement): void {
  store.setState(({ pending, saved, failures }) => ({
    pending: pending.filter((one) => one.op !== op),
    ...(answer.ok
      ? { saved: { ...saved, ...answer.states } }
      : { failures: { ...failures, [id]: answer.message } }),
  }));
}

function without<V>(record: Readonly<Record<PaperId, V>>, id: PaperId): Record<PaperId, V> {
  const { [id]: _, ...rest } = record;
  return rest;
}
