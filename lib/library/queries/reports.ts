/** Reads of the whole library, for sections of the library page and for imports; not in the popup. */

import { inBatches, type ReportProgress } from '@/lib/util/in-batches';
import type { Candidate } from '../identity/candidate';
import { type Duplicates, findDuplicates } from '../identity/duplicates';
import { createKnownPaperFinder, type KnownPaper, previewOf } from '../identity/known-papers';
import type { LibraryDatabase } from '../store/database';
import { type Statistics, statisticsOf } from './statistics';

export interface LibraryReports {
  readonly statistics: () => Promise<Statistics>;
  /** Papers with different ids that seem to be the same; without the trash. */
  readonly duplicates: () => Promise<Duplicates[]>;
  /** What the library has of these papers, in their order; `null` for those that are new. */
  readonly known: (
    candidates: readonly Candidate[],
    report: ReportProgress,
  ) => Promise<(KnownPaper | null)[]>;
}

export function createReports(db: LibraryDatabase): LibraryReports {
  return {
    async statistics() {
      // In a transaction: reads without one may get incomplete copies from Dexie's cache.
      return statisticsOf(await db.transaction('r', db.catalogue, () => db.catalogue.toArray()));
    },

    duplicates: () => findDuplicates(db),

    known: (candidates, report) =>
      db.transaction('r', db.papers, db.titles, async () => {
        const find = await createKnownPaperFinder(db);
        const known: (KnownPaper | null)[] = [];
        await inBatches(candidates, report, async (some) => {
          for (const record of await find(some)) {
            known.push(record && previewOf(record));
          }
        });
        return known;
      }),
  };
}
