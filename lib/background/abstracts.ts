/** Abstracts for pages: from the library at once, from arXiv when they come. */
import { storage } from 'wxt/utils/storage';
import { fetchEntries } from '@/lib/arxiv-api/client';
import { type LastRequest, NO_REQUEST } from '@/lib/arxiv-api/pace';
import { createAbstractQueue, type QueueServices } from '@/lib/arxiv-api/queue';
import type { AbstractCache } from '@/lib/library/abstracts';
import type { AbstractsAnswer, News } from '@/lib/messages';
import type { PaperId } from '@/lib/paper';
import { fetchAbstracts } from '@/lib/settings';

/** Until the browser is closed; outlives the worker. */
const lastRequest = storage.defineItem<LastRequest>('session:arxivApi', { fallback: NO_REQUEST });

export interface AbstractSource {
  /** The abstracts that are known. Has the others fetched if the user wants that. */
  readonly ask: (ids: readonly PaperId[]) => Promise<AbstractsAnswer>;
}

type Outside = Pick<QueueServices, 'fetchEntries' | 'now' | 'sleep'>;

const OUTSIDE: Outside = {
  fetchEntries,
  now: Date.now,
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/** `announce` tells the open pages; `outside` is given by tests alone. */
export function createAbstractSource(
  cache: AbstractCache,
  announce: (news: News) => void,
  outside: Outside = OUTSIDE,
): AbstractSource {
  const queue = createAbstractQueue({
    ...outside,
    isAllowed: () => fetchAbstracts.getValue(),
    memory: {
      get: () => lastRequest.getValue(),
      set: (last) => lastRequest.setValue(last),
    },
    keep: cache.keep,
    onFound: (abstracts) => announce({ abstracts }),
    onProblem: (abstractsProblem) => announce({ abstractsProblem }),
  });

  return {
    async ask(ids) {
      const { known, missing } = await cache.look(ids);
      if (missing.length === 0 || !(await fetchAbstracts.getValue())) {
        return { known, waiting: 0, problem: null };
      }
      queue.add(missing);
      const { problem } = await lastRequest.getValue();
      const isOver = problem !== null && problem.retryAt <= outside.now();
      return { known, waiting: missing.length, problem: isOver ? null : problem };
    },
  };
}
