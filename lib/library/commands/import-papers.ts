/**
 * Imports papers. They arrive in parts, which are stored first; then one command imports all of them, so
 * that there is one transaction and one undo, and an import that is interrupted writes nothing.
 */

import { t } from '@/lib/i18n';
import type { PaperId } from '@/lib/paper';
import type { Imported } from '@/lib/protocol/imported';
import { LIMITS } from '@/lib/protocol/limits';
import type { OperationId } from '@/lib/protocol/operation-id';
import type { ReportProgress } from '@/lib/util/in-batches';
import { createKnownPaperFinder } from '../identity/known-papers';
import { findGapFillers } from '../identity/metadata';
import { type Stamp, timeOf } from '../store/clock';
import type { LibraryDatabase } from '../store/database';
import { nextNumber, saveNextNumber } from '../store/paper-numbers';
import { newRecord, type PaperRecord } from '../store/record';
import {
  type Fields,
  metadataOf,
  pickDecisions,
  readFields,
  setFields,
} from '../store/record-fields';
import { Refusal } from '../store/refusal';
import { collectStates } from '../store/states';
import { addWrite, type PaperChanges, type PaperWrite } from '../store/writes';
import { putPapers } from '../write/write-papers';
import { deleteParts, readPart } from './import-parts';

/**
 * Imports all parts in the transaction of the command. Nothing the user wrote is lost: tags are added,
 * stars are set but never removed, a note is appended to the user's, gaps in metadata are filled. Papers
 * that nothing is decided about are starred, so that they are on the reading list.
 * @throws {Refusal} if parts are missing, or a note becomes too long.
 */
export async function importPapers(
  db: LibraryDatabase,
  op: OperationId,
  parts: number,
  stamp: Stamp,
  report: ReportProgress,
): Promise<PaperChanges> {
  const total = parts * LIMITS.papersPerPart;
  report(0, total); // throws if the import has been cancelled
  const findKnown = await createKnownPaperFinder(db);
  const writes = new Map<PaperId, PaperWrite>();
  const states = collectStates(total);
  let next = await nextNumber(db);
  for (let part = 0; part < parts; part += 1) {
    const papers = await readPart<readonly Imported[]>(db, op, part);
    const known = await findKnown(papers.map(({ id, meta }) => ({ id, ...meta })));
    const changed = new Map<PaperId, PaperRecord>();
    for (const [index, imported] of papers.entries()) {
      const id = known[index]?.id ?? imported.id;
      const before = changed.get(id) ?? known[index];
      const record = before ?? newRecord({ ...imported.meta, id }, next++, stamp);
      const fields = fieldsFor(record, imported, stamp);
      addWrite(writes, { id, before: readFields(record, fields), after: fields });
      changed.set(id, setFields(record, fields, stamp));
    }
    await putPapers(db, [...changed.values()], stamp);
    states.add(changed.values());
    report((part + 1) * LIMITS.papersPerPart, total);
  }
  await saveNextNumber(db, next);
  await deleteParts(db, op);
  return { writes: [...writes.values()], states: states.all() };
}

/** The fields to write for an imported paper. */
function fieldsFor(record: PaperRecord, { meta, triage }: Imported, stamp: Stamp): Fields {
  const gaps = Object.entries(findGapFillers(metadataOf(record), meta)).map(([name, value]) => [
    `meta:${name}`,
    value,
  ]);
  const tags = triage.tags
    .filter((tag) => !record.triage.tags.includes(tag))
    .map((tag) => [`tag:${tag}`, true]);
  const note = joinNotes(record.triage.note, triage.note);
  const decided: Fields = {
    ...(Object.fromEntries([...gaps, ...tags]) as Fields),
    ...pickDecisions(
      { ...triage, note },
      {
        starred: triage.starred && !record.triage.starred,
        note: note !== record.triage.note,
        status: triage.status !== 'unread' && hasNoStatus(record),
        dismissed: triage.dismissed && record.shelf === 'none',
      },
    ),
    ...(record.deleted && { deleted: false }),
  };
  const after = setFields(record, decided, stamp);
  const fields: Fields = after.shelf === 'none' ? { ...decided, starred: true } : decided;
  return {
    ...fields,
    ...fieldsWhenAdded(record, setFields(record, fields, stamp), triage.added, stamp),
  };
}

/** For a paper that comes onto the reading list: when it was added, and the version the user knows. */
function fieldsWhenAdded(
  before: PaperRecord,
  after: PaperRecord,
  added: number | null,
  stamp: Stamp,
): Fields {
  if (after.shelf !== 'list' || (before.shelf === 'list' && before.added > 0)) return {};
  const now = timeOf(stamp);
  const { version } = after.meta;
  return {
    added: added === null || added > now ? now : added,
    ...(version !== null && { knownVersion: version }),
  };
}

function hasNoStatus({ triage, stamps }: PaperRecord): boolean {
  return triage.status === 'unread' && stamps.status === undefined;
}

/** Appends the imported note, unless the user's own already has it. */
function joinNotes(own: string, imported: string): string {
  if (imported === '' || own.includes(imported)) return own;
  const note = own === '' ? imported : `${own}\n\n${imported}`;
  if (note.length > LIMITS.note) throw new Refusal('invalid', t('refusedLongNote'));
  return note;
}
