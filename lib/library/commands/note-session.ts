/** A note is saved as one types; one undo then takes a whole session of typing back. */
import type { Command } from '@/lib/protocol/command';
import type { LibraryDatabase } from '../store/database';
import { unpackWrites, type Write } from '../store/operation';

/**
 * What the session wrote that a note command continues; that command is absorbed and cannot be
 * undone by itself any more. `null` where there is none, or where what it wrote was changed since, by
 * an undo too. To be called before the command's own change is made.
 */
export async function absorbSession(
  db: LibraryDatabase,
  { op, change, papers }: Command,
): Promise<Write | null> {
  const [paper, ...others] = papers;
  if (change.kind !== 'note' || !change.continues || !paper || others.length > 0) return null;
  const earlier = await db.operations.get({ op: change.continues });
  const kept = earlier?.standing === 'done' ? await db.writes.get(earlier.op) : undefined;
  const [session, ...more] = unpackWrites(kept?.papers ?? []);
  if (!earlier || !session || more.length > 0 || session.id !== paper.id) return null;
  const record = await db.papers.get(paper.id);
  const fields = Object.keys(session.after);
  // No later: some are from the session's first command, which this one absorbed in its turn.
  const isUntouched = fields.every((field) => (record?.stamps[field] ?? '') <= earlier.stamp);
  if (!isUntouched || !fields.includes('note')) return null;

  const { standing: _, turn: __, ...absorbed } = earlier;
  await db.operations.put({ ...absorbed, size: 0, absorbedBy: op });
  await db.writes.delete(earlier.op);
  return session;
}

/** The writes of a session with those of the command that continues it. */
export function continueSession(session: Write, writes: readonly Write[]): Write[] {
  return writes.map(({ id, before, after }) => ({
    id,
    before: { ...before, ...session.before },
    after: { ...session.after, ...after },
  }));
}
