/** Runs operations, each in one transaction and at most once, and records how to undo them. */
import { t } from '@/lib/i18n';
import type { Acknowledgement, States } from '@/lib/protocol/acknowledgement';
import type { OperationId } from '@/lib/protocol/operation-id';
import type { ReportProgress } from '@/lib/util/in-batches';
import type { Stamp } from '../store/clock';
import type { LibraryDatabase } from '../store/database';
import { readClock, saveClock, stampAfter } from '../store/device-clock';
import type { Operation } from '../store/operation';
import { readRules } from '../store/rule-reads';
import { readStates } from '../store/states';
import {
  type CommandWrites,
  changesNothing,
  hasSideEffects,
  sizeOf,
  withoutFields,
} from '../store/writes';
import {
  type ReversalTarget,
  readHistory,
  readUndone,
  supersede,
  trimOperations,
} from '../undo/history';
import { reverseCommand } from '../undo/reverse-command';
import { undoQuietBefore } from '../undo/undo-quiet';
import { paperTables } from '../write/write-papers';
import { applySideEffects } from './side-effects';

/** Commands between two trims of the operations, as each has to read all of them. */
const TRIM_EVERY = 50;

/** What a command did. */
interface Outcome {
  readonly label: string;
  readonly writes: CommandWrites;
  /** Of the papers changed; `null` when there are too many. */
  readonly states: States | null;
}

/** The acknowledgement of an operation that succeeded. */
export type Success = Omit<Extract<Acknowledgement, { ok: true }>, 'ok'>;

/** Where the work fails, nothing is written and the promise is rejected. */
export interface Executor {
  /** `isAutomatic`: not asked for by the user, so the command is quiet; see `history.ts`. */
  readonly command: (
    op: OperationId,
    work: (stamp: Stamp) => Promise<Outcome>,
    isAutomatic?: boolean,
  ) => Promise<Success>;
  /** Undoes or redoes what `find`, called within the transaction, gives. */
  readonly reversal: (
    op: OperationId,
    find: () => Promise<ReversalTarget>,
    report: ReportProgress,
  ) => Promise<Success>;
}

/** `now` gives milliseconds. */
export function createExecutor(db: LibraryDatabase, now: () => number): Executor {
  let commandsUntilTrim = 0;

  async function run(
    op: OperationId,
    work: (stamp: Stamp) => Promise<TransactionResult>,
  ): Promise<Success> {
    const { importOp, ...success } = await transact(db, op, now, work);
    if (importOp) await applySideEffects(db, importOp);
    return success;
  }

  return {
    async command(op, work, isAutomatic = false) {
      const success = await run(op, async (stamp) => {
        const [outcome, undone] = await Promise.all([work(stamp), readUndone(db)]);
        const { label, writes, states } = outcome;
        const isEmpty = changesNothing(writes);
        const isQuiet = isAutomatic || isEmpty;
        const record = { op, ...(isEmpty ? withoutFields(writes) : writes) };
        const size = sizeOf(record);
        const operation = { op, stamp, label, size, standing: 'done', turn: stamp } as const;
        await Promise.all([
          db.writes.add(record),
          db.operations.add({ ...operation, ...(isQuiet && { isQuiet }) }),
          isQuiet || supersede(db, undone),
        ]);
        const history = isQuiet ? await readHistory(db) : { undo: label, redo: null };
        const isAboutRules = writes.rules !== undefined;
        const result = await successOf(db, { op, label, states, isAboutRules, history });
        return { ...result, ...(hasSideEffects(writes) && { importOp: op }) };
      });
      // If it fails, the next trim makes up for it.
      if (commandsUntilTrim === 0) void trimOperations(db).catch(() => undefined);
      commandsUntilTrim = (commandsUntilTrim + 1) % TRIM_EVERY;
      return success;
    },

    reversal: (op, find, report) =>
      run(op, async (stamp) => {
        const { command, direction } = await find();
        const isUndo = direction === 'undo';
        const quiet = isUndo ? await undoQuietBefore(db, command, stamp, report) : {};
        const reversed = await reverseCommand(db, command, direction, stamp, report);
        const label = t(isUndo ? 'undid' : 'redid', command.label);
        await db.operations.add({ op, stamp, label, size: 0, of: command.op });
        const states = quiet && reversed.states && { ...quiet, ...reversed.states };
        const history = await readHistory(db);
        const { isAboutRules } = reversed;
        const result = await successOf(db, { op, label, states, isAboutRules, history });
        return { ...result, ...(reversed.hasSideEffects && { importOp: command.op }) };
      }),
  };
}

/** `importOp`: the import whose side effects are to be applied after the transaction. */
type TransactionResult = Success & { readonly importOp?: OperationId };

/**
 * An operation that was done before is only acknowledged again, with the current states. Independent
 * reads and writes run at the same time, as every wait for the database costs as much as a write.
 */
function transact(
  db: LibraryDatabase,
  op: OperationId,
  now: () => number,
  work: (stamp: Stamp) => Promise<TransactionResult>,
): Promise<TransactionResult> {
  const tables = [...paperTables(db), db.rules, db.operations, db.writes, db.tags];
  return db.transaction('rw', tables, async () => {
    const [known, clock] = await Promise.all([db.operations.get({ op }), readClock(db)]);
    if (known) return acknowledgeAgain(db, known);
    const stamp = stampAfter(clock, now());
    const [result] = await Promise.all([work(stamp), saveClock(db, clock, stamp)]);
    return result;
  });
}

async function acknowledgeAgain(
  db: LibraryDatabase,
  { op, of, label }: Operation,
): Promise<TransactionResult> {
  const command = of ?? op;
  const writes = await db.writes.get(command);
  const ids = (writes?.papers ?? []).flatMap((papers) => papers.ids);
  const states = await readStates(db, ids);
  const history = await readHistory(db);
  const isAboutRules = writes?.rules !== undefined;
  const result = await successOf(db, { op, label, states, isAboutRules, history });
  return { ...result, ...(writes && hasSideEffects(writes) && { importOp: command }) };
}

interface Done extends Pick<Outcome, 'label' | 'states'> {
  readonly op: OperationId;
  readonly isAboutRules: boolean;
  readonly history: Success['history'];
}

async function successOf(
  db: LibraryDatabase,
  { op, label, states, isAboutRules, history }: Done,
): Promise<Success> {
  const rules = isAboutRules ? await readRules(db) : null;
  const changed = states ? { states } : { states: {}, isMany: true as const };
  return { op, text: label, ...changed, history, ...(rules && { rules }) };
}
