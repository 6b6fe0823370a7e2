/** New versions of papers on the reading list: reported by pages, shown until the user takes note. */
import type { SeenVersion } from '@/lib/protocol/saved-library';
import type { Details, PaperDetails, VersionReport } from '@/lib/protocol/version-report';
import type { LibraryDatabase } from '../store/database';
import { tick } from '../store/device-clock';
import { newVersionOf } from '../store/new-version';
import type { PaperRecord } from '../store/record';
import { paperTables, putPapers } from '../write/write-papers';

export interface Versions {
  /** Keeps what a page says of papers' versions; gives details of those on the reading list. */
  readonly report: (reports: readonly VersionReport[]) => Promise<Details>;
}

/** `now` gives milliseconds. */
export function createVersions(db: LibraryDatabase, now: () => number = Date.now): Versions {
  return {
    report: (reports) =>
      db.transaction('rw', [...paperTables(db)], async () => {
        const records = await db.papers.bulkGet(reports.map(({ id }) => id));
        const changed = new Map<PaperRecord['id'], PaperRecord>();
        for (const [index, report] of reports.entries()) {
          const record = changed.get(report.id) ?? records[index];
          if (record) changed.set(record.id, withReport(record, report));
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

/** The same record when the page reports nothing new. */
function withReport(record: PaperRecord, { version, replacedOn }: VersionReport): PaperRecord {
  const seen: SeenVersion = {
    version: Math.max(version ?? 0, record.met?.version ?? 0) || null,
    replacedOn: latest(replacedOn, record.met?.replacedOn ?? null),
  };
  // Of a paper saved without a version, the user knows the first that is seen.
  const knownVersion = record.knownVersion ?? record.meta.version ?? seen.version ?? undefined;
  const isSame =
    seen.version === (record.met?.version ?? null) &&
    seen.replacedOn === (record.met?.replacedOn ?? null) &&
    knownVersion === record.knownVersion;
  if (isSame) return record;
  return { ...record, met: seen, ...(knownVersion !== undefined && { knownVersion }) };
}

function latest(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
