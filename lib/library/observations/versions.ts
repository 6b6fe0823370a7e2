/** New versions of papers on the reading list: reported by pages, shown until the user takes note. */
import type { SeenVersion } from '@/lib/protocol/saved-library';
import type { Details, PaperDetails, VersionReport } from '@/lib/protocol/version-report';
import type { LibraryDatabase } from '../store/database';
import { tick } from '../store/device-clock';
import { newVersionOf } from '../store/new-version';
import type { PaperRecord } from '../store/record';
import { isQuotaError } from '../store/refusal';
import { paperTables, putPapers } from '../write/write-papers';

export interface Versions {
  /**
   * Keeps what a page says of papers' versions; gives details of those on the reading list. Keeps
   * nothing when the disk is full: pages will say it again.
   */
  readonly report: (reports: readonly VersionReport[]) => Promise<Details>;
}

/** `now` gives milliseconds. */
export function createVersions(db: LibraryDatabase, now: () => number = Date.now): Versions {
  return {
    async report(reports) {
      let details: Details = {};
      try {
        await db.transaction('rw', [...paperTables(db)], async () => {
          const records = await db.papers.bulkGet(reports.map(({ id }) => id));
          const changed = withReports(records, reports);
          details = Object.fromEntries(
            changed.filter(({ shelf }) => shelf === 'list').map((one) => [one.id, detailsOf(one)]),
          );
          const known = new Set(records);
          const learned = changed.filter((record) => !known.has(record));
          if (learned.length > 0) await putPapers(db, learned, await tick(db, now()));
        });
      } catch (error) {
        if (!isQuotaError(error)) throw error;
      }
      return details;
    },
  };
}

/** The known records after the reports on them, one for each paper. */
function withReports(
  records: readonly (PaperRecord | undefined)[],
  reports: readonly VersionReport[],
): readonly PaperRecord[] {
  const changed = new Map<PaperRecord['id'], PaperRecord>();
  for (const [index, report] of reports.entries()) {
    const record = changed.get(report.id) ?? records[index];
    if (record) changed.set(record.id, withReport(record, report));
  }
  return [...changed.values()];
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
