/** The stored form of a paper: plain values, with a separate stamp for each field. */

import { isDecided, type PaperId, type TriageState, UNDECIDED } from '@/lib/paper';
import { KEPT_SHELVES, LISTED_SHELVES } from '@/lib/protocol/list-query';
import type { SavedPaper } from '@/lib/protocol/saved-library';
import type { Stamp } from './clock';
import { metadataFrom, type Reading } from './reading';

export const SHELVES = [...LISTED_SHELVES, 'none'] as const;
/** Which list a paper is on. Follows from its fields, and is only stored to be indexed. */
export type Shelf = (typeof SHELVES)[number];

/** What Winnow's files hold of a paper, and what is particular to this library. */
export interface PaperRecord extends SavedPaper {
  /** By which lists and indexes refer to the paper; assigned once, never reused. */
  readonly num: number;
  readonly shelf: Shelf;
}

/** A record of a paper that nothing has been decided about. */
export function newRecord(
  paper: Reading & { readonly id: PaperId },
  num: number,
  stamp: Stamp,
): PaperRecord {
  const { id } = paper;
  const meta = metadataFrom(paper);
  const stamps = Object.fromEntries(Object.keys(meta).map((field) => [field, stamp]));
  return { id, num, meta, triage: UNDECIDED, deleted: false, added: 0, stamps, shelf: 'none' };
}

/** The state that pages and lists show. Papers in the trash look undecided. */
export function stateOf(record: PaperRecord): TriageState {
  return record.deleted ? UNDECIDED : record.triage;
}

/** Whether something is decided about a paper on this shelf, and it is not in the trash. */
export function isKept(shelf: Shelf): boolean {
  return KEPT_SHELVES.some((kept) => kept === shelf);
}

/** The shelf of a paper with these fields. */
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
