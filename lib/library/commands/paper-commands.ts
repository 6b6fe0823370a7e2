/** What commands make of papers: which fields they write. */

import { t } from '@/lib/i18n';
import type { Paper, PaperId } from '@/lib/paper';
import type { Change, Command, States } from '@/lib/protocol/command';
import { LIMITS } from '@/lib/protocol/command';
import { absorbed, joined } from '../identity/join';
import { learn } from '../identity/metadata';
import { namesakeOf, nicknamesOf } from '../identity/title-match';
import { type Stamp, timeOf } from '../store/clock';
import type { LibraryDatabase } from '../store/database';
import { inChunks, type Report } from '../store/in-chunks';
import { keepNextNumber, nextNumber } from '../store/numbers';
import type { Write } from '../store/operation';
import {
  acknowledged,
  different,
  type Fields,
  fieldsOf,
  getField,
  newRecord,
  type PaperRecord,
  setFields,
  stateOf,
  type TriageField,
} from '../store/record';
import { Refusal } from '../store/refusal';
import { createPaperWriter } from '../write/write-papers';

/** What a command did to papers. */
export interface Changed {
  readonly writes: readonly Write[];
  /** Of the papers as they are now; `null` where they are too many to be told. */
  readonly states: States | null;
  /** The first of them. */
  readonly title: string;
}

/** Makes a command's change to its papers, and writes them. */
export async function changePapers(
  db: LibraryDatabase,
  command: Command,
  stamp: Stamp,
  report: Report,
): Promise<Changed> {
  const writes: Write[] = [];
  const states = collectStates(command.papers.length);
  const writer = createPaperWriter(db, stamp);
  let title: string | null = null;
  await inChunks(command.papers, report, async (papers) => {
    const asked = papers.map(({ id }) => id);
    const nicknames = papers.flatMap(({ paper }) => (paper ? nicknamesOf(paper) : []));
    const [{ names, records }, nicknamed, first] = await Promise.all([
      lookUp(db, asked),
      getPapers(db, nicknames),
      nextNumber(db),
    ]);
    let next = first;
    const write = (record: PaperRecord, fields: Fields) => {
      writes.push({ id: record.id, before: read(record, fields), after: fields });
      records.set(record.id, setFields(record, fields, stamp));
    };
    for (const { id: name, paper } of papers) {
      const id = names.get(name) ?? name;
      const known = records.get(id);
      const record = known ?? (paper && newRecord({ ...paper, id }, next++, stamp));
      if (!record) throw new Refusal('unknown-paper', t('refusedUnknownPaper'));
      // It may be known by its title or DOI: then it goes on as that paper, in the same command.
      const other = known || !paper ? null : namesakeOf(paper, nicknamed);
      const namesake = other && keepsNote(command.change, other) ? other : null;
      const joining = namesake ? different(record, joined(record, [namesake], stamp)) : {};
      const now = setFields(record, joining, stamp);
      const fields = { ...joining, ...fieldsToWrite(now, command.change, paper, stamp) };
      if (namesake) write(namesake, absorbed(namesake, id));
      write(paper ? learn(record, paper, stamp) : record, fields);
      title ??= record.meta.title;
    }
    states.add(records.values());
    await Promise.all([
      writer.put([...records.values()]),
      papers.length === command.papers.length && writer.done(), // a star does not wait for it
      next > first && keepNextNumber(db, next),
    ]);
  });
  await writer.done();
  return { writes, states: states.all(), title: title ?? '' };
}

/** A note that was written without a look at the other paper's does not take its place. */
function keepsNote(change: Change, { triage }: PaperRecord): boolean {
  return change.kind !== 'note' || change.value.includes(triage.note);
}

/** The records of those of these papers that are known. */
export async function getPapers(
  db: LibraryDatabase,
  ids: readonly PaperId[],
): Promise<Map<PaperId, PaperRecord>> {
  const records = await db.papers.bulkGet([...new Set(ids)]);
  return new Map(records.flatMap((record) => (record ? [[record.id, record]] : [])));
}

/** What these ids stand for by now: other papers, where they were merged into them. */
export async function lookUp(
  db: LibraryDatabase,
  ids: readonly PaperId[],
): Promise<{
  readonly names: ReadonlyMap<PaperId, PaperId>;
  /** By the names, those that are known. */
  readonly records: Map<PaperId, PaperRecord>;
}> {
  const names = new Map(ids.map((id) => [id, id]));
  const records = await getPapers(db, ids);
  for (let found = [...records.values()]; found.length > 0; ) {
    const merged = found.filter(({ mergedInto }) => mergedInto);
    const targets = new Map(merged.map(({ id, mergedInto }) => [id, mergedInto as PaperId]));
    for (const [id, name] of names) names.set(id, targets.get(name) ?? name);
    found = [...(await getPapers(db, [...targets.values()])).values()];
    for (const record of found) records.set(record.id, record);
    for (const { id } of merged) records.delete(id);
  }
  return { names, records };
}

/** Gathers the states of so many papers, if they are not too many to be told. */
export function collectStates(papers: number) {
  const states: Record<PaperId, States[PaperId]> = {};
  const isTold = papers <= LIMITS.statesPerAnswer;
  return {
    add(records: Iterable<PaperRecord>): void {
      if (!isTold) return;
      for (const record of records) {
        if (record.mergedInto) continue; // the other paper speaks for it
        for (const id of [record.id, ...(record.aliases ?? [])]) states[id] = stateOf(record);
      }
    },
    all: (): States | null => (isTold ? states : null),
  };
}

/** What pages show of papers; those that are not there are left out. */
export async function readStates(
  db: LibraryDatabase,
  ids: readonly PaperId[],
): Promise<States | null> {
  const states = collectStates(ids.length);
  if (states.all()) states.add((await getPapers(db, ids)).values());
  return states.all();
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
  const decided = change.kind === 'acknowledgeVersion' ? acknowledged(record) : fieldsOf(change);
  const fields =
    record.deleted && !('deleted' in decided) ? { ...decided, deleted: false } : decided;
  const after = setFields(record, fields, stamp);
  const isNewOnList = after.shelf === 'list' && (record.shelf === 'none' || record.added === 0);
  if (!isNewOnList) return fields;
  const version = paper?.version ?? record.meta.version;
  return { ...fields, added: timeOf(stamp), ...(version !== null && { knownVersion: version }) };
}

/** What these fields are now. */
export function read(record: PaperRecord, fields: Fields): Fields {
  const names = Object.keys(fields) as TriageField[];
  return Object.fromEntries(names.map((name) => [name, getField(record, name)]));
}
