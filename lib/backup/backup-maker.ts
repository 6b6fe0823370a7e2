/** Makes backups: compressed files of the whole library in our own format. */
import { exportPapers } from '@/lib/exchange/export-papers';
import { gatherExtras, readFiltersAndSettings } from '@/lib/exchange/gather-extras';
import type { Queries } from '@/lib/library/queries/queries';
import type { Backup } from './backup';
import type { BackupStore } from './backup-store';
import { pack } from './pack';
import { type BackupReason, dayOf } from './retention';

type BackupQueries = Pick<
  Queries,
  'allNums' | 'byNums' | 'rulesAndTags' | 'writtenNotes' | 'clock'
>;

export interface BackupMaker {
  /** Makes a backup now; reports the number of papers written. @throws if it cannot be saved. */
  readonly make: (reason: BackupReason, report?: (done: number) => void) => Promise<Backup>;
  /**
   * Makes the daily backup if there is none yet today and anything changed since the last; else
   * `null`.
   */
  readonly makeDaily: () => Promise<Backup | null>;
}

/** Makes backups of the library into a store. `now` returns milliseconds since 1970. */
export function createBackupMaker(
  queries: BackupQueries,
  store: BackupStore,
  now: () => number = Date.now,
): BackupMaker {
  async function make(reason: BackupReason, report: (done: number) => void = () => undefined) {
    const at = now();
    const mark = await markOf(queries);
    const [nums, extras] = await Promise.all([queries.allNums(), gatherExtras(queries, true)]);
    const { signal } = new AbortController();
    const file = await exportPapers('winnow', nums, queries.byNums, { signal, report, extras });
    const name = new Date(at).toISOString();
    return store.save({ name, at, reason, papers: nums.length, mark }, await pack(file));
  }

  return {
    make,
    async makeDaily() {
      if ((await queries.clock()) === null) return null; // nothing was ever decided
      const [last] = await store.list();
      const isDue = !last || dayOf(last.at) !== dayOf(now());
      const isChanged = isDue && last?.mark !== (await markOf(queries));
      return isChanged ? make('daily') : null;
    },
  };
}

/** Identifies the contents of a backup: equal if nothing changed. */
async function markOf(queries: Pick<Queries, 'clock'>): Promise<string> {
  return JSON.stringify([await queries.clock(), await readFiltersAndSettings()]);
}
