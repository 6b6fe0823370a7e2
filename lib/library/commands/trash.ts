/** Emptying the trash: what was decided about its papers is forgotten, as if it had never been. */
import Dexie from 'dexie';
import { UNDECIDED } from '@/lib/paper';
import { type Stamp, timeOf } from '../store/clock';
import type { LibraryDatabase } from '../store/database';
import type { Report } from '../store/in-chunks';
import type { Fields, PaperRecord } from '../store/record';
import { tick } from '../store/stamps';
import { type Rewritten, rewritePapers } from '../write/rewrite-papers';
import { deletePapers, paperTables } from '../write/write-papers';

/** So long papers stay in the trash. */
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
  const { tags: _, ...undecided } = UNDECIDED;
  const tags = Object.fromEntries(triage.tags.map((tag) => [`tag:${tag}`, false]));
  return { ...undecided, ...tags, deleted: false, added: 0 };
}
