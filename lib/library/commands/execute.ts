/** Runs operations: each is one transaction, done at most once, with its undo record. */
import { t } from '@/lib/i18n';
import type { Acknowledgement, States } from '@/lib/protocol/acknowledgement';
import type { OperationId } from '@/lib/protocol/operation-id';
import type { Stamp } from '../store/clock';
import type { LibraryDatabase } from '../store/database';
import type { Report } from '../store/in-chunks';
import {
  changesNothing,
  hasSideEffects,
  type Operation,
  sizeOf,
  type Written,
  withoutFields,
} from '../store/operation';
import { readRules } from '../store/rule-reads';
import { keepClock, readClock, stampAfter } from '../store/stamps';
import { readStates } from '../store/states';
import { forgetUndone, readHistory, readUndone, trimOperations } from '../undo/history';
import { undoQuietBefore } from '../undo/quiet';
import type { Direction } from '../undo/reversal';
import { reverseCommand } from '../undo/undo';
import { paperTables } from '../write/write-papers';
import { applySideEffects } from './side-effects';

/** The operations are trimmed after so many commands: not each should have to look at all of them. */
const TRIM_EVERY = 50;

/** What a command did. */
interface Outcome {
  readonly label: string;
  readonly writes: Written;
  /** `null` where they are too many to be told. */
  readonly states: States | null;
}

/** A command to be undone or redone. */
interface Target {
  readonly command: Operation;
  readonly direction: Direction;
}

/** What an acknowledgement says of an operation that succeeded. */
export type Success = Omit<Extract<Acknowledgement, { ok: true }>, 'ok'>;

/** Each rejects where the work does; nothing is then written. */
export interface Executor {
  /** `isByItself`: nobody asked for it, so it is quiet; see `history.ts`. */
  readonly command: (
    op: OperationId,
    work: (stamp: Stamp) => Promise<Outcome>,
    isByItself?: boolean,
  ) => Promise<Success>;
  /** Undoes or redoes the command that `find` finds, within the transaction. */
  readonly reversal: (
    op: OperationId,
    find: () => Promise<Target>,
    report: Report,
  ) => Promise<Success>;
}

/** `now` gives milliseconds. */
export function createExecutor(db: LibraryDatabase, now: () => number): Executor {
  let commandsUntilTrim = 0;

  async function once(
    op: OperationId,
    work: (stamp: Stamp) => Promise<Transacted>,
  ): Promise<Success> {
    const { importOp, ...success } = await transact(db, op, now, work);
    if (importOp) await applySideEffects(db, importOp);
    return success;
  }

  return {
    async command(op, work, isByItself = false) {
      const success = await once(op, async (stamp) => {
        const [outcome, undone] = await Promise.all([work(stamp), readUndone(db)]);
        const { label, writes, states } = outcome;
        const isEmpty = changesNothing(writes);
        const isQuiet = isByItself || isEmpty;
        const record = { op, ...(isEmpty ? withoutFields(writes) : writes) };
        const size = sizeOf(record);
        const operation = { op, stamp, label, size, standing: 'done', turn: stamp } as const;
        await Promise.all([
          db.writes.add(record),
          db.operations.add({ ...operation, ...(isQuiet && { isQuiet }) }),
          isQuiet || forgetUndone(db, undone),
        ]);
        const history = isQuiet ? await readHistory(db) : { undo: label, redo: null };
        const answer = await successOf(db, op, label, states, writes.rules !== undefined, history);
        return { ...answer, ...(hasSideEffects(writes) && { importOp: op }) };
      });
      // Where it fails, the next one tries again.
      if (commandsUntilTrim === 0) void trimOperations(db).catch(() => undefined);
      commandsUntilTrim = (commandsUntilTrim + 1) % TRIM_EVERY;
      return success;
    },

    reversal: (op, find, report) =>
      once(op, async (stamp) => {
        const { command, direction } = await find();
        const isUndo = direction === 'undo';
        const before = isUndo ? await undoQuietBefore(db, command, stamp, report) : {};
        const reversed = await reverseCommand(db, command, direction, stamp, report);
        const label = t(isUndo ? 'undid' : 'redid', command.label);
        await db.operations.add({ op, stamp, label, size: 0, of: command.op });
        const states = before && reversed.states && { ...before, ...reversed.states };
        const history = await readHistory(db);
        const answer = await successOf(db, op, label, states, reversed.isAboutRules, history);
        return { ...answer, ...(reversed.hasSideEffects && { importOp: command.op }) };
      }),
  };
}

/** `importOp`: the import whose side effects are to follow the transaction. */
type Transacted = Success & { readonly importOp?: OperationId };

/**
 * An operation done before is only answered again, as things are now. What does not depend on each
 * other is read and written at once: each wait takes as long as a write.
 */
function transact(
  db: LibraryDatabase,
  op: OperationId,
  now: () => number,
  work: (stamp: Stamp) => Promise<Transacted>,
): Promise<Transacted> {
  const tables = [...paperTables(db), db.rules, db.operations, db.writes, db.tags];
  return db.transaction('rw', tables, async () => {
    const [known, clock] = await Promise.all([db.operations.get({ op }), readClock(db)]);
    if (known) return answerAgain(db, known);
    const stamp = stampAfter(clock, now());
    const [answer] = await Promise.all([work(stamp), keepClock(db, clock, stamp)]);
    return answer;
  });
}

async function answerAgain(db: LibraryDatabase, { op, of, label }: Operation): Promise<Transacted> {
  const command = of ?? op;
  const written = await db.writes.get(command);
  const ids = (written?.papers ?? []).flatMap((papers) => papers.ids);
  const states = await readStates(db, ids);
  const history = await readHistory(db);
  const isAboutRules = written?.rules !== undefined;
  const answer = await successOf(db, op, label, states, isAboutRules, history);
  return { ...answer, ...(written && hasSideEffects(written) && { importOp: command }) };
}

async function successOf(
  db: LibraryDatabase,
  op: OperationId,
  text: string,
  states: States | null,
  isAboutRules: boolean,
  history: Success['history'],
): Promise<Success> {
  const rules = isAboutRules ? await readRules(db) : null;
  const told = states ? { states } : { states: {}, isMany: true as const };
  return { op, text, ...told, history, ...(rules && { rules }) };
}
