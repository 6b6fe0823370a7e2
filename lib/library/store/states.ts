/** The states of papers, as pages are told of them. */
import type { PaperId } from '@/lib/paper';
import type { States } from '@/lib/protocol/acknowledgement';
import { LIMITS } from '@/lib/protocol/limits';
import type { LibraryDatabase } from './database';
import { getPapers } from './paper-reads';
import { type PaperRecord, stateOf } from './record';

/** Gathers the states of so many papers, if they are not too many to be told. */
export function collectStates(papers: number) {
  const states: Record<PaperId, States[PaperId]> = {};
  const isTold = papers <= LIMITS.statesPerAnswer;
  return {
    add(records: Iterable<PaperRecord>): void {
      if (!isTold) return;
      for (const record of records) {
        if (record.mergedInto) continue; // the other paper speaks for it
        for (const id of [record.id, ...(record.aliases ?? [])]) states[id] = stateOf(record);
      }
    },
    all: (): States | null => (isTold ? states : null),
  };
}

/** What pages show of papers; those that are not there are left out. */
export async function readStates(
  db: LibraryDatabase,
  ids: readonly PaperId[],
): Promise<States | null> {
  const states = collectStates(ids.length);
  if (states.all()) states.add((await getPapers(db, ids)).values());
  return states.all();
}
