/** All writes to the library. Each command is one transaction, with its undo, done at most once. */
import Dexie from 'dexie';
import * as v from 'valibot';
import {
  type Acknowledgement,
  type Change,
  type Command,
  CommandSchema,
  type OperationId,
  OperationIdSchema,
  type RefusalCode,
  type States,
} from '@/lib/command';
import type { PaperId } from '@/lib/paper';
import { nextStamp, type Stamp, timeOf } from './clock';
import type { LibraryDatabase, Operation, Write } from './database';
import { learn } from './metadata';
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

/** So many operations can be undone, and are known when they are sent again. */
const OPERATIONS_KEPT = 1_000;

/** Why a command was not carried out, in words for the user. */
class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    message: string,
  ) {
    super(message);
  }
}

export interface Commands {
  /** Carries a command out. Takes anything: what is no command is refused. Never rejects. */
  readonly run: (command: unknown) => Promise<Acknowledgement>;
  /**
   * Undoes an operation: writes each field back that nobody has changed since. It is an operation
   * itself, named by `op`. Refuses what is not known any more or was undone already.
   */
  readonly undo: (op: unknown, undoes: unknown) => Promise<Acknowledgement>;
}

export function createCommands(db: LibraryDatabase, now: () => number = Date.now): Commands {
  return {
    run: (input) =>
      acknowledged(async () => {
        const command = parse(CommandSchema, input);
        return once(db, command.op, async () => runCommand(db, command, await tick(db, now())));
      }),
    undo: (op, undoes) =>
      acknowledged(async () => {
        const id = parse(OperationIdSchema, op);
        const target = parse(OperationIdSchema, undoes);
        return once(db, id, async () => undoOperation(db, id, target, await tick(db, now())));
      }),
  };
}

type Done = { readonly op: OperationId; readonly states: States };
type Written = { readonly operation: Operation; readonly records: readonly PaperRecord[] };

/** One transaction. An operation that was done before is only answered again, as things are now. */
function once(db: LibraryDatabase, op: OperationId, write: () => Promise<Written>): Promise<Done> {
  return db.transaction('rw', db.papers, db.operations, db.state, async () => {
    const done = await db.operations.get({ op });
    if (done) return { op, states: states(await getAll(db, done.writes)) };
    const { operation, records } = await write();
    await db.papers.bulkPut(records);
    const seq = await db.operations.add(operation);
    await db.operations
      .where('seq')
      .belowOrEqual(seq - OPERATIONS_KEPT)
      .delete();
    return { op, states: states(records) };
  });
}

async function runCommand(db: LibraryDatabase, command: Command, stamp: Stamp): Promise<Written> {
  const known = await getAll(db, command.papers);
  const writes: Write[] = [];
  const records = command.papers.map(({ id, paper }, index) => {
    const record = known[index] ?? (paper && newRecord({ ...paper, id }, stamp));
    if (!record) throw new Refusal('unknown-paper', 'Winnow does not know this paper yet.');
    const fields = fieldsToWrite(record, command.change, stamp);
    writes.push({ id, before: read(record, fields), after: fields });
    return setFields(paper ? learn(record, paper, stamp) : record, fields, stamp);
  });
  return {
    operation: { op: command.op, stamp, label: labelOf(command.change), writes },
    records,
  };
}

async function undoOperation(
  db: LibraryDatabase,
  op: OperationId,
  undoes: OperationId,
  stamp: Stamp,
): Promise<Written> {
  const target = await db.operations.get({ op: undoes });
  if (!target) throw new Refusal('invalid', 'This is too long ago to be undone.');
  const undone = await db.operations.filter((other) => other.undoes === undoes).count();
  if (undone) throw new Refusal('invalid', 'This was undone already.');

  const known = await getAll(db, target.writes);
  const writes: Write[] = [];
  const records = target.writes.flatMap((write, index) => {
    const record = known[index];
    if (!record) return [];
    const restored = fieldsToRestore(record, write, stamp);
    writes.push({ id: record.id, before: read(record, restored), after: restored });
    return [setFields(record, restored, stamp)];
  });
  return {
    operation: { op, stamp, label: `Undid: ${target.label}`, writes, undoes },
    records,
  };
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

function getAll(db: LibraryDatabase, papers: readonly { readonly id: PaperId }[]) {
  return db.papers.bulkGet(papers.map(({ id }) => id));
}

function states(records: readonly (PaperRecord | undefined)[]): States {
  return Object.fromEntries(
    records.flatMap((record) => (record ? [[record.id, stateOf(record)]] : [])),
  );
}

/** The next stamp of this device's clock, kept in the same transaction. */
async function tick(db: LibraryDatabase, now: number): Promise<Stamp> {
  const [device, last] = await db.state.bulkGet(['device', 'clock']);
  const name = device?.value ?? crypto.randomUUID().slice(0, 8);
  const stamp = nextStamp(last?.value ?? null, now, name);
  await db.state.bulkPut([
    { key: 'device', value: name },
    { key: 'clock', value: stamp },
  ]);
  return stamp;
}

function labelOf(change: Change): string {
  switch (change.kind) {
    case 'star':
      return change.value ? 'Starred' : 'Star removed';
    case 'dismiss':
      return change.value ? 'Dismissed' : 'Brought back';
    case 'tag':
      return change.value ? `Tagged ${change.tag}` : `Tag ${change.tag} removed`;
    case 'status':
      return `Marked ${change.value}`;
    case 'note':
      return 'Note changed';
    case 'remove':
      return 'Removed';
    case 'restore':
      return 'Restored';
  }
}

function parse<S extends v.GenericSchema>(schema: S, input: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, input, { abortEarly: true });
  if (result.success) return result.output;
  throw new Refusal('invalid', result.issues[0].message);
}

async function acknowledged(work: () => Promise<Done>): Promise<Acknowledgement> {
  try {
    return { ok: true, ...(await work()) };
  } catch (error) {
    return { ok: false, ...refusalOf(error) };
  }
}

function refusalOf(error: unknown): { code: RefusalCode; message: string } {
  if (error instanceof Refusal) return { code: error.code, message: error.message };
  if (isQuotaError(error)) {
    return { code: 'storage-full', message: 'The disk is full. Free some space and try again.' };
  }
  const detail = error instanceof Error ? error.message : String(error);
  return { code: 'storage', message: `The library could not be written (${detail}).` };
}

/** Dexie wraps the browser's error: https://dexie.org/docs/DexieErrors/Dexie.QuotaExceededError */
function isQuotaError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { inner, failures = [] } = error as { inner?: unknown; failures?: readonly unknown[] };
  return (
    error.name === Dexie.errnames.QuotaExceeded ||
    (inner !== error && isQuotaError(inner)) ||
    failures.some(isQuotaError)
  );
}
