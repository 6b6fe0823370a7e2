/** Papers on the page that the library knows by their titles alone. */
import type { PaperId } from '@/lib/paper';
import { ask, NoAnswer } from '@/lib/protocol/ask';
import { LIMITS } from '@/lib/protocol/limits';
import { learnStates } from './saved-states';
import type { PageStore } from './store';

/** Shows what was decided about these papers before their arXiv ids were known, if there are any such. */
export async function loadTitleMatches(store: PageStore, ids: readonly PaperId[]): Promise<void> {
  try {
    if (!(await ask('hasUnidentified'))) return;
    const { rows, saved } = store.getState();
    const wanted = new Set(ids.filter((id) => !(id in saved)));
    const papers = rows
      .filter(({ id }) => wanted.has(id))
      .map(({ id, title }) => ({ id, title }))
      .slice(0, LIMITS.idsPerRequest);
    if (papers.length > 0) learnStates(store, await ask('titleMatches', papers));
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error; // the next visit is soon enough
  }
}
