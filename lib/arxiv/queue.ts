/** The queue of papers whose abstracts are to be fetched. */
import type { Paper, PaperId } from '@/lib/paper';
import type { Abstracts } from '@/lib/protocol/abstracts';
import type { ApiEntry } from './atom';
import { createBatchSize, unlessRefused } from './batch-size';
import { paperOf } from './paper';
import type { Turns } from './turns';

/** More papers than all open pages hold; the oldest are dropped. */
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
   * Puts papers before those that wait already. If the worker is stopped before their turn they are
   * forgotten: pages that still need them ask again.
   */
  readonly add: (ids: readonly PaperId[]) => void;
}

export function createAbstractQueue(services: QueueServices): AbstractQueue {
  const { fetchEntries, allowed, turns, keep, onFound } = services;
  /** Those of the latest request first. Papers stay in it until arXiv has answered. */
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
      isWorking = false; // in the same turn as the last look at `waiting`: nothing is missed
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
    // One bad id spoils a request, and empty feeds are known to come without cause
    // (UnexpectedEmptyPageError of github.com/lukasschwab/arxiv.py).
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
