/** All that the user decides. Each command is one transaction, with its undo, done at most once. */

import { t } from '@/lib/i18n';
import type { Acknowledgement, Kept, States } from '@/lib/protocol/acknowledgement';
import { AddRuleSchema, CommandSchema, EditRulesSchema } from '@/lib/protocol/command';
import { ImportPartSchema } from '@/lib/protocol/imported';
import { type OperationId, OperationIdSchema } from '@/lib/protocol/operation-id';
import { SavedPartSchema } from '@/lib/protocol/saved-library';
import { ManageSchema } from '@/lib/protocol/task';
import type { Stamp } from '../store/clock';
import type { LibraryDatabase } from '../store/database';
import type { Report } from '../store/in-chunks';
import {
  changesNothing,
  isBeside,
  type Operation,
  packWrites,
  sizeOf,
  type Written,
  withoutFields,
} from '../store/operation';
import { parse, refusalOf } from '../store/refusal';
import { readRules } from '../store/rule-reads';
import { keepClock, readClock, stampAfter } from '../store/stamps';
import { readStates } from '../store/states';
import {
  forgetUndone,
  meantBy,
  nextTo,
  readHistory,
  readUndone,
  trimOperations,
} from '../undo/history';
import { makeWay } from '../undo/quiet';
import type { Direction } from '../undo/reversal';
import { reverseCommand } from '../undo/undo';
import { paperTables } from '../write/write-papers';
import { forgetParts, keepPart } from './import-papers';
import { absorbSession, continueSession } from './note-session';
import { labelOf } from './operation-labels';
import { changePapers } from './paper-commands';
import { appendRule, editRules } from './rule-commands';
import { settleBeside } from './side-effects';
import { carryOut } from './tasks';
import { emptyOldTrash } from './trash';

/** The operations are trimmed after so many commands: not each should have to look at all of them. */
const TRIM_EVERY = 50;

/**
 * Each takes anything: what is no such command is refused. None ever rejects. `report` is told how
 * much of a long one is done.
 */
export interface Commands {
  /** Makes one change to papers: a `Command`. */
  readonly run: (command: unknown, report?: Report) => Promise<Acknowledgement>;
  /** Does something with the library as a whole: a `Manage`. */
  readonly manage: (command: unknown, report?: Report) => Promise<Acknowledgement>;
  /** Keeps an `ImportPart` or a `SavedPart` until the task that writes all of them. */
  readonly keepImportPart: (part: unknown) => Promise<Kept>;
  /** Forgets the parts of an import; `null`: of all. Those that were written stay. */
  readonly forgetImport: (op: OperationId | null) => Promise<void>;
  /** Forgets what has been in the trash for 30 days; cannot be undone. */
  readonly emptyOldTrash: () => Promise<void>;
  /** Makes one change to the list of rules: an `EditRules`. */
  readonly editRules: (edit: unknown) => Promise<Acknowledgement>;
  /** Puts one rule after the others: an `AddRule`. Refuses one that is or was there. */
  readonly addRule: (add: unknown) => Promise<Acknowledgement>;
  /**
   * Undoes the operation of this name, which does it again where it is an undo itself; see
   * `history.ts`. It is an operation too, named by `op`. Refuses what is not known any more or was
   * undone already.
   */
  readonly undo: (op: unknown, undoes: unknown, report?: Report) => Promise<Acknowledgement>;
  /** Undoes the command that was done last, in whichever tab. */
  readonly undoLatest: (op: unknown, report?: Report) => Promise<Acknowledgement>;
  /** Does again what was undone last, unless something else was done since. */
  readonly redoLatest: (op: unknown, report?: Report) => Promise<Acknowledgement>;
}

/** What a command did. */
interface Work {
  readonly label: string;
  readonly writes: Written;
  /** `null` where they are too many to be told. */
  readonly states: States | null;
}

/** A command, and what is to be done with it. */
interface Meant {
  readonly command: Operation;
  readonly direction: Direction;
}

type Done = Omit<Extract<Acknowledgement, { ok: true }>, 'ok'>;

/** `brings`: an import with what is kept beside the database. */
type Answered = Done & { readonly brings?: OperationId };

