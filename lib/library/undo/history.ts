/**
 * Undo and redo, over all tabs and pages of the extension alike.
 *
 * Commands that stand lie on a stack, the one done last on top; "undo" takes the top one back. Those
 * undone lie on another, and "redo" does its top one again, which then is the one done last. A new
 * command makes "redo" forget: what was undone before it can be done again only by its own name.
 * Each command can be undone by its name, wherever it lies. What Winnow did by itself, as joining a
 * paper with its arXiv id, and what changed nothing is quiet: it lies on neither stack. What the fields of papers, rules and tags
 * become then is said in `reversal.ts`: no value is lost that another command wrote.
 */
import Dexie from 'dexie';
import { t } from '@/lib/i18n';
import type { History } from '@/lib/protocol/acknowledgement';
import type { OperationId } from '@/lib/protocol/operation-id';
import type { Stamp } from '../store/clock';
import type { LibraryDatabase } from '../store/database';
import type { Operation, OperationStatus } from '../store/operation';
import { Refusal } from '../store/refusal';
import type { Direction } from './reversal';

/** So many operations can be undone, and are known when they are sent again. */
const OPERATIONS_KEPT = 1_000;

/** So many characters, about, their writes may take together; but the newest command is kept. */
const SIZE_KEPT = 50_000_000;

/** What the next undo and redo would do. */
export async function readHistory(db: LibraryDatabase): Promise<History> {
  const [done, undone] = await Promise.all([top(db, 'done'), top(db, 'undone')]);
  return { undo: done?.label ?? null, redo: undone?.label ?? null };
}

/** The command that "undo" or "redo" comes to next. @throws {Refusal} when there is none. */
export async function nextTo(db: LibraryDatabase, direction: Direction): Promise<Operation> {
  const next = await top(db, direction === 'undo' ? 'done' : 'undone');
  if (next) return next;
  throw new Refusal('invalid', t(direction === 'undo' ? 'refusedNoUndo' : 'refusedNoRedo'));
}

/**
 * The command that is meant by undoing this operation, and what is to be done with it: undoing an
 * undo is doing again.
 * @throws {Refusal} when that is not known any more, or was done already.
 */
export async function meantBy(
  db: LibraryDatabase,
  undoes: OperationId,
): Promise<{ readonly command: Operation; readonly direction: Direction }> {
  const target = await db.operations.get({ op: undoes });
  const command = target && (await commandOf(db, target));
  if (!command) throw new Refusal('invalid', t('refusedTooLongAgo'));
  const isDone = command.standing === 'done';
  // An undo or a redo that others followed says nothing of how the command stands by now.
  const isMeant = target.of === undefined ? isDone : target.stamp === command.turn;
  if (!isMeant) throw new Refusal('invalid', t('refusedUndoneAlready'));
  return { command, direction: isDone ? 'undo' : 'redo' };
}

/** The command that an operation is about: itself, the one it undid, or the one that absorbed it. */
async function commandOf(
  db: LibraryDatabase,
  operation: Operation,
): Promise<Operation | undefined> {
  const about = operation.of ?? operation.absorbedBy;
  if (about === undefined) return operation;
  const command = await db.operations.get({ op: about });
  return command && commandOf(db, command);
}

/** The commands that stand and came after this one, oldest first. */
export async function laterThan(db: LibraryDatabase, { stamp }: Operation): Promise<Operation[]> {
  const later = await withStatus(db, 'done', stamp).toArray();
  return later
    .filter((operation) => operation.stamp > stamp)
    .sort((a, b) => (a.stamp < b.stamp ? -1 : 1));
}

/** The commands that were undone, oldest first. */
export function readUndone(db: LibraryDatabase): Promise<Operation[]> {
  return withStatus(db, 'undone').toArray();
}

/** Has "redo" forget what was undone, as each new command does that changes something. */
export async function forgetUndone(
  db: LibraryDatabase,
  undone: readonly Operation[],
): Promise<void> {
  if (undone.length === 0) return;
  await db.operations.bulkPut(undone.map((one) => ({ ...one, standing: 'superseded' })));
}

/** Forgets the oldest operations where there are too many, or their writes take too much. */
export function trimOperations(db: LibraryDatabase): Promise<void> {
  return db.transaction('rw', db.operations, db.writes, async () => {
    const newestFirst = await db.operations.reverse().toArray();
    let size = 0;
    let hasCommand = false;
    const isTooMuch = (operation: Operation, index: number) => {
      size += operation.size;
      const isTooBig = size > SIZE_KEPT && hasCommand;
      hasCommand ||= operation.standing !== undefined;
      return index >= OPERATIONS_KEPT || isTooBig;
    };
    const end = newestFirst.findIndex(isTooMuch);
    if (end < 0) return;
    const gone = newestFirst.slice(end);
    await db.operations.bulkDelete(gone.flatMap(({ seq }) => seq ?? []));
    await db.writes.bulkDelete(gone.map(({ op }) => op));
  });
}

function top(db: LibraryDatabase, status: OperationStatus): Promise<Operation | undefined> {
  return withStatus(db, status)
    .reverse()
    .filter(({ isQuiet }) => !isQuiet)
    .first();
}

/** Commands of one status, in the order of their turns, those after a turn. */
function withStatus(
  db: LibraryDatabase,
  status: OperationStatus,
  after: Stamp | typeof Dexie.minKey = Dexie.minKey,
) {
  return db.operations
    .where('[standing+turn]')
    .between([status, after], [status, Dexie.maxKey], false, true);
}
