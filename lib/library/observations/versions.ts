/** New versions of papers on the reading list: met on pages, told until the user takes note. */
import type { Details, Meeting, PaperDetails } from '@/lib/protocol/messages';
import type { SeenVersion } from '@/lib/protocol/saved-library';
import type { LibraryDatabase } from '../store/database';
import { tick } from '../store/device-clock';
import { newVersionOf } from '../store/new-version';
import type { PaperRecord } from '../store/record';
import { paperTables, putPapers } from '../write/write-papers';

export interface Versions {
  /** Keeps what a page tells of papers, and gives what is to be told of those on the reading list. */
  readonly meet: (meetings: readonly Meeting[]) => Promise<Details>;
}

/** `now` gives milliseconds. */
export function createVersions(db: LibraryDatabase, now: () => number = Date.now): Versions {
  return {
    meet: (meetings) =>
      db.transaction('rw', [...paperTables(db)], async () => {
        const records = await db.papers.bulkGet(meetings.map(({ id }) => id));
        const changed = new Map<PaperRecord['id'], PaperRecord>();
        for (const [index, meeting] of meetings.entries()) {
          const record = changed.get(meeting.id) ?? records[index];
          if (record) changed.set(record.id, withMeeting(record, meeting));
        }
        const known = new Set(records);
        const learned = [...changed.values()].filter((record) => !known.has(record));
        if (learned.length > 0) await putPapers(db, learned, await tick(db, now()));
        return Object.fromEntries(
          [...changed.values()]
            .filter(({ shelf }) => shelf === 'list')
            .map((record) => [record.id, detailsOf(record)]),
        );
      }),
  };
}

function detailsOf(record: PaperRecord): PaperDetails {
  return { added: record.added, newVersion: newVersionOf(record) };
}

/** The same record when the page told nothing new. */
function withMeeting(record: PaperRecord, { version, replacedOn }: Meeting): PaperRecord {
  const met: SeenVersion = {
    version: Math.max(version ?? 0, record.met?.version ?? 0) || null,
    replacedOn: latest(replacedOn, record.met?.replacedOn ?? null),
  };
  // What was saved without a version is known in the first that is met.
  const knownVersion = record.knownVersion ?? record.meta.version ?? met.version ?? undefined;
  const isSame =
    met.version === (record.met?.version ?? null) &&
    met.replacedOn === (record.met?.replacedOn ?? null) &&
    knownVersion === record.knownVersion;
  if (isSame) return record;
  return { ...record, met, ...(knownVersion !== undefined && { knownVersion }) };
}

function latest(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
