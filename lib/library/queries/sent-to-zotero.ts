/** Which papers were sent to Zotero, so that none goes there twice unasked. */
import type { ZoteroBatch } from '@/lib/protocol/zotero';
import type { LibraryDatabase } from '../store/database';
import { resolveMerged } from '../store/paper-reads';
import { newRecord, type PaperRecord } from '../store/record';

export interface SentToZotero {
  /** The papers of a batch as the library has them, else as the page shows them; others are left out. */
  readonly records: (papers: ZoteroBatch['papers']) => Promise<PaperRecord[]>;
  readonly save: (records: readonly PaperRecord[]) => Promise<void>;
}

/** `now` gives milliseconds. */
export function createSentToZotero(
  db: LibraryDatabase,
  now: () => number = Date.now,
): SentToZotero {
  return {
    records: (papers) =>
      db.transaction('r', db.papers, async () => {
        const ids = papers.map(({ id }) => id);
        const { resolve, records } = await resolveMerged(db, ids);
        for (const { id: givenId, paper } of papers) {
          const id = resolve(givenId);
          if (paper && !records.has(id)) records.set(id, newRecord({ ...paper, id }, 0, ''));
        }
        return [...records.values()];
      }),
    async save(records) {
      const at = now();
      await db.zotero.bulkPut(records.map(({ id }) => ({ id, at })));
    },
  };
}
