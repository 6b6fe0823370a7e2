/** What lists of papers are asked for, and what is answered: shared by worker, hooks, and lists. */
import type { Source, Status } from '@/lib/paper';
import type { PaperRecord } from './record';

/** Empty lists and `''` mean: all. */
export interface ListQuery {
  /** The filter language. */
  readonly search: string;
  readonly shelf: 'list' | 'dismissed' | 'trash';
  /** True: only starred papers. */
  readonly starred: boolean;
  readonly statuses: readonly Status[];
  /** A paper must have all of them. */
  readonly tags: readonly string[];
  readonly sites: readonly Source[];
  /** Of the paper's date. */
  readonly years: readonly number[];
  /** Any of them, as written: `cs.LG`. */
  readonly categories: readonly string[];
  /** Without a search, relevance means added. */
  readonly sort: 'relevance' | 'added' | 'published' | 'title' | 'upvotes';
}

export interface FacetCount<T> {
  readonly value: T;
  readonly count: number;
}

/**
 * What the papers can be narrowed to, with how many there would be: counted under the query with
 * that facet's own choice left out. Of tags a paper must have all that are chosen, so they are
 * counted among the papers that have them. The most frequent first; years the newest first.
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
  /** The search that was answered, as it was asked. */
  readonly search: string;
  /** The papers in order, by `PaperRecord.num`. */
  readonly nums: Uint32Array;
  readonly facets: Facets;
  /** What of the search was not understood, in words for the user. */
  readonly problems: readonly string[];
  /** Papers whose texts are not searched yet. */
  readonly unindexed: number;
  /**
   * The search that was answered in place of the one typed, of which nothing was found: words
   * changed to similar ones that are in papers. To be told to the user, and to mark by.
   */
  readonly corrected: string | null;
  /** Only the first papers, for a first sight: nothing may be counted from this answer. */
  readonly isFirst: boolean;
}

/** An answer with the first of its papers, which are to be shown at once. */
export interface ListFirstPage {
  readonly answer: ListAnswer;
  readonly papers: readonly PaperRecord[];
}

/** The whole reading list, the last added first. */
export const READING_LIST: ListQuery = Object.freeze({
  search: '',
  shelf: 'list',
  starred: false,
  statuses: Object.freeze([]),
  tags: Object.freeze([]),
  sites: Object.freeze([]),
  years: Object.freeze([]),
  categories: Object.freeze([]),
  sort: 'added',
});

export const NO_FACETS: Facets = Object.freeze({
  starred: 0,
  statuses: Object.freeze([]),
  tags: Object.freeze([]),
  sites: Object.freeze([]),
  years: Object.freeze([]),
  categories: Object.freeze([]),
});
