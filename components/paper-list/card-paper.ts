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
  /** Its metadata from a page, if it may be new to the library. */
  readonly paper: Paper | null;
  /** Why the last change made on the page was not saved. */
  readonly failure: string | null;
  /** A version that is new to the user; 0 if its number is unknown. */
  readonly newVersion?: number | null;
}

const cards = new WeakMap<PaperRecord, CardPaper>();

/** The card of a paper in the library; the same object while its record is the same. */
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

/** What the cards of a list have in common. */
export interface CardSurroundings {
  /** Finds the matches to mark. */
  readonly find: Finder;
  /** All tags in use, the most used first. */
  readonly knownTags: readonly string[];
  readonly tagColours?: TagColours;
  /** Scrolls the page to the paper, if cards represent rows on a page. */
  readonly onShow?: (id: PaperId) => void;
  /** Narrows the list to a tag. */
  readonly onTag?: (tag: string) => void;
  /** Whether the papers are on the reading list, so that they have a status and can be removed. */
  readonly isListed: boolean;
}
