/** Papers that seem to be the same: by their titles, and by the DOI of their published version. */
import type { PaperId } from '@/lib/paper';
import { type Chunk, eachPaper } from '../store/chunk';
import type { LibraryDatabase } from '../store/database';
import { isKept } from '../store/record';
import type { ChunkOfTitles } from '../store/titles';

/** Papers that seem to be the same, by their numbers, ascending. */
export type Duplicates = readonly number[];

/** All groups of papers, those in the trash aside, that have a title or a DOI in common. */
export function findDuplicates(db: LibraryDatabase): Promise<Duplicates[]> {
  return db.transaction('r', db.papers, db.catalogue, db.titles, async () => {
    const chunks = await db.catalogue.toArray();
    const byTitle = groupsByTitle(chunks, await db.titles.toArray());
    return joinGroups([...byTitle, ...(await groupsByDoi(db))]);
  });
}

/** Titles as they are sorted by, case and signs aside. */
function groupsByTitle(
  chunks: readonly Chunk[],
  titles: readonly ChunkOfTitles[],
): readonly (readonly number[])[] {
  const lines = new Map(titles.map((one) => [one.chunk, one.titles.split('\n')]));
  const groups = new Map<string, number[]>();
  eachPaper(chunks, (num, _, { chunk }, row) => {
    const title = lines.get(chunk)?.[row];
    if (!title) return;
    const group = groups.get(title);
    if (group) group.push(num);
    else groups.set(title, [num]);
  });
  return [...groups.values()].filter((group) => group.length > 1);
}

/** A paper has a DOI as its id, or pages tell of that of its published version. */
async function groupsByDoi(db: LibraryDatabase): Promise<readonly (readonly number[])[]> {
  const [dois, withDoi, named] = await Promise.all([
    db.papers.orderBy('meta.doi').keys(), // records without one are not in this index
    db.papers.orderBy('meta.doi').primaryKeys(),
    db.papers.where('id').startsWith('doi:').primaryKeys(),
  ]);
  const ids = new Map<string, Set<PaperId>>();
  const add = (doi: string, id: PaperId) => {
    const known = ids.get(doi);
    if (known) known.add(id);
    else ids.set(doi, new Set([id]));
  };
  for (const [at, id] of withDoi.entries()) add(String(dois[at]), id);
  for (const id of named) add(id.slice('doi:'.length).toLowerCase(), id);

  const groups = [...ids.values()].filter((group) => group.size > 1);
  const records = await Promise.all(groups.map((group) => db.papers.bulkGet([...group])));
  return records
    .map((group) => group.flatMap((one) => (one && isKept(one.shelf) ? [one.num] : [])))
    .filter((group) => group.length > 1);
}

/** Groups that have a member in common are one; in the order of their first members. */
function joinGroups(groups: readonly (readonly number[])[]): Duplicates[] {
  const groupOf = new Map<number, Set<number>>();
  for (const group of groups) {
    const joined = new Set(group.flatMap((num) => [num, ...(groupOf.get(num) ?? [])]));
    for (const num of joined) groupOf.set(num, joined);
  }
  return [...new Set(groupOf.values())]
    .map((group) => [...group].sort((a, b) => a - b))
    .sort(([a = 0], [b = 0]) => a - b);
}
