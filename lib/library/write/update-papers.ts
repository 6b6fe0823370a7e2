import type { PaperId } from '@/lib/paper';
import { inBatches, type ReportProgress } from '@/lib/util/in-batches';
import type { Stamp } from '../store/clock';
import type { LibraryDatabase } from '../store/database';
import { getPapers } from '../store/paper-reads';
import type { PaperRecord } from '../store/record';
import { changedFields, type Fields, readFields, setFields } from '../store/record-fields';
import { collectStates } from '../store/states';
import type { PaperChanges, PaperWrite } from '../store/writes';
import { createPaperWriter } from './write-papers';

/**
 * Sets the fields that `fieldsFor` gives for each paper, in the transaction of a command. Only values
 * that differ are written; unknown papers are left out.
 */
export async function updatePapers(
  db: LibraryDatabase,
  ids: readonly PaperId[],
  fieldsFor: (record: PaperRecord) => Fields,
  stamp: Stamp,
  report: ReportProgress,
): Promise<PaperChanges> {
  const writes: PaperWrite[] = [];
  const states = collectStates(ids.length);
  const writer = createPaperWriter(db, stamp);
  await inBatches(ids, report, async (batch) => {
    const records = [...(await getPapers(db, batch)).values()];
    const changed = records.map((record) => {
      const after = changedFields(record, fieldsFor(record));
      writes.push({ id: record.id, before: readFields(record, after), after });
      return setFields(record, after, stamp);
    });
    await writer.put(changed);
    states.add(changed);
  });
  await writer.flush();
  return { writes, states: states.all() };
}
