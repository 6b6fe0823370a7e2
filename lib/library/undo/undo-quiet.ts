import type { States } from '@/lib/protocol/acknowledgement';
import type { ReportProgress } from '@/lib/util/in-batches';
import type { Stamp } from '../store/clock';
import type { LibraryDatabase } from '../store/database';
import type { Operation } from '../store/operation';
import type { WritesRecord } from '../store/writes';
import { readLaterCommands } from './history';
import { reverseCommand } from './reverse-command';

/**
 * Undoes the later quiet commands on any of a command's papers, so that the command can be undone next:
 * otherwise a tag it added would stay on the paper that its paper was joined with. Returns the states of
 * the papers changed; `null` when there are too many.
 */
export async function undoQuietBefore(
  db: LibraryDatabase,
  command: Operation,
  stamp: Stamp,
  report: ReportProgress,
): Promise<States | null> {
  if (command.isQuiet) return {};
  const quiet = (await readLaterCommands(db, command)).filter(({ isQuiet }) => isQuiet);
  if (quiet.length === 0) return {};
  const papers = new Set(idsIn(await db.writes.get(command.op)));
  let all: States | null = {};
  for (const operation of quiet.reverse()) {
    const isOnSamePapers = idsIn(await db.writes.get(operation.op)).some((id) => papers.has(id));
    if (!isOnSamePapers) continue;
    const { states } = await reverseCommand(db, operation, 'undo', stamp, report);
    all = all && states && { ...all, ...states };
  }
  return all;
}

function idsIn(writes: WritesRecord | undefined) {
  return (writes?.papers ?? []).flatMap(({ ids }) => ids);
}
