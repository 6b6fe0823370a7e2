/** What commands make of papers: which fields they write, and which are written back. */
import type { Change, Command, States } from '@/lib/command';
import type { PaperId } from '@/lib/paper';
import { type Stamp, timeOf } from './clock';
import type { LibraryDatabase, Write } from './database';
import { learn } from './metadata';
import { takeNumbers } from './numbers';
import {
  type Fields,
  fieldsOf,
  getField,
  newRecord,
  type PaperRecord,
  setFields,
  stateOf,
  type TriageField,
} from './record';
import { Refusal } from './refusal';

interface Changed {
  readonly writes: Write[];
  readonly records: PaperRecord[];
}

/** The papers of a command with its change made. */
export async function changePapers(
  db: LibraryDatabase,
  command: Command,
  stamp: Stamp,
): Promise<Changed> {
  const known = await getPapers(db, command.papers);
  let next = await takeNumbers(db, known.filter((record) => !record).length);
  const writes: Write[] = [];
  const records = command.papers.map(({ id, paper }, index) => {
    const record = known[index] ?? (paper && newRecord({ ...paper, id }, next++, stamp));
    if (!record) throw new Refusal('unknown-paper', 'Winnow does not know this paper yet.');
    const fields = fieldsToWrite(record, command.change, stamp);
    writes.push({ id, before: read(record, fields), after: fields });
    return setFields(paper ? learn(record, paper, stamp) : record, fields, stamp);
  });
  return { writes, records };
}

/** The papers that were written, with each field as before that nobody has changed since. */
export async function restorePapers(
  db: LibraryDatabase,
  written: readonly Write[],
  stamp: Stamp,
): Promise<Changed> {
  const known = await getPapers(db, written);
  const writes: Write[] = [];
  const records = written.flatMap((write, index) => {
    const record = known[index];
    if (!record) return [];
    const restored = fieldsToRestore(record, write, stamp);
    writes.push({ id: record.id, before: read(record, restored), after: restored });
    return [setFields(record, restored, stamp)];
  });
  return { writes, records };
}

/** The records of papers, in their order. */
export function getPapers(db: LibraryDatabase, papers: readonly { readonly id: PaperId }[]) {
  return db.papers.bulkGet(papers.map(({ id }) => id));
}

/** What pages show of records; those that are not there are left out. */
export function statesOf(records: readonly (PaperRecord | undefined)[]): States {
  return Object.fromEntries(
    records.flatMap((record) => (record ? [[record.id, stateOf(record)]] : [])),
  );
}

/** The fields of a change, and what follows: out of the trash, and when it came onto the list. */
function fieldsToWrite(record: PaperRecord, change: Change, stamp: Stamp): Fields {
  const decided = fieldsOf(change);
  const fields =
    record.deleted && !('deleted' in decided) ? { ...decided, deleted: false } : decided;
  const after = setFields(record, fields, stamp);
  const isNewOnList = after.shelf === 'list' && (record.shelf === 'none' || record.added === 0);
  return isNewOnList ? { ...fields, added: timeOf(stamp) } : fields;
}

/** The fields that are still as written, but for when a paper came that stays on the list. */
function fieldsToRestore(record: PaperRecord, { before, after }: Write, stamp: Stamp): Fields {
  const fields = Object.keys(before) as TriageField[];
  const untouched = fields.filter((field) => getField(record, field) === after[field]);
  const restored: Fields = Object.fromEntries(untouched.map((field) => [field, before[field]]));
  const { added: _, ...others } = restored;
  const stays = record.shelf === 'list' && setFields(record, others, stamp).shelf === 'list';
  return stays ? others : restored;
}

function read(record: PaperRecord, fields: Fields): Fields {
  const names = Object.keys(fields) as TriageField[];
  return Object.fromEntries(names.map((name) => [name, getField(record, name)]));
}
