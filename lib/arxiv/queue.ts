/** Papers that wait to be asked for. */

import type { Paper, PaperId } from '@/lib/paper';
import type { Abstracts } from '@/lib/protocol/abstracts';
import type { ApiEntry } from './atom';
import { createBatchSize, unlessRefused } from './batch-size';
import { paperOf } from './paper';
import type { Turns } from './turns';

/** More than all the pages that a person has open hold; the oldest are dropped. */
const MOST_WAITING = 20_000;

export interface QueueServices {
  /** @throws {ApiFailure} */
  readonly fetchEntries: (ids: readonly PaperId[]) => Promise<readonly ApiEntry[]>;
  /** Those of the papers that the user wants fetched; asked before every request. */
  readonly allowed: (ids: readonly PaperId[]) => Promise<readonly PaperId[]>;
  readonly turns: Turns;
  /**
   * Keeps what came, and which papers arXiv does not know.
   * @throws {Error} with a sentence for the user.
   */
  readonly keep: (papers: readonly Paper[], unknown: readonly PaperId[]) => Promise<void>;
  readonly onFound: (abstracts: Abstracts) => void;
}

export interface AbstractQueue {
  /**
   * Has papers asked for, before those that wait already. Returns at once. Where the worker is
   * stopped before their turn they are forgotten: those who still want them ask again.
   */
  readonly add: (ids: readonly PaperId[]) => void;
}

export function createAbstractQueue(services: QueueServices): AbstractQueue {
  const { fetchEntries, allowed, turns, keep, onFound } = services;
  /** Those of the newest request first. What is being asked for is in it until the answer came. */
  let waiting = new Set<PaperId>();
  let isWorking = false;
  const size = createBatchSize();

  async function work(): Promise<void> {
    if (isWorking) return;
    isWorking = true;
    try {
      while (waiting.size > 0) await turns.take(next);
    } catch (error) {
      console.error('Winnow cannot fetch abstracts.', error);
      waiting.clear();
    } finally {
      isWorking = false; // at once when nothing waits any more: nothing that is added is missed
    }
  }

  async function next(): Promise<(() => Promise<void>) | null> {
    const asked = [...waiting];
    const wanted = new Set(await allowed(asked));
    for (const id of asked) if (!wanted.has(id)) waiting.delete(id);
    const batch = size.take(asked.filter((id) => wanted.has(id)));
    return batch.length === 0 ? null : () => ask(batch);
  }

  async function ask(batch: readonly PaperId[]): Promise<void> {
    const entries = (await unlessRefused(fetchEntries(batch))) ?? [];
    // No answer to any: one bad id spoils a request, and empty feeds are known to come
    // without cause (UnexpectedEmptyPageError of github.com/lukasschwab/arxiv.py).
    if (entries.length === 0 && batch.length > 1) {
      size.refused(batch.length);
      return;
    }
    size.answered();
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
