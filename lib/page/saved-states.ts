/** What is saved of the papers on a page. */
import type { PaperId } from '@/lib/paper';
import type { States } from '@/lib/protocol/acknowledgement';
import { askUntilAnswered, NoAnswer } from '@/lib/protocol/ask';
import type { PageStore } from './store';

/** Takes over states, whoever changed them. */
export function learnStates(store: PageStore, states: States): void {
  store.setState(({ saved }) => ({ saved: { ...saved, ...states } }));
}

/**
 * Asks for the states of papers, in one message.
 * @throws {NoAnswer} when the background cannot be reached.
 */
export async function loadStates(store: PageStore, ids: readonly PaperId[]): Promise<void> {
  if (ids.length === 0) return;
  const states = await inTime(askUntilAnswered('states', ids)).catch((error: unknown) => {
    if (!(error instanceof NoAnswer)) throw error;
    return askUntilAnswered('states', ids);
  });
  learnStates(store, states);
}

/** A message can be lost on its way, as while a page comes back from the cache of the back button. */
const PATIENCE_MS = 3_000;

/** @throws {NoAnswer} where the answer takes longer than any that is still to come. */
function inTime<T>(answering: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new NoAnswer('It took too long.')), PATIENCE_MS);
    answering.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
