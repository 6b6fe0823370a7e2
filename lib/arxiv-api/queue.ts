/** Papers that wait to be asked for: one request at a time, and never two within three seconds. */
import { t } from '@/lib/i18n';
import type { Abstracts, AbstractsProblem } from '@/lib/messages';
import type { Paper, PaperId } from '@/lib/paper';
import type { ApiEntry } from './atom';
import { ApiFailure, IDS_PER_REQUEST } from './client';
import { begun, failed, type LastRequest, pauseLeft, succeeded } from './pace';
import { paperOf } from './paper';

/** More than all the pages that a person has open hold; the oldest are dropped. */
const MOST_WAITING = 20_000;

export interface QueueServices {
  /** @throws {ApiFailure} */
  readonly fetchEntries: (ids: readonly PaperId[]) => Promise<readonly ApiEntry[]>;
  /** Those of the papers that the user wants fetched; asked before every request. */
  readonly allowed: (ids: readonly PaperId[]) => Promise<readonly PaperId[]>;
  /** Outlives the worker. */
  readonly memory: {
    readonly get: () => Promise<LastRequest>;
    readonly set: (last: LastRequest) => Promise<void>;
  };
  /**
   * Keeps what came, and which papers arXiv does not know.
   * @throws {Error} with a sentence for the user.
   */
  readonly keep: (papers: readonly Paper[], unknown: readonly PaperId[]) => Promise<void>;
  readonly onFound: (abstracts: Abstracts) => void;
  readonly onProblem: (problem: AbstractsProblem | null) => void;
  /** Milliseconds. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

export interface AbstractQueue {
  /**
   * Has papers asked for, before those that wait already. Returns at once. Where the worker is
   * stopped before their turn they are forgotten: those who still want them ask again.
   */
  readonly add: (ids: readonly PaperId[]) => void;
}

export function createAbstractQueue(services: QueueServices): AbstractQueue {
  const { fetchEntries, allowed, memory, keep, onFound, onProblem, now, sleep } = services;
  /** Those of the newest request first. What is being asked for is in it until the answer came. */
  let waiting = new Set<PaperId>();
  let isWorking = false;
  /** How many to ask for at once: fewer after a refusal, so as to find out which one is to blame. */
  let size = IDS_PER_REQUEST;

  async function work(): Promise<void> {
    if (isWorking) return;
    isWorking = true;
    try {
      await sleep(pauseLeft(await memory.get(), now()));
      while (waiting.size > 0) await step();
    } catch (error) {
      // The memory failed. Without it the distance cannot be kept: nothing more is asked.
      console.error('Winnow cannot fetch abstracts.', error);
      waiting.clear();
    } finally {
      isWorking = false; // at once when nothing waits any more: nothing that is added is missed
    }
  }

  async function step(): Promise<void> {
    const asked = [...waiting];
    const wanted = new Set(await allowed(asked));
    for (const id of asked) if (!wanted.has(id)) waiting.delete(id);
    const batch = asked.filter((id) => wanted.has(id)).slice(0, size);
    if (batch.length === 0) return;
    const last = await memory.get();
    await memory.set(begun(last, now()));
    const next = await request(batch, last);
    await memory.set(next);
    if (next.problem || last.problem) onProblem(next.problem);
    await sleep(next.pause);
  }

  async function request(batch: readonly PaperId[], last: LastRequest): Promise<LastRequest> {
    try {
      await ask(batch);
      return succeeded(now());
    } catch (error) {
      if (error instanceof ApiFailure) return failed(last, now(), error.message, error.retryAfter);
      const detail = error instanceof Error ? error.message : String(error);
      return failed(last, now(), t('abstractsNotKept', detail), null);
    }
  }

  async function ask(batch: readonly PaperId[]): Promise<void> {
    const entries = await fetchEntries(batch).catch((error: unknown) => {
      if (error instanceof ApiFailure && error.kind === 'refused') return [];
      throw error;
    });
    // No answer to any: one bad id spoils a request, and empty feeds are known to come
    // without cause (UnexpectedEmptyPageError of github.com/lukasschwab/arxiv.py).
    if (entries.length === 0 && batch.length > 1) {
      size = Math.ceil(batch.length / 2);
      return;
    }
    size = Math.min(size * 2, IDS_PER_REQUEST);
    const papers = entries.map(paperOf).filter((paper) => paper !== null);
    const found = Object.fromEntries(papers.map(({ id, abstract }) => [id, abstract]));
    await keep(
      papers,
      batch.filter((id) => !(id in found)),
    );
    for (const id of batch) waiting.delete(id);
    if (papers.length > 0) onFound(found);
  }

  return {
    add(ids) {
      waiting = new Set([...new Set([...ids, ...waiting])].slice(0, MOST_WAITING));
      if (waiting.size > 0) void work();
    },
  };
}
