/** Reads papers by their ids. */
import type { PaperId } from '@/lib/paper';
import type { LibraryDatabase } from './database';
import type { PaperRecord } from './record';

/** The records of those of these papers that are known. */
export async function getPapers(
  db: LibraryDatabase,
  ids: readonly PaperId[],
): Promise<Map<PaperId, PaperRecord>> {
  const records = await db.papers.bulkGet([...new Set(ids)]);
  return new Map(records.flatMap((record) => (record ? [[record.id, record]] : [])));
}

/** What these ids stand for by now: other papers, where they were merged into them. */
export async function resolveMerged(
  db: LibraryDatabase,
  ids: readonly PaperId[],
): Promise<{
  readonly names: ReadonlyMap<PaperId, PaperId>;
  /** By the names, those that are known. */
  readonly records: Map<PaperId, PaperRecord>;
}> {
  const names = new Map(ids.map((id) => [id, id]));
  const records = await getPapers(db, ids);
  for (let found = [...records.values()]; found.length > 0; ) {
    const merged = found.filter(({ mergedInto }) => mergedInto);
    const targets = new Map(merged.map(({ id, mergedInto }) => [id, mergedInto as PaperId]));
    for (const [id, name] of names) names.set(id, targets.get(name) ?? name);
    found = [...(await getPapers(db, [...targets.values()])).values()];
    for (const record of found) records.set(record.id, record);
    for (const { id } of merged) records.delete(id);
  }
  return { names, records };
}
