/** Whoever asks arXiv takes turns: one request at a time, and never two within three seconds. */

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
   * Waits for its turn, and does then what `prepare` gives: one request, and what follows from it.
   * `null`: there is nothing to be asked any more. What the request throws is remembered and told;
   * the next turn is then later. Back when it is done, well or not.
   * @throws where the memory fails: without it the distance cannot be kept.
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
      before = mine.catch(() => undefined); // told to the one whose turn it was
      return mine;
    },
  };
}
