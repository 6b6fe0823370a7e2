/** Reads of the whole library, for sections of the library page and for imports; not in the popup. */

import { type Day, dayOf } from '@/lib/util/day';
import { ignoreProgress, inBatches, type ReportProgress } from '@/lib/util/in-batches';
import type { Candidate } from '../identity/candidate';
import { type Duplicates, findDuplicates } from '../identity/duplicates';
import { createKnownPaperFinder, type KnownPaper, previewOf } from '../identity/known-papers';
import { timeOf } from '../store/clock';
import type { LibraryDatabase } from '../store/database';
import { countDays, type DayCounts } from './day-counts';
import { type Statistics, statisticsOf } from './statistics';

/** Papers on the list that are read. */
export interface Reads {
  /** By the day on which they were last marked so. */
  readonly days: DayCounts;
  /** By the number of days between being added and that. */
  readonly waits: DayCounts;
}

export interface LibraryReports {
  readonly statistics: () => Promise<Statistics>;
  /** When the papers of the list were read. */
  readonly reads: () => Promise<Reads>;
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

    async reads() {
      const days: Day[] = [];
      const waits: number[] = [];
      await db.transaction('r', db.papers, async () => {
        const read = db.papers.where('[shelf+triage.status]').equals(['list', 'read']);
        await inBatches(await read.primaryKeys(), ignoreProgress, async (ids) => {
          for (const record of await db.papers.bulkGet([...ids])) {
            if (!record) continue;
            const { added, stamps } = record;
            const addedOn = dayOf(added);
            // Imports may bring what was read before it was added here.
            const readOn = stamps.status
              ? Math.max(addedOn, dayOf(timeOf(stamps.status)))
              : addedOn;
            days.push(readOn);
            waits.push(readOn - addedOn);
          }
        });
      });
      return { days: countDays(days), waits: countDays(waits) };
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
