/** All that the user decides. Each command is one transaction, with its undo, done at most once. */
import { t } from '@/lib/i18n';
import type { Acknowledgement, Kept } from '@/lib/protocol/acknowledgement';
import { AddRuleSchema, CommandSchema, EditRulesSchema } from '@/lib/protocol/command';
import { ImportPartSchema } from '@/lib/protocol/imported';
import { type OperationId, OperationIdSchema } from '@/lib/protocol/operation-id';
import { SavedPartSchema } from '@/lib/protocol/saved-library';
import { ManageSchema } from '@/lib/protocol/task';
import type { Stamp } from '../store/clock';
import type { LibraryDatabase } from '../store/database';
import { type Report, untold } from '../store/in-chunks';
import { packWrites } from '../store/operation';
import { parse, refusalOf } from '../store/refusal';
import { meantBy, nextTo } from '../undo/history';
import type { Direction } from '../undo/reversal';
import { createExecutor, type Success } from './execute';
import { forgetParts, keepPart } from './import-papers';
import { absorbSession, continueSession } from './note-session';
import { labelOf } from './operation-labels';
import { changePapers } from './paper-commands';
import { appendRule, editRules } from './rule-commands';
import { carryOut } from './tasks';
import { emptyOldTrash } from './trash';

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

/** `now` gives milliseconds. */
export function createCommands(db: LibraryDatabase, now: () => number = Date.now): Commands {
  const execute = createExecutor(db, now);

  function latest(op: unknown, direction: Direction, report: Report): Promise<Acknowledgement> {
    return acknowledged(async () => {
      const find = async () => ({ command: await nextTo(db, direction), direction });
      return execute.reversal(parse(OperationIdSchema, op), find, report);
    });
  }

  return {
    run: (input, report = untold) =>
      acknowledged(async () => {
        const wanted = parse(CommandSchema, input);
        return execute.command(wanted.op, async (stamp) => {
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
    manage: (input, report = untold) =>
      acknowledged(async () => {
        const wanted = parse(ManageSchema, input);
        const isByItself = wanted.task.kind === 'identifyPapers';
        const work = async (stamp: Stamp) => {
          const { label, papers, ...others } = await carryOut(db, wanted, stamp, report);
          const writes = { papers: packWrites(papers.writes), ...others };
          return { label, writes, states: papers.states };
        };
        return execute.command(wanted.op, work, isByItself);
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
        return execute.command(op, async (stamp) => {
          const writes = { papers: [], rules: await editRules(db, edit, stamp) };
          return { label: t('didRules'), writes, states: {} };
        });
      }),
    addRule: (input) =>
      acknowledged(async () => {
        const { op, rule } = parse(AddRuleSchema, input);
        return execute.command(op, async (stamp) => {
          const writes = { papers: [], rules: await appendRule(db, rule, stamp) };
          return { label: t('didAddRule'), writes, states: {} };
        });
      }),
    undo: (op, undoes, report = untold) =>
      acknowledged(async () => {
        const id = parse(OperationIdSchema, op);
        const target = parse(OperationIdSchema, undoes);
        return execute.reversal(id, () => meantBy(db, target), report);
      }),
    undoLatest: (op, report = untold) => latest(op, 'undo', report),
    redoLatest: (op, report = untold) => latest(op, 'redo', report),
  };
}

function isSavedPart(input: unknown): boolean {
  return typeof input === 'object' && input !== null && 'kind' in input;
}

async function acknowledged(work: () => Promise<Success>): Promise<Acknowledgement> {
  try {
    return { ok: true, ...(await work()) };
  } catch (error) {
    return { ok: false, ...refusalOf(error) };
  }
}
