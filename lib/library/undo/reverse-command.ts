import type { States } from '@/lib/protocol/acknowledgement';
import type { ReportProgress } from '@/lib/util/in-batches';
import type { Stamp } from '../store/clock';
import type { LibraryDatabase } from '../store/database';
import type { Operation } from '../store/operation';
import {
  hasSideEffects,
  packWrites,
  sizeOf,
  unpackWrites,
  type WritesRecord,
} from '../store/writes';
import { readLaterCommands } from './history';
import { createLaterWrites, type Direction } from './reversal';
import { reversePapers, reverseRules, reverseTags } from './reverse-writes';

interface ReversedCommand {
  /** Of the papers of the command; `null` when there are too many. */
  readonly states: States | null;
  readonly isAboutRules: boolean;
  /** Whether it wrote something outside the database, which is not reversed here. */
  readonly hasSideEffects: boolean;
}

/**
 * Undoes or redoes everything a command wrote to the database, in the transaction of the undo or redo.
 * Writes of later commands are updated too: see `reversal.ts`.
 */
export async function reverseCommand(
  db: LibraryDatabase,
  command: Operation,
  direction: Direction,
  stamp: Stamp,
  report: ReportProgress,
): Promise<ReversedCommand> {
  const writes = await db.writes.get(command.op);
  const laterCommands = await readLaterCommands(db, command);
  const laterRecords = await db.writes.bulkGet(laterCommands.map(({ op }) => op));
  const later = {
    papers: createLaterWrites(laterRecords.map((one) => unpackWrites(one?.papers ?? []))),
    rules: createLaterWrites(laterRecords.map((one) => one?.rules ?? [])),
    tags: createLaterWrites(laterRecords.map((one) => one?.tags ?? [])),
  };

  const paperWrites = unpackWrites(writes?.papers ?? []);
  const papers = await reversePapers(db, direction, paperWrites, later.papers, stamp, report);
  const rules =
    writes?.rules && (await reverseRules(db, direction, writes.rules, later.rules, stamp));
  const tags = writes?.tags && (await reverseTags(db, direction, writes.tags, later.tags, stamp));

  const status = direction === 'undo' ? 'undone' : 'done';
  const reversed: Operation = { ...command, standing: status, turn: stamp };
  if (direction === 'undo') await db.operations.put(reversed);
  else {
    await saveWrites(db, reversed, {
      op: command.op,
      papers: packWrites(papers.writes),
      ...(rules && { rules }),
      ...(tags && { tags }),
      ...(writes?.filters && { filters: writes.filters }),
      ...(writes?.settings && { settings: writes.settings }),
    });
  }

  const changed = {
    papers: later.papers.changedWrites(),
    rules: later.rules.changedWrites(),
    tags: later.tags.changedWrites(),
  };
  for (const [index, laterCommand] of laterCommands.entries()) {
    const record = laterRecords[index];
    const [laterPapers, laterRules] = [changed.papers[index], changed.rules[index]];
    const laterTags = changed.tags[index];
    if (!record || (!laterPapers && !laterRules && !laterTags)) continue;
    await saveWrites(db, laterCommand, {
      ...record,
      ...(laterPapers && { papers: packWrites(laterPapers) }),
      ...(laterRules && { rules: laterRules }),
      ...(laterTags && { tags: laterTags }),
    });
  }
  return {
    states: papers.states,
    isAboutRules: rules !== undefined,
    hasSideEffects: writes !== undefined && hasSideEffects(writes),
  };
}

async function saveWrites(
  db: LibraryDatabase,
  operation: Operation,
  record: WritesRecord,
): Promise<void> {
  await db.writes.put(record);
  await db.operations.put({ ...operation, size: sizeOf(record) });
}
