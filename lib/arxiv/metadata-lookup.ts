/** How far the look-ups of imported papers have come; outlives the worker and the browser. */
import { storage } from 'wxt/utils/storage';
import type { PaperId } from '@/lib/paper';
import type { OperationId } from '@/lib/protocol/operation-id';

export interface LookUps {
  /** Papers that arXiv is still to be asked about, by id. */
  readonly waiting: readonly PaperId[];
  /** Of how many of this round it was asked, */
  readonly done: number;
  /** and how many of those it knows. */
  readonly found: number;
  /** The commands that joined some with their arXiv ids, in their order. */
  readonly joins: readonly OperationId[];
}

export const lookUps = storage.defineItem<LookUps>('local:lookUps', {
  fallback: { waiting: [], done: 0, found: 0, joins: [] },
});
