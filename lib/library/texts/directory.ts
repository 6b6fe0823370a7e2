/** Which blocks there are, in memory: of each only its first term. */
import type { LibraryDatabase } from '../store/database';
import type { BlockKey } from '../store/segment';

/** The keys of a segment's blocks, in their order. */
export type Directory = readonly BlockKey[];

/** The directory of a segment. Segments never change, so that it can be kept. */
export async function readDirectory(db: LibraryDatabase, segment: number): Promise<Directory> {
  const keys = await db.postings
    .where('[segment+term+part]')
    .between([segment], [segment + 1])
    .primaryKeys();
  return keys as unknown as Directory;
}

/** The blocks in which this term is, if it is anywhere. */
export function blocksWith(directory: Directory, term: string): readonly BlockKey[] {
  return directory.slice(placeOf(directory, term), endOf(directory, term));
}

/** The blocks in which terms are that begin so, if there are any. */
export function blocksFrom(directory: Directory, beginning: string): readonly BlockKey[] {
  return directory.slice(placeOf(directory, beginning), endOf(directory, `${beginning}\uffff`));
}

/** The first block that can hold the term: the last that begins before it, or the first with it. */
function placeOf(directory: Directory, term: string): number {
  const at = search(directory, (first) => first >= term);
  return directory[at]?.[1] === term ? at : Math.max(0, at - 1);
}

/** After the last block that can hold the term. */
function endOf(directory: Directory, term: string): number {
  return search(directory, (first) => first > term);
}

function search(directory: Directory, isReached: (first: string) => boolean): number {
  let low = 0;
  let high = directory.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isReached((directory[middle] as BlockKey)[1])) high = middle;
    else low = middle + 1;
  }
  return low;
}
