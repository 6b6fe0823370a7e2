/** The states of papers, as they are sent to pages. */
import type { PaperId } from '@/lib/paper';
import type { States } from '@/lib/protocol/acknowledgement';
import { LIMITS } from '@/lib/protocol/limits';
import type { LibraryDatabase } from './database';
import { getPapers } from './paper-reads';
import { type PaperRecord, stateOf } from './record';

/** Collects the states of this many papers, unless they are too many for one answer. */
export function collectStates(papers: number) {
  const states: Record<PaperId, States[PaperId]> = {};
  const fits = papers <= LIMITS.statesPerAnswer;
  return {
    add(records: Iterable<PaperRecord>): void {
      if (!fits) return;
      for (const record of records) {
        if (record.mergedInto) continue; // the paper it was merged into has it as an alias
        for (const id of [record.id, ...(record.aliases ?? [])]) states[id] = stateOf(record);
      }
    },
    /** `null` when there are too many. */
    all: (): States | null => (fits ? states : null),
  };
}

/** The states of papers, without unknown ones; `null` when there are too many for one answer. */
export async function readStates(
  db: LibraryDatabase,
  ids: readonly PaperId[],
): Promise<States | null> {
  const states = collectStates(ids.length);
  if (states.all()) states.add((await getPapers(db, ids)).values());
  return states.all();
}