export function createCommands(db: LibraryDatabase, now: () => number = Date.now): Commands {
  let commandsUntilTrim = 0;

  /**
   * One transaction. An operation done before is only answered again, as things are now. What does
   * not wait for one another is asked and written at once: each wait takes as long as a write.
   */
  async function once(op: OperationId, work: (stamp: Stamp) => Promise<Answered>): Promise<Done> {
    const { brings, ...done } = await inTransaction(op, work);
    if (brings) await settleBeside(db, brings);
    return done;
  }

  function inTransaction(
    op: OperationId,
    work: (stamp: Stamp) => Promise<Answered>,
  ): Promise<Answered> {
    const tables = [...paperTables(db), db.rules, db.operations, db.writes, db.tags];
    return db.transaction('rw', tables, async () => {
      const [known, clock] = await Promise.all([db.operations.get({ op }), readClock(db)]);
      if (known) return answerAgain(known);
      const stamp = stampAfter(clock, now());
      const [done] = await Promise.all([work(stamp), keepClock(db, clock, stamp)]);
      return done;
    });
  }

  async function answerAgain({ op, of, label }: Operation): Promise<Answered> {
    const command = of ?? op;
    const written = await db.writes.get(command);
    const states = await readStates(
      db,
      (written?.papers ?? []).flatMap(({ ids }) => ids),
    );
    const history = await readHistory(db);
    const done = await answerOf(op, label, states, written?.rules !== undefined, history);
    return { ...done, ...(written && isBeside(written) && { brings: command }) };
  }

  async function answerOf(
    op: OperationId,
    text: string,
    states: States | null,
    isAboutRules: boolean,
    history: Done['history'],
  ): Promise<Done> {
    const rules = isAboutRules ? await readRules(db) : null;
    const told = states ? { states } : { states: {}, isMany: true as const };
    return { op, text, ...told, history, ...(rules && { rules }) };
  }

  async function command(
    op: OperationId,
    work: (stamp: Stamp) => Promise<Work>,
    isByItself = false,
  ): Promise<Done> {
    const done = await once(op, async (stamp) => {
      const [{ label, writes, states }, undone] = await Promise.all([work(stamp), readUndone(db)]);
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
      const done = await answerOf(op, label, states, writes.rules !== undefined, history);
      return { ...done, ...(isBeside(writes) && { brings: op }) };
    });
    if (commandsUntilTrim === 0) void trimOperations(db).catch(() => undefined); // the next one tries again
    commandsUntilTrim = (commandsUntilTrim + 1) % TRIM_EVERY;
    return done;
  }

  function reversal(op: OperationId, find: () => Promise<Meant>, report: Report): Promise<Done> {
    return once(op, async (stamp) => {
      const { command, direction } = await find();
      const isUndo = direction === 'undo';
      const before = isUndo ? await makeWay(db, command, stamp, report) : {};
      const reversed = await reverseCommand(db, command, direction, stamp, report);
      const label = t(isUndo ? 'undid' : 'redid', command.label);
      await db.operations.add({ op, stamp, label, size: 0, of: command.op });
      const states = before && reversed.states && { ...before, ...reversed.states };
      const history = await readHistory(db);
      const done = await answerOf(op, label, states, reversed.isAboutRules, history);
      return { ...done, ...(reversed.isBeside && { brings: command.op }) };
    });
  }

  function latest(op: unknown, direction: Direction, report: Report): Promise<Acknowledgement> {
    return acknowledged(async () => {
      const find = async () => ({ command: await nextTo(db, direction), direction });
      return reversal(parse(OperationIdSchema, op), find, report);
    });
  }

  return {
    run: (input, report = ignore) =>
      acknowledged(async () => {
        const wanted = parse(CommandSchema, input);
        return command(wanted.op, async (stamp) => {
          const session = await absorbSession(db, wanted);
          const changed = await changePapers(db, wanted, stamp, report);
          const writes = session ? continueSession(session, changed.writes) : changed.writes;
          return {
            label: labelOf(wanted.change, wanted.papers.length, changed.title),
            writes: { papers: packWrites(writes) },
            states: changed.states,
          };
        });
      }),
    manage: (input, report = ignore) =>
      acknowledged(async () => {
        const wanted = parse(ManageSchema, input);
        const isByItself = wanted.task.kind === 'identifyPapers';
        const work = async (stamp: Stamp) => {
          const { label, papers, ...others } = await carryOut(db, wanted, stamp, report);
          const writes = { papers: packWrites(papers.writes), ...others };
          return { label, writes, states: papers.states };
        };
        return command(wanted.op, work, isByItself);
      }),
    keepImportPart: async (input) => {
      try {
        if (isSavedPart(input)) {
          const saved = parse(SavedPartSchema, input);
          await keepPart(
            db,
            saved.op,
            saved.part,
            saved.kind === 'rest' ? saved.rest : saved.saved,
          );
        } else {
          const { op, part, papers } = parse(ImportPartSchema, input);
          await keepPart(db, op, part, papers);
        }
        return { ok: true };
      } catch (error) {
        return { ok: false, ...refusalOf(error) };
      }
    },
    forgetImport: (op) => forgetParts(db, op),
    emptyOldTrash: () => emptyOldTrash(db, now()),
    editRules: (input) =>
      acknowledged(async () => {
        const { op, edit } = parse(EditRulesSchema, input);
        return command(op, async (stamp) => {
          const writes = { papers: [], rules: await editRules(db, edit, stamp) };
          return { label: t('didRules'), writes, states: {} };
        });
      }),
    addRule: (input) =>
      acknowledged(async () => {
        const { op, rule } = parse(AddRuleSchema, input);
        return command(op, async (stamp) => {
          const writes = { papers: [], rules: await appendRule(db, rule, stamp) };
          return { label: t('didAddRule'), writes, states: {} };
        });
      }),
    undo: (op, undoes, report = ignore) =>
      acknowledged(async () => {
        const id = parse(OperationIdSchema, op);
        const target = parse(OperationIdSchema, undoes);
        return reversal(id, () => meantBy(db, target), report);
      }),
    undoLatest: (op, report = ignore) => latest(op, 'undo', report),
    redoLatest: (op, report = ignore) => latest(op, 'redo', report),
  };
}

function isSavedPart(input: unknown): boolean {
  return typeof input === 'object' && input !== null && 'kind' in input;
}

function ignore(): void {
  // nobody waits to be told
}

async function acknowledged(work: () => Promise<Done>): Promise<Acknowledgement> {
  try {
    return { ok: true, ...(await work()) };
  } catch (error) {
    return { ok: false, ...refusalOf(error) };
  }
}
