/** Requests to arXiv take turns: one at a time, and never two within three seconds. */
import { t } from '@/lib/i18n';
import type { AbstractsProblem } from '@/lib/protocol/abstracts';
import { errorMessage } from '@/lib/util/error-message';
import { ApiFailure } from './client';
import { begun, failed, type LastRequest, pauseLeft, succeeded } from './pace';

export interface TurnServices {
  /** Outlives the worker. */
  readonly memory: {
    readonly get: () => Promise<LastRequest>;
    readonly set: (last: LastRequest) => Promise<void>;
  };
  readonly onProblem: (problem: AbstractsProblem | null) => void;
  /** Milliseconds. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

export interface Turns {
  /**
   * Waits for its turn, then calls `prepare` and makes the request that it returns; `null`: there is
   * nothing left to ask for. When a request fails, that is reported, and the next turn comes later.
   * Resolves when the turn is over, even if it failed.
   * @throws if the memory fails: without it requests cannot be kept apart.
   */
  readonly take: (prepare: () => Promise<(() => Promise<void>) | null>) => Promise<void>;
}

export function createTurns({ memory, onProblem, now, sleep }: TurnServices): Turns {
  let before: Promise<unknown> = Promise.resolve();

  async function turn(prepare: Parameters<Turns['take']>[0]): Promise<void> {
    await sleep(pauseLeft(await memory.get(), now()));
    const request = await prepare();
    if (!request) return;
    const last = await memory.get();
    await memory.set(begun(last, now()));
    const next = await outcomeOf(request, last);
    await memory.set(next);
    if (next.problem || last.problem) onProblem(next.problem);
  }

  async function outcomeOf(request: () => Promise<void>, last: LastRequest): Promise<LastRequest> {
    try {
      await request();
      return succeeded(now());
    } catch (error) {
      if (error instanceof ApiFailure) return failed(last, now(), error.message, error.retryAfter);
      const detail = errorMessage(error);
      return failed(last, now(), t('abstractsNotKept', detail), null);
    }
  }

  return {
    take(prepare) {
      const mine = before.then(() => turn(prepare));
      before = mine.catch(() => undefined); // whoever took the turn handles the error
      return mine;
    },
  };
}
