import type { PaperId } from '@/lib/paper';
import type { LibraryDatabase } from '../store/database';
import { getPapers } from '../store/paper-reads';
import type { PaperRecord } from '../store/record';

type Merged = PaperRecord & { readonly mergedInto: PaperId };

/**
 * Those of these merged papers that must become papers of their own again. In files papers may be merged
 * into a paper that is not there, or into one another in a circle, which one paper is enough to break.
 */
export async function findDanglingMerges(
  db: LibraryDatabase,
  ids: ReadonlySet<PaperId>,
): Promise<Merged[]> {
  const records = new Map<PaperId, PaperRecord>();
  for (let wanted: PaperId[] = [...ids]; wanted.length > 0; ) {
    const found = [...(await getPapers(db, wanted)).values()];
    for (const record of found) records.set(record.id, record);
    wanted = found.flatMap(({ mergedInto }) =>
      mergedInto && !records.has(mergedInto) ? [mergedInto] : [],
    );
  }
  const freed = new Set<PaperId>();
  const isFound = (id: PaperId): boolean => {
    const passed = new Set<PaperId>();
    for (let at = records.get(id); at && !passed.has(at.id); ) {
      if (!at.mergedInto || freed.has(at.id)) return true;
      passed.add(at.id);
      at = records.get(at.mergedInto);
    }
    return false;
  };
  for (const id of [...ids].sort()) if (!isFound(id)) freed.add(id);
  return [...freed].flatMap((id) => (records.get(id) as Merged | undefined) ?? []);
}
