import type { TagColours } from '@/components/live-lists/use-tags';
import type { Finder } from '@/lib/filter/match';
import { newVersionOf } from '@/lib/library/store/new-version';
import type { PaperRecord } from '@/lib/library/store/record';
import type { Metadata, Paper, PaperId, TriageState } from '@/lib/paper';

/** What a card shows of a paper. */
export interface CardPaper {
  readonly id: PaperId;
  readonly meta: Metadata;
  readonly state: TriageState;
  /** As a page shows it, where it may be new to the library. */
  readonly paper: Paper | null;
  /** Why the last change, made on the page, was not saved. */
  readonly failure: string | null;
  /** A version that the user does not know yet; 0: it is not known which. */
  readonly newVersion?: number | null;
}

const cards = new WeakMap<PaperRecord, CardPaper>();

/** A paper of the library; the same as long as its record is. */
export function cardOf(record: PaperRecord): CardPaper {
  const known = cards.get(record);
  if (known) return known;
  const { id, meta, triage } = record;
  const made: CardPaper = {
    ...{ id, meta, state: triage, paper: null, failure: null },
    newVersion: newVersionOf(record),
  };
  cards.set(record, made);
  return made;
}

/** What cards of one list have in common. */
export interface CardSurroundings {
  /** Finds what to mark. */
  readonly find: Finder;
  /** All tags in use, the most used first. */
  readonly knownTags: readonly string[];
  readonly tagColours?: TagColours;
  /** Scrolls the page to the paper; where cards stand for rows on a page. */
  readonly onShow?: (id: PaperId) => void;
  /** Narrows the list to a tag that is pressed. */
  readonly onTag?: (tag: string) => void;
  /** Whether cards have what only papers on the list need: their status, removing them. */
  readonly isListed: boolean;
}
