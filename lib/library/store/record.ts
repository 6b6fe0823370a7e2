/** The stored form of a paper: readable values, and beside them the stamp of each field. */

import { isDecided, type Metadata, type PaperId, type TriageState, UNDECIDED } from '@/lib/paper';
import { KEPT_SHELVES, LISTED_SHELVES } from '@/lib/protocol/list-query';
import type { SavedPaper } from '@/lib/protocol/saved-library';
import type { Stamp } from './clock';

export const SHELVES = [...LISTED_SHELVES, 'none'] as const;
/** Where a paper is kept; follows from its fields and is stored to be indexed. */
export type Shelf = (typeof SHELVES)[number];

/** What our own files hold of a paper, and what is this library's own. */
export interface PaperRecord extends SavedPaper {
  /** Short name within this library, given once and never again: what lists and indexes speak of. */
  readonly num: number;
  readonly shelf: Shelf;
}

/** A record of a paper that nothing was decided about yet. */
export function newRecord(
  paper: Metadata & { readonly id: PaperId },
  num: number,
  stamp: Stamp,
): PaperRecord {
  const { id, ...meta } = paper;
  const stamps = Object.fromEntries(Object.keys(meta).map((field) => [field, stamp]));
  return { id, num, meta, triage: UNDECIDED, deleted: false, added: 0, stamps, shelf: 'none' };
}

/** What pages and lists show of a record. Papers in the trash look undecided. */
export function stateOf(record: PaperRecord): TriageState {
  return record.deleted ? UNDECIDED : record.triage;
}

/** Whether the user has decided something about the paper, and has not removed it. */
export function isKept(shelf: Shelf): boolean {
  return KEPT_SHELVES.some((kept) => kept === shelf);
}

/** Where a paper with these fields is kept. */
export function shelfOf({
  triage,
  deleted,
  mergedInto,
}: Pick<PaperRecord, 'triage' | 'deleted' | 'mergedInto'>): Shelf {
  if (mergedInto) return 'none';
  if (deleted) return 'trash';
  if (triage.dismissed) return 'dismissed';
  return isDecided(triage) ? 'list' : 'none';
}
