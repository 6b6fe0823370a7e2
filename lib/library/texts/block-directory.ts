/** Which blocks a segment has, in memory: only their keys, each with the block's first term. */
import type { LibraryDatabase } from '../store/database';
import type { BlockKey } from '../store/segment';

/** The keys of a segment's blocks, in order. */
export type BlockDirectory = readonly BlockKey[];

/** Segments never change, so the result can be cached. */
export async function readDirectory(db: LibraryDatabase, segment: number): Promise<BlockDirectory> {
  const keys = await db.postings
    .where('[segment+term+part]')
    .between([segment], [segment + 1])
    .primaryKeys();
  return keys as unknown as BlockDirectory;
}

/** The blocks that can hold this term; it need not be in them. */
export function blocksWithTerm(directory: BlockDirectory, term: string): readonly BlockKey[] {
  return directory.slice(firstBlock(directory, term), blocksEnd(directory, term));
}

/** The blocks that can hold terms with this prefix. */
export function blocksWithPrefix(directory: BlockDirectory, prefix: string): readonly BlockKey[] {
  return directory.slice(firstBlock(directory, prefix), blocksEnd(directory, `${prefix}\uffff`));
}

/** The first block that starts with the term, else the last one that starts before it. */
function firstBlock(directory: BlockDirectory, term: string): number {
  const at = findFirst(directory, (first) => first >= term);
  return directory[at]?.[1] === term ? at : Math.max(0, at - 1);
}

/** Just past the last block that can hold the term. */
function blocksEnd(directory: BlockDirectory, term: string): number {
  return findFirst(directory, (first) => first > term);
}

/** Binary search for the first block whose first term meets the condition; all later ones do too. */
function findFirst(directory: BlockDirectory, isReached: (first: string) => boolean): number {
  let low = 0;
  let high = directory.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isReached((directory[middle] as BlockKey)[1])) high = middle;
    else low = middle + 1;
  }
  return low;
}
