/**
 * Undo and redo, shared by all tabs and extension pages.
 *
 * Commands that are done form a stack; "undo" reverses the latest. Undone commands form another; "redo"
 * does its latest again, which puts that one on top of the first. A new command supersedes those that
 * were undone: "redo" no longer reaches them. By its id, a command can be undone wherever it is. Quiet
 * commands are on neither stack: those that Winnow runs by itself, such as joining a paper with its
 * arXiv id, and those that changed nothing. `reversal.ts` says which values fields get.
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

/** Older operations can no longer be undone, nor recognised when they are sent again. */
const MAX_OPERATIONS = 1_000;

/** Size of all their writes together, as `Operation.size`. The newest command may exceed it. */
const MAX_TOTAL_SIZE = 50_000_000;

/** A command to undo or redo. */
export interface ReversalTarget {
  readonly command: Operation;
  readonly direction: Direction;
}

/** What the next undo and the next redo would do. */
export async function readHistory(db: LibraryDatabase): Promise<History> {
  const [done, undone] = await Promise.all([readLatest(db, 'done'), readLatest(db, 'undone')]);
  return { undo: done?.label ?? null, redo: undone?.label ?? null };
}

/** What "undo" or "redo" applies to. @throws {Refusal} when there is nothing. */
export async function findLatestTarget(
  db: LibraryDatabase,
  direction: Direction,
): Promise<ReversalTarget> {
  const command = await readLatest(db, direction === 'undo' ? 'done' : 'undone');
  if (command) return { command, direction };
  throw new Refusal('invalid', t(direction === 'undo' ? 'refusedNoUndo' : 'refusedNoRedo'));
}

/**
 * What undoing this operation applies to. Undoing an undo means to redo its command.
 * @throws {Refusal} when the operation is no longer known, or has been undone already.
 */
export async function findTarget(
  db: LibraryDatabase,
  undoes: OperationId,
): Promise<ReversalTarget> {
  const operation = await db.operations.get({ op: undoes });
  const command = operation && (await commandOf(db, operation));
  if (!command) throw new Refusal('invalid', t('refusedTooLongAgo'));
  const isDone = command.standing === 'done';
  // An undo or redo only counts while it is the last one of its command.
  const isInForce = operation.of === undefined ? isDone : operation.stamp === command.turn;
  if (!isInForce) throw new Refusal('invalid', t('refusedUndoneAlready'));
  return { command, direction: isDone ? 'undo' : 'redo' };
}

/** The command behind an operation: itself, the one it undid or redid, or the one that absorbed it. */
async function commandOf(
  db: LibraryDatabase,
  operation: Operation,
): Promise<Operation | undefined> {
  const op = operation.of ?? operation.absorbedBy;
  if (op === undefined) return operation;
  const next = await db.operations.get({ op });
  return next && commandOf(db, next);
}

/** The commands first run after this one that are done, oldest first. */
export async function readLaterCommands(
  db: LibraryDatabase,
  { stamp }: Operation,
): Promise<Operation[]> {
  const later = await withStatus(db, 'done', stamp).toArray();
  return later
    .filter((operation) => operation.stamp > stamp)
    .sort((a, b) => (a.stamp < b.stamp ? -1 : 1));
}

/** The undone commands that are not superseded, the one undone first coming first. */
export function readUndone(db: LibraryDatabase): Promise<Operation[]> {
  return withStatus(db, 'undone').toArray();
}

/** Takes undone commands out of the reach of "redo". */
export async function supersede(db: LibraryDatabase, undone: readonly Operation[]): Promise<void> {
  if (undone.length === 0) return;
  await db.operations.bulkPut(undone.map((one) => ({ ...one, standing: 'superseded' })));
}

/** Deletes the oldest operations when there are too many of them, or too many writes. */
export function trimOperations(db: LibraryDatabase): Promise<void> {
  return db.transaction('rw', db.operations, db.writes, async () => {
    const newestFirst = await db.operations.reverse().toArray();
    let size = 0;
    let hasCommand = false;
    const isTooMuch = (operation: Operation, index: number) => {
      size += operation.size;
      const isTooBig = size > MAX_TOTAL_SIZE && hasCommand;
      hasCommand ||= operation.standing !== undefined;
      return index >= MAX_OPERATIONS || isTooBig;
    };
    const end = newestFirst.findIndex(isTooMuch);
    if (end < 0) return;
    const surplus = newestFirst.slice(end);
    await db.operations.bulkDelete(surplus.flatMap(({ seq }) => seq ?? []));
    await db.writes.bulkDelete(surplus.map(({ op }) => op));
  });
}

function readLatest(db: LibraryDatabase, status: OperationStatus): Promise<Operation | undefined> {
  return withStatus(db, status)
    .reverse()
    .filter(({ isQuiet }) => !isQuiet)
    .first();
}

/** The commands of one status, by `turn`; with `after`, only those of later turns. */
function withStatus(
  db: LibraryDatabase,
  status: OperationStatus,
  after: Stamp | typeof Dexie.minKey = Dexie.minKey,
) {
  return db.operations
    .where('[standing+turn]')
    .between([status, after], [status, Dexie.maxKey], false, true);
}
