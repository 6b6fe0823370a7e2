/** What is answered when a list of papers is asked for. */
import type { Source, Status } from '@/lib/paper';
import type { PaperRecord } from '../store/record';

export interface FacetCount<T> {
  readonly value: T;
  readonly count: number;
}

/**
 * What the list can be narrowed to, and how many papers that would leave. Each facet is counted as if
 * nothing were chosen in it; but as papers must have all chosen tags, tags are counted among those that
 * do. The most frequent values come first, of years the latest.
 */
export interface Facets {
  readonly starred: number;
  readonly statuses: readonly FacetCount<Status>[];
  readonly tags: readonly FacetCount<string>[];
  readonly sites: readonly FacetCount<Source>[];
  readonly years: readonly FacetCount<number>[];
  readonly categories: readonly FacetCount<string>[];
}

export interface ListAnswer {
  /** `ListQuery.search` of the query answered. */
  readonly search: string;
  /** `PaperRecord.num` of all papers in the list, in order. */
  readonly nums: Uint32Array;
  readonly facets: Facets;
  /** What is wrong with the search, in words for the user. */
  readonly problems: readonly string[];
  /** How many papers' texts could not be searched yet. */
  readonly unindexed: number;
  /**
   * The search with corrected spelling, if nothing matched it as typed and this was answered instead.
   * To be shown to the user, and used for marking; else `null`.
   */
  readonly corrected: string | null;
  /** Has only the first papers, and no facets, to show something at once. */
  readonly isPartial: boolean;
}

/** An answer along with its first papers, so that they can be shown at once. */
export interface ListFirstPage {
  readonly answer: ListAnswer;
  readonly papers: readonly PaperRecord[];
}

export const NO_FACETS: Facets = Object.freeze({
  starred: 0,
  statuses: Object.freeze([]),
  tags: Object.freeze([]),
  sites: Object.freeze([]),
  years: Object.freeze([]),
  categories: Object.freeze([]),
});
