/** All that the user decides. Each command is one transaction, with its undo, done at most once. */
import {
  type Acknowledgement,
  AddRuleSchema,
  type Change,
  CommandSchema,
  type OperationId,
  OperationIdSchema,
  SaveRulesSchema,
} from '@/lib/command';
import { paperTables, putPapers } from './catalogue/write';
import type { Stamp } from './clock';
import type { LibraryDatabase, Operation } from './database';
import { changePapers, getPapers, restorePapers, statesOf } from './paper-commands';
import { createQueries } from './queries';
import type { PaperRecord } from './record';
import { parse, Refusal, refusalOf } from './refusal';
import { appendRule, replaceRules, restoreRules } from './rule-commands';
import { tick } from './stamps';

/** So many operations can be undone, and are known when they are sent again. */
const OPERATIONS_KEPT = 1_000;

/** Each takes anything: what is no such command is refused. None ever rejects. */
export interface Commands {
  /** Makes one change to papers: a `Command`. */
  readonly run: (command: unknown) => Promise<Acknowledgement>;
  /** Makes a list all the rules there are, in its order: a `SaveRules`. */
  readonly saveRules: (save: unknown) => Promise<Acknowledgement>;
  /** Puts one rule after the others: an `AddRule`. Refuses one that is or was there. */
  readonly addRule: (add: unknown) => Promise<Acknowledgement>;
  /**
   * Undoes an operation: writes each field back that nobody has changed since. It is an operation
   * itself, named by `op`. Refuses what is not known any more or was undone already.
   */
  readonly undo: (op: unknown, undoes: unknown) => Promise<Acknowledgement>;
}

/** What an operation is remembered by, and the papers that it leaves to be written. */
interface Work {
  readonly operation: Omit<Operation, 'seq' | 'op' | 'stamp'>;
  readonly records: readonly PaperRecord[];
}

type Done = Omit<Extract<Acknowledgement, { ok: true }>, 'ok'>;

export function createCommands(db: LibraryDatabase, now: () => number = Date.now): Commands {
  const queries = createQueries(db);

  /** One transaction. An operation done before is only answered again, as things are now. */
  function once(op: OperationId, work: (stamp: Stamp) => Promise<Work>): Promise<Done> {
    return db.transaction('rw', [...paperTables(db), db.rules, db.operations], async () => {
      const done = await db.operations.get({ op });
      if (done) return answerOf(done, await getPapers(db, done.writes));
      const stamp = await tick(db, now());
      const { operation: remembered, records } = await work(stamp);
      const operation = { ...remembered, op, stamp };
      await putPapers(db, records, stamp);
      const seq = await db.operations.add(operation);
      await db.operations
        .where('seq')
        .belowOrEqual(seq - OPERATIONS_KEPT)
        .delete();
      return answerOf(operation, records);
    });
  }

  async function answerOf(
    { op, rules }: Operation,
    papers: readonly (PaperRecord | undefined)[],
  ): Promise<Done> {
    return { op, states: statesOf(papers), ...(rules && { rules: await queries.rules() }) };
  }

  async function undoOperation(undoes: OperationId, stamp: Stamp): Promise<Work> {
    const target = await db.operations.get({ op: undoes });
    if (!target) throw new Refusal('invalid', 'This is too long ago to be undone.');
    const undone = await db.operations.filter((other) => other.undoes === undoes).count();
    if (undone) throw new Refusal('invalid', 'This was undone already.');

    const { writes, records } = await restorePapers(db, target.writes, stamp);
    const rules = target.rules && { rules: await restoreRules(db, target.rules, stamp) };
    const operation = { label: `Undid: ${target.label}`, writes, ...rules, undoes };
    return { operation, records };
  }

  return {
    run: (input) =>
      acknowledged(async () => {
        const command = parse(CommandSchema, input);
        return once(command.op, async (stamp) => {
          const { writes, records } = await changePapers(db, command, stamp);
          return { operation: { label: labelOf(command.change), writes }, records };
        });
      }),
    saveRules: (input) =>
      acknowledged(async () => {
        const { op, rules } = parse(SaveRulesSchema, input);
        return once(op, async (stamp) => {
          const writes = await replaceRules(db, rules, stamp);
          return { operation: { label: 'Rules changed', writes: [], rules: writes }, records: [] };
        });
      }),
    addRule: (input) =>
      acknowledged(async () => {
        const { op, rule } = parse(AddRuleSchema, input);
        return once(op, async (stamp) => {
          const writes = await appendRule(db, rule, stamp);
          return { operation: { label: 'Rule added', writes: [], rules: writes }, records: [] };
        });
      }),
    undo: (op, undoes) =>
      acknowledged(async () => {
        const id = parse(OperationIdSchema, op);
        const target = parse(OperationIdSchema, undoes);
        return once(id, (stamp) => undoOperation(target, stamp));
      }),
  };
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

async function acknowledged(work: () => Promise<Done>): Promise<Acknowledgement> {
  try {
    return { ok: true, ...(await work()) };
  } catch (error) {
    return { ok: false, ...refusalOf(error) };
  }
}
