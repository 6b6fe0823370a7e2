/** Reads of the library as a whole, for sections of the library page and imports. The popup does without. */

import { type Duplicates, findDuplicates } from '../identity/duplicates';
import {
  createFindKnown,
  type KnownPaper,
  knownPaper,
  type Stranger,
} from '../identity/known-papers';
import { timeOf } from '../store/clock';
import type { LibraryDatabase } from '../store/database';
import { inChunks, type Report, untold } from '../store/in-chunks';
import { countWeeks, type Statistics, statisticsOf, type WeekCounts } from './overview';

export interface Surveys {
  readonly statistics: () => Promise<Statistics>;
  /** Papers of the list that are read, by the week in which they were marked so. */
  readonly readByWeek: () => Promise<WeekCounts>;
  /** Papers with different ids that seem to be the same, those in the trash aside. */
  readonly duplicates: () => Promise<Duplicates[]>;
  /** What the library has of these papers, in their order; `null` for those that are new. */
  readonly known: (
    strangers: readonly Stranger[],
    report: Report,
  ) => Promise<(KnownPaper | null)[]>;
}

export function createSurveys(db: LibraryDatabase): Surveys {
  return {
    async statistics() {
      return statisticsOf(await db.catalogue.toArray());
    },

    async readByWeek() {
      const times: number[] = [];
      await db.transaction('r', db.papers, async () => {
        const read = db.papers.where('[shelf+triage.status]').equals(['list', 'read']);
        await inChunks(await read.primaryKeys(), untold, async (ids) => {
          for (const record of await db.papers.bulkGet([...ids])) {
            const stamp = record?.stamps.status;
            if (stamp) times.push(timeOf(stamp));
          }
        });
      });
      return countWeeks(times);
    },

    duplicates: () => findDuplicates(db),

    known: (strangers, report) =>
      db.transaction('r', db.papers, db.titles, async () => {
        const find = await createFindKnown(db);
        const known: (KnownPaper | null)[] = [];
        await inChunks(strangers, report, async (some) => {
          for (const record of await find(some)) {
            known.push(record && knownPaper(record));
          }
        });
        return known;
      }),
  };
}
