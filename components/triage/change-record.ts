import type { PaperRecord } from '@/lib/library/store/record';
import type { Paper, PaperId } from '@/lib/paper';
import type { Change } from '@/lib/protocol/change';
import { triageActions } from './use-triage';

/** A paper that can be changed. */
export interface ChangeablePaper {
  readonly id: PaperId;
  readonly title: string;
  /** As a page shows it, where it may be new to the library. */
  readonly paper: Paper | null;
}

export function changeable({ id, meta }: PaperRecord): ChangeablePaper {
  return { id, title: meta.title, paper: null };
}

/** Changes one paper of the library. */
export function changeRecord(record: PaperRecord, change: Change): void {
  void triageActions.change([changeable(record)], change);
}
