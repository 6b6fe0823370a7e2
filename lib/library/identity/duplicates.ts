/** Papers that seem to be the same, by title or by the DOI of the published version. */
import type { PaperId } from '@/lib/paper';
import { type Chunk, forEachKeptPaper } from '../store/chunk';
import type { LibraryDatabase } from '../store/database';
import { isKept } from '../store/record';
import type { TitleChunk } from '../store/titles';

/** The numbers of papers that seem to be the same, ascending. */
export type Duplicates = readonly number[];

/** All groups of papers that share a title or a DOI; without the trash. */
export function findDuplicates(db: LibraryDatabase): Promise<Duplicates[]> {
  return db.transaction('r', db.papers, db.catalogue, db.titles, async () => {
    const chunks = await db.catalogue.toArray();
    const byTitle = groupsByTitle(chunks, await db.titles.toArray());
    return joinGroups([...byTitle, ...(await groupsByDoi(db))]);
  });
}

/** Compares titles without case and signs. */
function groupsByTitle(
  chunks: readonly Chunk[],
  titles: readonly TitleChunk[],
): readonly (readonly number[])[] {
  const lines = new Map(titles.map((one) => [one.chunk, one.titles.split('\n')]));
  const groups = new Map<string, number[]>();
  forEachKeptPaper(chunks, (num, _, { chunk }, row) => {
    const title = lines.get(chunk)?.[row];
    if (!title) return;
    const group = groups.get(title);
    if (group) group.push(num);
    else groups.set(title, [num]);
  });
  return [...groups.values()].filter((group) => group.length > 1);
}

/** The DOI is a paper's id, or that of its published version as pages give it. */
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

/** Joins groups with a member in common; in the order of their first members. */
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
