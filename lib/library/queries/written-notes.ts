/** Earlier notes: commands keep what they replaced as long as they can be undone. */
import type { PaperId } from '@/lib/paper';
import type { EarlierNote } from '@/lib/protocol/saved-library';
import type { LibraryDatabase } from '../store/database';

/** All notes that commands wrote or replaced, by paper, including the current ones. */
export function readWrittenNotes(
  db: LibraryDatabase,
): Promise<ReadonlyMap<PaperId, readonly EarlierNote[]>> {
  return db.transaction('r', db.operations, db.writes, async () => {
    const stamps = new Map<string, string>();
    await db.operations.each(({ op, stamp }) => stamps.set(op, stamp));
    const notes = new Map<PaperId, EarlierNote[]>();
    const add = (id: PaperId, note: unknown, stamp: string | null) => {
      if (typeof note !== 'string' || note === '') return;
      const others = notes.get(id);
      if (others) others.push({ note, stamp });
      else notes.set(id, [{ note, stamp }]);
    };
    await db.writes.each(({ op, papers }) => {
      for (const { ids, before, after } of papers) {
        if (!('note' in after)) continue;
        for (const id of ids) {
          add(id, before.note, null);
          add(id, after.note, stamps.get(op) ?? null);
        }
      }
    });
    return notes;
  });
}
