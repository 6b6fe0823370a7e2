/** Makes backups: files of the whole library in our own format, packed and kept beside it. */
import { exportPapers } from '@/lib/exchange/export-papers';
import { gatherExtras, storedOutsideLibrary } from '@/lib/exchange/gather-extras';
import type { Queries } from '@/lib/library/queries/queries';
import type { Backup } from './backup';
import type { BackupStore } from './backup-store';
import { pack } from './pack';
import { type BackupReason, dayOf } from './retention';

type BackupQueries = Pick<Queries, 'allNums' | 'byNums' | 'rest' | 'writtenNotes' | 'clock'>;

export interface BackupMaker {
  /** Makes one now. @throws where it cannot be kept. */
  readonly make: (reason: BackupReason, report?: (done: number) => void) => Promise<Backup>;
  /** Makes the day's, if it is not there and anything changed since the last. */
  readonly makeDaily: () => Promise<Backup | null>;
}

/** `now` gives milliseconds. */
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
    return store.keep({ name, at, reason, papers: nums.length, mark }, await pack(file));
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

/** The same where nothing changed that a backup holds. */
async function markOf(queries: Pick<Queries, 'clock'>): Promise<string> {
  return JSON.stringify([await queries.clock(), await storedOutsideLibrary()]);
}
