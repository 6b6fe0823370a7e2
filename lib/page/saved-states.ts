/** What is saved of the papers on a page. */
import type { PaperId } from '@/lib/paper';
import type { States } from '@/lib/protocol/acknowledgement';
import { read } from '@/lib/protocol/ask';
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
  learnStates(store, await read('states', ids));
}
