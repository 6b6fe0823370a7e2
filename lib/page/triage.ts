/** Changes made on a page: shown at once, sent to the library, taken back when not acknowledged. */

import type { PaperId } from '@/lib/paper';
import type { Acknowledgement, States } from '@/lib/protocol/acknowledgement';
import type { Change } from '@/lib/protocol/change';
import { askUntilAnswered } from '@/lib/protocol/messages';
import type { OperationId } from '@/lib/protocol/operation-id';
import { sendCommand } from '@/lib/protocol/send-command';
import { type PageStore, paperOf } from './store';

/** A change is mostly saved before one could read that it is not, in milliseconds. */
const LATE_MS = 400;

/** The last command about each paper; the next waits for it, so that none overtakes another. */
const underWay = new WeakMap<PageStore, Map<PaperId, Promise<unknown>>>();

/** Makes one change to the paper of a row; see `changeAll`. */
export function change(
  store: PageStore,
  id: PaperId,
  wanted: Change,
): Promise<Acknowledgement | null> {
  return changeAll(store, [id], wanted);
}

/**
 * Makes the same change to papers on the page, as one operation. The changes of a paper come to the
 * library in the order they were made. Never rejects: what went wrong is in the answer and in the
 * store's `failures`, and the rows show again what the library holds. `null`: none was on the page.
 */
export function changeAll(
  store: PageStore,
  ids: readonly PaperId[],
  wanted: Change,
): Promise<Acknowledgement | null> {
  const rowOf = new Map(store.getState().rows.map((row) => [row.id, row]));
  const rows = ids.flatMap((id) => rowOf.get(id) ?? []);
  if (rows.length === 0) return Promise.resolve(null);
  const op = crypto.randomUUID();
  store.setState(({ pending, failures }) => ({
    pending: [...pending, ...rows.map(({ id }) => ({ op, id, change: wanted }))],
    failures: without(failures, ids),
  }));
  const papers = rows.map((row) => ({ id: row.id, paper: paperOf(store.getState(), row) }));
  const timer = setTimeout(() => {
    store.setState(({ pending }) => ({
      pending: pending.map((one) => (one.op === op ? { ...one, isLate: true } : one)),
    }));
  }, LATE_MS);
  const before = underWay.get(store) ?? new Map<PaperId, Promise<unknown>>();
  underWay.set(store, before);
  const sent = Promise.all(rows.map(({ id }) => before.get(id)))
    .then(() => sendCommand({ op, change: wanted, papers }))
    .then((answer) => {
      clearTimeout(timer);
      settle(store, op, ids, answer);
      return answer;
    });
  for (const { id } of rows) before.set(id, sent);
  return sent;
}

/** Resolves when every change made so far was answered. */
export async function settled(store: PageStore): Promise<void> {
  await Promise.all(underWay.get(store)?.values() ?? []);
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

function settle(
  store: PageStore,
  op: OperationId,
  ids: readonly PaperId[],
  answer: Acknowledgement,
): void {
  store.setState(({ pending, saved, failures }) => ({
    pending: pending.filter((one) => one.op !== op),
    ...(answer.ok
      ? { saved: { ...saved, ...answer.states } }
      : { failures: { ...failures, ...allWith(ids, answer.message) } }),
  }));
}

function allWith<V>(ids: readonly PaperId[], value: V): Record<PaperId, V> {
  return Object.fromEntries(ids.map((id) => [id, value]));
}

function without<V>(
  record: Readonly<Record<PaperId, V>>,
  ids: readonly PaperId[],
): Record<PaperId, V> {
  const gone = new Set<string>(ids);
  return Object.fromEntries(Object.entries(record).filter(([id]) => !gone.has(id)));
}
