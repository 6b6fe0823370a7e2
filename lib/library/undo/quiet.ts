/** What Winnow did by itself makes way for what the user takes back. */
import type { States } from '@/lib/protocol/acknowledgement';
import type { Stamp } from '../store/clock';
import type { LibraryDatabase } from '../store/database';
import type { Report } from '../store/in-chunks';
import type { Operation, WritesRecord } from '../store/operation';
import { laterThan } from './history';
import { reverseCommand } from './undo';

/**
 * To be called before a command is undone: takes back what was done quietly since with any of its papers.
 * Else a tag that is undone would stay on the paper which its paper was joined with. Gives the states of
 * the papers that are changed by that; `null` where they are too many to be told.
 */
export async function undoQuietBefore(
  db: LibraryDatabase,
  command: Operation,
  stamp: Stamp,
  report: Report,
): Promise<States | null> {
  if (command.isQuiet) return {};
  const quiet = (await laterThan(db, command)).filter(({ isQuiet }) => isQuiet);
  if (quiet.length === 0) return {};
  const own = new Set(idsIn(await db.writes.get(command.op)));
  let all: States | null = {};
  for (const operation of quiet.reverse()) {
    const isInTheWay = idsIn(await db.writes.get(operation.op)).some((id) => own.has(id));
    if (!isInTheWay) continue;
    const { states } = await reverseCommand(db, operation, 'undo', stamp, report);
    all = all && states && { ...all, ...states };
  }
  return all;
}

function idsIn(written: WritesRecord | undefined) {
  return (written?.papers ?? []).flatMap(({ ids }) => ids);
}
