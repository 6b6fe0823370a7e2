/** Empties the trash: its papers are as if nothing had ever been decided about them. */
import Dexie from 'dexie';
import { type Stamp, timeOf } from '../store/clock';
import type { LibraryDatabase } from '../store/database';
import { tick } from '../store/device-clock';
import type { Report } from '../store/in-chunks';
import type { PaperRecord } from '../store/record';
import { type Fields, undecidedFields } from '../store/record-fields';
import { type Rewritten, rewritePapers } from '../write/rewrite-papers';
import { deletePapers, paperTables } from '../write/write-papers';

/** How long papers stay in the trash. */
const KEPT_MS = 30 * 24 * 3_600_000;

export async function emptyTrash(
  db: LibraryDatabase,
  stamp: Stamp,
  report: Report,
): Promise<Rewritten> {
  return rewritePapers(db, await inTrash(db).primaryKeys(), forgotten, stamp, report);
}

/** Removes for good what has been in the trash for 30 days. No command: it cannot be undone. */
export function emptyOldTrash(db: LibraryDatabase, now: number): Promise<void> {
  return db.transaction('rw', [...paperTables(db)], async () => {
    const old: PaperRecord[] = [];
    await inTrash(db).each((record) => {
      const since = record.stamps.deleted;
      if (since && now - timeOf(since) > KEPT_MS) old.push(record);
    });
    if (old.length > 0) await deletePapers(db, old, await tick(db, now));
  });
}

function inTrash(db: LibraryDatabase) {
  return db.papers.where('[shelf+added]').between(['trash', Dexie.minKey], ['trash', Dexie.maxKey]);
}

function forgotten({ triage }: PaperRecord): Fields {
  return { ...undecidedFields(triage), deleted: false, added: 0 };
}
