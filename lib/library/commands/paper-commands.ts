/** What commands make of papers: which fields they write. */

import { t } from '@/lib/i18n';
import type { Paper } from '@/lib/paper';
import type { Change } from '@/lib/protocol/change';
import type { Command } from '@/lib/protocol/command';
import { inBatches, type ReportProgress } from '@/lib/util/in-batches';
import { absorbed, joined } from '../identity/join';
import { learn } from '../identity/metadata';
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

/** Makes a command's change to its papers, and writes them. */
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
    const asked = papers.map(({ id }) => id);
    const fallbacks = papers.flatMap(({ paper }) => (paper ? fallbackIds(paper) : []));
    const [{ names, records }, unidentified, first] = await Promise.all([
      resolveMerged(db, asked),
      getPapers(db, fallbacks),
      nextNumber(db),
    ]);
    let next = first;
    const write = (record: PaperRecord, fields: Fields) => {
      writes.push({ id: record.id, before: readFields(record, fields), after: fields });
      records.set(record.id, setFields(record, fields, stamp));
    };
    for (const { id: name, paper } of papers) {
      const id = names.get(name) ?? name;
      const known = records.get(id);
      const record = known ?? (paper && newRecord({ ...paper, id }, next++, stamp));
      if (!record) throw new Refusal('unknown-paper', t('refusedUnknownPaper'));
      // It may be known by its title or DOI: then it goes on as that paper, in the same command.
      const other = known || !paper ? null : titleMatch(paper, unidentified);
      const match = other && keepsNote(command.change, other) ? other : null;
      const joining = match ? changedFields(record, joined(record, [match], stamp)) : {};
      const now = setFields(record, joining, stamp);
      const fields = { ...joining, ...fieldsToWrite(now, command.change, paper, stamp) };
      if (match) write(match, absorbed(match, id));
      write(paper ? learn(record, paper, stamp) : record, fields);
      title ??= record.meta.title;
    }
    states.add(records.values());
    await Promise.all([
      writer.put([...records.values()]),
      papers.length === command.papers.length && writer.flush(), // a star does not wait for it
      next > first && saveNextNumber(db, next),
    ]);
  });
  await writer.flush();
  return { writes, states: states.all(), title: title ?? '' };
}

/** A note that was written without a look at the other paper's does not take its place. */
function keepsNote(change: Change, { triage }: PaperRecord): boolean {
  return change.kind !== 'note' || change.value.includes(triage.note);
}

/**
 * The fields of a change, and what follows: out of the trash, when it came onto the list and in which
 * version, as far as the page tells.
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
