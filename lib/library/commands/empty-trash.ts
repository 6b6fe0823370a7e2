/** Empties the trash. */
import Dexie from 'dexie';
import type { ReportProgress } from '@/lib/util/in-batches';
import { type Stamp, timeOf } from '../store/clock';
import type { LibraryDatabase } from '../store/database';
import { tick } from '../store/device-clock';
import type { PaperRecord } from '../store/record';
import { type Fields, undecidedFields } from '../store/record-fields';
import type { PaperChanges } from '../store/writes';
import { updatePapers } from '../write/update-papers';
import { deletePapers, paperTables } from '../write/write-papers';

/** How long papers stay in the trash. */
const RETENTION_MS = 30 * 24 * 3_600_000;

/** Makes all papers in the trash undecided, in the transaction of a command. */
export async function emptyTrash(
  db: LibraryDatabase,
  stamp: Stamp,
  report: ReportProgress,
): Promise<PaperChanges> {
  return updatePapers(db, await inTrash(db).primaryKeys(), fieldsToClear, stamp, report);
}

/** Deletes papers that have been in the trash too long. No command, so it cannot be undone. `now`: milliseconds. */
export function emptyOldTrash(db: LibraryDatabase, now: number): Promise<void> {
  return db.transaction('rw', [...paperTables(db)], async () => {
    const expired: PaperRecord[] = [];
    await inTrash(db).each((record) => {
      const { deleted } = record.stamps;
      if (deleted && now - timeOf(deleted) > RETENTION_MS) expired.push(record);
    });
    if (expired.length > 0) await deletePapers(db, expired, await tick(db, now));
  });
}

function inTrash(db: LibraryDatabase) {
  return db.papers.where('[shelf+added]').between(['trash', Dexie.minKey], ['trash', Dexie.maxKey]);
}

function fieldsToClear({ triage }: PaperRecord): Fields {
  return { ...undecidedFields(triage), deleted: false, added: 0 };
}
