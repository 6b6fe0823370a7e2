/** Reads papers by their ids. */
import type { PaperId } from '@/lib/paper';
import type { LibraryDatabase } from './database';
import type { PaperRecord } from './record';

/** The records of these papers by id; unknown papers are left out. */
export async function getPapers(
  db: LibraryDatabase,
  ids: readonly PaperId[],
): Promise<Map<PaperId, PaperRecord>> {
  const records = await db.papers.bulkGet([...new Set(ids)]);
  return new Map(records.flatMap((record) => (record ? [[record.id, record]] : [])));
}

export interface ResolvedPapers {
  /** The id that one of the given ids stands for: its own unless the paper was merged into another. */
  readonly resolve: (id: PaperId) => PaperId;
  /** The known papers among those resolved, by resolved id. */
  readonly records: Map<PaperId, PaperRecord>;
}

/** Follows papers that were merged into others to those that they stand for now. */
export async function resolveMerged(
  db: LibraryDatabase,
  ids: readonly PaperId[],
): Promise<ResolvedPapers> {
  const resolved = new Map(ids.map((id) => [id, id]));
  const records = await getPapers(db, ids);
  for (let found = [...records.values()]; found.length > 0; ) {
    const merged = found.filter(({ mergedInto }) => mergedInto);
    const targets = new Map(merged.map(({ id, mergedInto }) => [id, mergedInto as PaperId]));
    for (const [id, current] of resolved) resolved.set(id, targets.get(current) ?? current);
    found = [...(await getPapers(db, [...targets.values()])).values()];
    for (const record of found) records.set(record.id, record);
    for (const { id } of merged) records.delete(id);
  }
  return { resolve: (id) => resolved.get(id) ?? id, records };
}
