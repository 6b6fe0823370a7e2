import type { PaperId } from '@/lib/paper';
import type { Stamp } from '../store/clock';
import type { LibraryDatabase } from '../store/database';
import { inChunks, type Report } from '../store/in-chunks';
import type { Changed, Write } from '../store/operation';
import { getPapers } from '../store/paper-reads';
import type { PaperRecord } from '../store/record';
import { different, type Fields, readFields, setFields } from '../store/record-fields';
import { collectStates } from '../store/states';
import { createPaperWriter } from './write-papers';

export type Rewritten = Omit<Changed, 'title'>;

/** Writes those of a record's fields that become different, for each of these papers that is known. */
export async function rewritePapers(
  db: LibraryDatabase,
  ids: readonly PaperId[],
  fieldsFor: (record: PaperRecord) => Fields,
  stamp: Stamp,
  report: Report,
): Promise<Rewritten> {
  const writes: Write[] = [];
  const states = collectStates(ids.length);
  const writer = createPaperWriter(db, stamp);
  await inChunks(ids, report, async (chunk) => {
    const records = [...(await getPapers(db, chunk)).values()];
    const changed = records.map((record) => {
      const after = different(record, fieldsFor(record));
      writes.push({ id: record.id, before: readFields(record, after), after });
      return setFields(record, after, stamp);
    });
    await writer.put(changed);
    states.add(changed);
  });
  await writer.flush();
  return { writes, states: states.all() };
}
