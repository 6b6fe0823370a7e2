/**
 * Imports papers. They come in parts, which are kept aside until all are there; then one command
 * writes them, in one transaction and with one undo, however many they are. Nothing is written of an
 * import that does not come to its end.
 */

import { t } from '@/lib/i18n';
import type { PaperId } from '@/lib/paper';
import type { Imported } from '@/lib/protocol/imported';
import { LIMITS } from '@/lib/protocol/limits';
import type { OperationId } from '@/lib/protocol/operation-id';
import type { SavedPaper, SavedRest } from '@/lib/protocol/saved-library';
import { createFindKnown } from '../identity/known-papers';
import { gapsFilled } from '../identity/metadata';
import { type Stamp, timeOf } from '../store/clock';
import type { LibraryDatabase } from '../store/database';
import type { Report } from '../store/in-chunks';
import { keepNextNumber, nextNumber } from '../store/numbers';
import type { Write } from '../store/operation';
import { newRecord, type PaperRecord } from '../store/record';
import { decisionsToWrite, type Fields, readFields, setFields } from '../store/record-fields';
import { Refusal } from '../store/refusal';
import { collectStates } from '../store/states';
import type { Rewritten } from '../write/rewrite-papers';
import { putPapers } from '../write/write-papers';

/** Keeps a part of an import until all are there. Sent twice it is kept once. */
export async function keepPart(
  db: LibraryDatabase,
  op: OperationId,
  part: number,
  content: readonly Imported[] | readonly SavedPaper[] | SavedRest,
): Promise<void> {
  await db.state.put({ key: keyOf(op, part), value: JSON.stringify(content) });
}

/** Forgets the parts of an import; `null`: those of every import, while no page can be sending any. */
export async function forgetParts(db: LibraryDatabase, op: OperationId | null): Promise<void> {
  const beginning = op === null ? 'import:' : `import:${op}:`;
  await db.state.where('key').startsWith(beginning).delete();
}

/**
 * Writes all parts of an import, in the transaction of its command. What the user wrote stays: tags
 * are added, stars set and never taken away, another note goes below theirs, gaps in metadata are
 * filled. A paper that nothing is decided about is starred, so that it is on the list.
 * @throws {Refusal} where parts are missing, or a note becomes too long.
 */
export async function importPapers(
  db: LibraryDatabase,
  op: OperationId,
  parts: number,
  stamp: Stamp,
  report: Report,
): Promise<Rewritten> {
  const total = parts * LIMITS.papersPerPart;
  report(0, total); // it may have been cancelled before it began
  const findKnown = await createFindKnown(db);
  const writes = new Map<PaperId, Write>();
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
      addWrite(writes, id, record, fields);
      changed.set(id, setFields(record, fields, stamp));
    }
    await putPapers(db, [...changed.values()], stamp);
    states.add(changed.values());
    report((part + 1) * LIMITS.papersPerPart, total);
  }
  await keepNextNumber(db, next);
  await forgetParts(db, op);
  return { writes: [...writes.values()], states: states.all() };
}

/** What `keepPart` kept. @throws {Refusal} where it is not there. */
export async function readPart<T>(db: LibraryDatabase, op: OperationId, part: number): Promise<T> {
  const kept = await db.state.get(keyOf(op, part));
  if (!kept) throw new Refusal('invalid', t('refusedImportPart'));
  return JSON.parse(kept.value) as T; // was checked when it came
}

function keyOf(op: OperationId, part: number): `import:${string}` {
  return `import:${op}:${part}`;
}

/** A paper may come twice: kept is what was before the first time, and what is after the last. */
function addWrite(
  writes: Map<PaperId, Write>,
  id: PaperId,
  record: PaperRecord,
  after: Fields,
): void {
  const earlier = writes.get(id);
  writes.set(id, {
    id,
    before: { ...readFields(record, after), ...earlier?.before },
    after: { ...earlier?.after, ...after },
  });
}

function fieldsFor(record: PaperRecord, { meta, triage }: Imported, stamp: Stamp): Fields {
  const gaps = Object.entries(gapsFilled(record.meta, meta)).map(([name, value]) => [
    `meta:${name}`,
    value,
  ]);
  const tags = triage.tags
    .filter((tag) => !record.triage.tags.includes(tag))
    .map((tag) => [`tag:${tag}`, true]);
  const note = noteOf(record.triage.note, triage.note);
  const decided: Fields = {
    ...(Object.fromEntries([...gaps, ...tags]) as Fields),
    ...decisionsToWrite(
      { ...triage, note },
      {
        starred: triage.starred && !record.triage.starred,
        note: note !== record.triage.note,
        status: triage.status !== 'unread' && isUndecided(record, 'status'),
        dismissed: triage.dismissed && record.shelf === 'none',
      },
    ),
    ...(record.deleted && { deleted: false }),
  };
  const after = setFields(record, decided, stamp);
  const fields: Fields = after.shelf === 'none' ? { ...decided, starred: true } : decided;
  return { ...fields, ...arrival(record, setFields(record, fields, stamp), triage.added, stamp) };
}

/** When it came onto the list, and in which version the user knows it. */
function arrival(
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

function isUndecided({ triage, stamps }: PaperRecord, field: 'status'): boolean {
  return triage[field] === 'unread' && stamps[field] === undefined;
}

/** Loses nothing that the user wrote, and says nothing twice. */
function noteOf(own: string, imported: string): string {
  if (imported === '' || own.includes(imported)) return own;
  const note = own === '' ? imported : `${own}\n\n${imported}`;
  if (note.length > LIMITS.note) throw new Refusal('invalid', t('refusedLongNote'));
  return note;
}
