/** Notes are saved while being typed; one undo then reverses the whole session of typing. */
import type { Command } from '@/lib/protocol/command';
import type { LibraryDatabase } from '../store/database';
import { type PaperWrite, unpackWrites } from '../store/writes';

/**
 * Absorbs the earlier command of the session that this note command continues, so that it can no longer
 * be undone separately, and returns its write. `null` if there is none, or if what it wrote has been
 * changed since, even by an undo. To be called before the command's own change is made.
 */
export async function absorbEarlierNote(
  db: LibraryDatabase,
  { op, change, papers }: Command,
): Promise<PaperWrite | null> {
  const [paper, ...others] = papers;
  if (change.kind !== 'note' || !change.continues || !paper || others.length > 0) return null;
  const earlier = await db.operations.get({ op: change.continues });
  const writes = earlier?.standing === 'done' ? await db.writes.get(earlier.op) : undefined;
  const [session, ...more] = unpackWrites(writes?.papers ?? []);
  if (!earlier || !session || more.length > 0 || session.id !== paper.id) return null;
  const record = await db.papers.get(paper.id);
  const fields = Object.keys(session.after);
  // Not equal: a field can be from an earlier command of the session, absorbed before.
  const isUntouched = fields.every((field) => (record?.stamps[field] ?? '') <= earlier.stamp);
  if (!isUntouched || !fields.includes('note')) return null;

  const { standing: _, turn: __, ...absorbed } = earlier;
  await db.operations.put({ ...absorbed, size: 0, absorbedBy: op });
  await db.writes.delete(earlier.op);
  return session;
}
