/** Compares the entries of an import with the library. */
import { previewOf } from '@/lib/library/identity/known-papers';
import { latestTime, recordFromFile, withoutFuture } from '@/lib/library/identity/merge-records';
import type { Queries } from '@/lib/library/queries/queries';
import type { LibraryReports } from '@/lib/library/queries/reports';
import { timeOf } from '@/lib/library/store/clock';
import { inBatches, type ReportProgress } from '@/lib/util/in-batches';
import type { ImportEntry } from './entry';
import { previewChanges } from './preview-changes';

/** Matches entries of our own files by their ids, and works out what they would change. */
export async function compareSaved(
  entries: readonly ImportEntry[],
  queries: Pick<Queries, 'papers' | 'clock'>,
  report: ReportProgress,
): Promise<void> {
  const clock = await queries.clock();
  const latest = latestTime(Math.max(Date.now(), clock === null ? 0 : timeOf(clock)));
  await inBatches(entries, report, async (some) => {
    const records = await queries.papers(some.map(({ imported: { id } }) => id));
    const byId = new Map(records.map((record) => [record.id, record]));
    for (const entry of some) {
      const record = byId.get(entry.imported.id);
      if (!record || !entry.saved) continue;
      entry.known = previewOf(record);
      entry.changes = previewChanges(
        record,
        recordFromFile(withoutFuture(entry.saved, latest), record.num),
      );
    }
  });
}

/** Matches entries of other files by their ids, DOIs or titles. */
export async function compareFound(
  entries: readonly ImportEntry[],
  reports: Pick<LibraryReports, 'known'>,
  report: ReportProgress,
): Promise<void> {
  const known = await reports.known(
    entries.map(({ imported: { id, meta } }) => ({ id, ...meta })),
    report,
  );
  for (const [index, entry] of entries.entries()) entry.known = known[index] ?? null;
}
