/** Everything the user can do to the library. Each command is one transaction, done at most once. */
import { t } from '@/lib/i18n';
import type { Acknowledgement, Kept } from '@/lib/protocol/acknowledgement';
import { AddRuleSchema, CommandSchema, EditRulesSchema } from '@/lib/protocol/command';
import { ImportPartSchema } from '@/lib/protocol/imported';
import { type OperationId, OperationIdSchema } from '@/lib/protocol/operation-id';
import { SavedPartSchema } from '@/lib/protocol/saved-library';
import { ManageSchema } from '@/lib/protocol/task';
import { ignoreProgress, type ReportProgress } from '@/lib/util/in-batches';
import type { Stamp } from '../store/clock';
import type { LibraryDatabase } from '../store/database';
import { parse, refusalOf } from '../store/refusal';
import { joinWrites, packWrites } from '../store/writes';
import { findLatestTarget, findTarget } from '../undo/history';
import type { Direction } from '../undo/reversal';
import { changePapers } from './change-papers';
import { addRule, editRules } from './edit-rules';
import { emptyOldTrash } from './empty-trash';
import { createExecutor, type Success } from './execute';
import { deleteParts, savePart } from './import-parts';
import { absorbEarlierNote } from './note-session';
import { labelOf } from './operation-labels';
import { runTask } from './tasks';

/**
 * Input of any type is accepted, and refused if it is not valid. Promises of acknowledgements never
 * reject. `report` gets the progress of long commands.
 */
export interface Commands {
  /** Changes papers: a `Command`. */
  readonly run: (command: unknown, report?: ReportProgress) => Promise<Acknowledgement>;
  /** Does something to the library as a whole: a `Manage`. */
  readonly manage: (command: unknown, report?: ReportProgress) => Promise<Acknowledgement>;
  /** Stores an `ImportPart` or a `SavedPart` until the task that imports all parts. */
  readonly saveImportPart: (part: unknown) => Promise<Kept>;
  /** Deletes the stored parts of an import; `null`: of all imports. Imported papers stay. */
  readonly deleteImport: (op: OperationId | null) => Promise<void>;
  /** Deletes what has been in the trash for 30 days; cannot be undone. */
  readonly emptyOldTrash: () => Promise<void>;
  /** Changes the list of rules: an `EditRules`. */
  readonly editRules: (edit: unknown) => Promise<Acknowledgement>;
  /** Appends one rule: an `AddRule`. Refuses a rule that is or was in the list. */
  readonly addRule: (add: unknown) => Promise<Acknowledgement>;
  /**
   * Undoes the operation `undoes`; if that is an undo itself, its command is redone. This is an
   * operation too, with the id `op`. Refuses an operation that is too old or was undone already.
   */
  readonly undo: (
    op: unknown,
    undoes: unknown,
    report?: ReportProgress,
  ) => Promise<Acknowledgement>;
  /** Undoes the latest command, whichever tab it came from. */
  readonly undoLatest: (op: unknown, report?: ReportProgress) => Promise<Acknowledgement>;
  /** Redoes the command undone last, unless there has been a new command since. */
  readonly redoLatest: (op: unknown, report?: ReportProgress) => Promise<Acknowledgement>;
}

/** `now` gives milliseconds. */
export function createCommands(db: LibraryDatabase, now: () => number = Date.now): Commands {
  const execute = createExecutor(db, now);

  function reverseLatest(
    op: unknown,
    direction: Direction,
    report: ReportProgress,
  ): Promise<Acknowledgement> {
    return acknowledge(async () => {
      const id = parse(OperationIdSchema, op);
      return execute.reversal(id, () => findLatestTarget(db, direction), report);
    });
  }

  return {
    run: (input, report = ignoreProgress) =>
      acknowledge(async () => {
        const command = parse(CommandSchema, input);
        return execute.command(command.op, async (stamp) => {
          const absorbed = await absorbEarlierNote(db, command);
          const changed = await changePapers(db, command, stamp, report);
          const writes = absorbed
            ? changed.writes.map((write) => joinWrites(absorbed, write))
            : changed.writes;
          return {
            label: labelOf(command.change, command.papers.length, changed.title),
            writes: { papers: packWrites(writes) },
            states: changed.states,
          };
        });
      }),
    manage: (input, report = ignoreProgress) =>
      acknowledge(async () => {
        const command = parse(ManageSchema, input);
        const isAutomatic = command.task.kind === 'identifyPapers';
        const work = async (stamp: Stamp) => {
          const { label, papers, ...others } = await runTask(db, command, stamp, report);
          const writes = { papers: packWrites(papers.writes), ...others };
          return { label, writes, states: papers.states };
        };
        return execute.command(command.op, work, isAutomatic);
      }),
    saveImportPart: async (input) => {
      try {
        if (isSavedPart(input)) {
          const saved = parse(SavedPartSchema, input);
          const content = saved.kind === 'rest' ? saved.rest : saved.saved;
          await savePart(db, saved.op, saved.part, content);
        } else {
          const { op, part, papers } = parse(ImportPartSchema, input);
          await savePart(db, op, part, papers);
        }
        return { ok: true };
      } catch (error) {
        return { ok: false, ...refusalOf(error) };
      }
    },
    deleteImport: (op) => deleteParts(db, op),
    emptyOldTrash: () => emptyOldTrash(db, now()),
    editRules: (input) =>
      acknowledge(async () => {
        const { op, edit } = parse(EditRulesSchema, input);
        return execute.command(op, async (stamp) => {
          const writes = { papers: [], rules: await editRules(db, edit, stamp) };
          return { label: t('didRules'), writes, states: {} };
        });
      }),
    addRule: (input) =>
      acknowledge(async () => {
        const { op, rule } = parse(AddRuleSchema, input);
        return execute.command(op, async (stamp) => {
          const writes = { papers: [], rules: await addRule(db, rule, stamp) };
          return { label: t('didAddRule'), writes, states: {} };
        });
      }),
    undo: (op, undoes, report = ignoreProgress) =>
      acknowledge(async () => {
        const id = parse(OperationIdSchema, op);
        const target = parse(OperationIdSchema, undoes);
        return execute.reversal(id, () => findTarget(db, target), report);
      }),
    undoLatest: (op, report = ignoreProgress) => reverseLatest(op, 'undo', report),
    redoLatest: (op, report = ignoreProgress) => reverseLatest(op, 'redo', report),
  };
}

function isSavedPart(input: unknown): boolean {
  return typeof input === 'object' && input !== null && 'kind' in input;
}

/** Turns the outcome of the work, success or failure, into an acknowledgement. */
async function acknowledge(work: () => Promise<Success>): Promise<Acknowledgement> {
  try {
    return { ok: true, ...(await work()) };
  } catch (error) {
    return { ok: false, ...refusalOf(error) };
  }
}
