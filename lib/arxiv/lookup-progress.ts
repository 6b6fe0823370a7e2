/** How far the lookup of missing metadata has come; outlives the worker and the browser. */
import type { PaperId } from '@/lib/paper';
import type { OperationId } from '@/lib/protocol/operation-id';
import { storedValue } from '@/lib/util/stored-value';

/** One round: from the first paper that waits until none does. */
export interface LookupProgress {
  /** Papers that arXiv is still to be asked about, by id. */
  readonly waiting: readonly PaperId[];
  /** How many papers of this round arXiv was asked about, */
  readonly done: number;
  /** and how many of those it knows. */
  readonly found: number;
  /** The commands that joined papers with their arXiv ids, in their order. */
  readonly joins: readonly OperationId[];
}

const NO_PROGRESS: LookupProgress = { waiting: [], done: 0, found: 0, joins: [] };

export const lookupProgress = storedValue<LookupProgress>('local', 'lookUps', NO_PROGRESS);

/** Takes papers out of the queue. */
export async function dequeue(ids: readonly PaperId[]): Promise<void> {
  if (ids.length === 0) return;
  const progress = await lookupProgress.getValue();
  await lookupProgress.setValue({ ...progress, waiting: without(progress.waiting, ids) });
}

/** Puts papers into the queue; a round that is not over becomes longer. */
export async function enqueue(ids: readonly PaperId[]): Promise<void> {
  if (ids.length === 0) return;
  const progress = await lookupProgress.getValue();
  const round = progress.waiting.length > 0 ? progress : NO_PROGRESS;
  const waiting = [...new Set([...round.waiting, ...ids])].sort();
  await lookupProgress.setValue({ ...round, waiting });
}

/** Notes that arXiv was asked about these papers, and knew so many; `joins` are what followed. */
export async function recordAnswer(
  ids: readonly PaperId[],
  found: number,
  joins: readonly OperationId[],
): Promise<void> {
  const progress = await lookupProgress.getValue();
  await lookupProgress.setValue({
    waiting: without(progress.waiting, ids),
    done: progress.done + ids.length,
    found: progress.found + found,
    joins: [...progress.joins, ...joins],
  });
}

function without(queue: readonly PaperId[], ids: readonly PaperId[]): PaperId[] {
  const gone = new Set(ids);
  return queue.filter((id) => !gone.has(id));
}
