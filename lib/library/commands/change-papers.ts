/** Changes to papers, in the transaction of a command. */

import { t } from '@/lib/i18n';
import type { Paper, PaperId } from '@/lib/paper';
import type { Change } from '@/lib/protocol/change';
import type { Command } from '@/lib/protocol/command';
import { inBatches, type ReportProgress } from '@/lib/util/in-batches';
import { mergedFields, targetFields } from '../identity/merge-fields';
import { updateMetadata } from '../identity/metadata';
import { fallbackIds, titleMatch } from '../identity/title-match';
import { acknowledgedFields, fieldsOfChange } from '../store/change-fields';
import { type Stamp, timeOf } from '../store/clock';
import type { LibraryDatabase } from '../store/database';
import { nextNumber, saveNextNumber } from '../store/paper-numbers';
import { getPapers, resolveMerged } from '../store/paper-reads';
import { newRecord, type PaperRecord } from '../store/record';
import { changedFields, type Fields, readFields, setFields } from '../store/record-fields';
import { Refusal } from '../store/refusal';
import { collectStates } from '../store/states';
import type { PaperChanges, PaperWrite } from '../store/writes';
import { createPaperWriter } from '../write/write-papers';

/**
 * Applies a command's change to its papers; unknown ones are created as the command describes them. A
 * paper that is known only by its title or DOI is joined with the new one. `title` is that of the first.
 * @throws {Refusal} for an unknown paper that the command does not describe.
 */
export async function changePapers(
  db: LibraryDatabase,
  command: Command,
  stamp: Stamp,
  report: ReportProgress,
): Promise<PaperChanges & { readonly title: string }> {
  const writes: PaperWrite[] = [];
  const states = collectStates(command.papers.length);
  const writer = createPaperWriter(db, stamp);
  let title: string | null = null;
  await inBatches(command.papers, report, async (papers) => {
    const ids = papers.map(({ id }) => id);
    const fallbacks = papers.flatMap(({ paper }) => (paper ? fallbackIds(paper) : []));
    const [{ resolve, records }, unidentified, first] = await Promise.all([
      resolveMerged(db, ids),
      getPapers(db, fallbacks),
      nextNumber(db),
    ]);
    let next = first;
    const write = (record: PaperRecord, fields: Fields) => {
      writes.push({ id: record.id, before: readFields(record, fields), after: fields });
      records.set(record.id, setFields(record, fields, stamp));
    };
    for (const { id: givenId, paper } of papers) {
      const id = resolve(givenId);
      const known = records.get(id);
      const record = known ?? (paper && newRecord({ ...paper, id }, next++, stamp));
      if (!record) throw new Refusal('unknown-paper', t('refusedUnknownPaper'));
      const match = known || !paper ? null : findMatch(paper, unidentified, command.change);
      const joinedFields = match ? changedFields(record, targetFields(record, [match], stamp)) : {};
      const joinedRecord = setFields(record, joinedFields, stamp);
      const decided = fieldsToWrite(joinedRecord, command.change, paper, stamp);
      const fields = { ...joinedFields, ...decided };
      if (match) write(match, mergedFields(match, id));
      write(paper ? updateMetadata(record, paper, stamp) : record, fields);
      title ??= record.meta.title;
    }
    states.add(records.values());
    await Promise.all([
      writer.put([...records.values()]),
      papers.length === command.papers.length && writer.flush(), // in parallel, for speed, if there is one batch
      next > first && saveNextNumber(db, next),
    ]);
  });
  await writer.flush();
  return { writes, states: states.all(), title: title ?? '' };
}

/** The record to join, unless it has a note that the change, made without seeing it, would replace. */
function findMatch(
  paper: Paper,
  unidentified: ReadonlyMap<PaperId, PaperRecord>,
  change: Change,
): PaperRecord | null {
  const match = titleMatch(paper, unidentified);
  const keepsNote = change.kind !== 'note' || change.value.includes(match?.triage.note ?? '');
  return keepsNote ? match : null;
}

/**
 * The fields of a change and those that follow from it: any change but a removal takes a paper out
 * of the trash; a paper that comes onto the reading list gets its time and the version the user knows.
 */
function fieldsToWrite(
  record: PaperRecord,
  change: Change,
  paper: Paper | null,
  stamp: Stamp,
): Fields {
  const decided =
    change.kind === 'acknowledgeVersion' ? acknowledgedFields(record) : fieldsOfChange(change);
  const fields =
    record.deleted && !('deleted' in decided) ? { ...decided, deleted: false } : decided;
  const after = setFields(record, fields, stamp);
  const isNewOnList = after.shelf === 'list' && (record.shelf === 'none' || record.added === 0);
  if (!isNewOnList) return fields;
  const version = paper?.version ?? record.meta.version;
  return { ...fields, added: timeOf(stamp), ...(version !== null && { knownVersion: version }) };
}
