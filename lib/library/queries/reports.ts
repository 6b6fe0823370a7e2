/** Reads of the whole library, for sections of the library page and for imports; not in the popup. */

import { ignoreProgress, inBatches, type ReportProgress } from '@/lib/util/in-batches';
import type { Candidate } from '../identity/candidate';
import { type Duplicates, findDuplicates } from '../identity/duplicates';
import { createKnownPaperFinder, type KnownPaper, previewOf } from '../identity/known-papers';
import { timeOf } from '../store/clock';
import type { LibraryDatabase } from '../store/database';
import { countWeeks, type Statistics, statisticsOf, type WeekCounts } from './statistics';

export interface LibraryReports {
  readonly statistics: () => Promise<Statistics>;
  /** Papers on the list that are read, by the week in which they were marked so. */
  readonly readByWeek: () => Promise<WeekCounts>;
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
      return statisticsOf(await db.catalogue.toArray());
    },

    async readByWeek() {
      const times: number[] = [];
      await db.transaction('r', db.papers, async () => {
        const read = db.papers.where('[shelf+triage.status]').equals(['list', 'read']);
        await inBatches(await read.primaryKeys(), ignoreProgress, async (ids) => {
          for (const record of await db.papers.bulkGet([...ids])) {
            const stamp = record?.stamps.status;
            if (stamp) times.push(timeOf(stamp));
          }
        });
      });
      return countWeeks(times);
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
