/**
 * The structure of a filter, in the language used by the page panel, the popup and the library
 * page.
 */
import { STATUSES, type Status, type TriageState } from '@/lib/paper';

export const FIELDS = ['title', 'abstract', 'authors', 'categories', 'tags'] as const;
/** Where to look for a term. */
export type Field = (typeof FIELDS)[number];

export const FLAGS = [
  ...(['starred', 'new', 'seen', 'dismissed'] as const),
  ...STATUSES,
  'tagged',
] as const;
/** The values of `is:`. */
export type Flag = (typeof FLAGS)[number];

/** What to look for in a text. `source` and `text` are as typed, without `*` and quotes. */
export type Term =
  /** At the start of a word; `stem` is the explicit form, with a `*`. */
  | { readonly kind: 'word' | 'stem'; readonly text: string }
  /** Whole words in this order, separated by any white space, hyphens or line breaks. */
  | { readonly kind: 'phrase'; readonly text: string }
  | { readonly kind: 'regex'; readonly source: string; readonly matchCase: boolean };

export type Filter =
  /** A `field` of `null` means any. */
  | { readonly kind: 'text'; readonly field: Field | null; readonly term: Term }
  | { readonly kind: 'is'; readonly flag: Flag }
  /** Published in these years, the first and the last included; `null`: without that end. */
  | { readonly kind: 'year'; readonly from: number | null; readonly to: number | null }
  | { readonly kind: 'not'; readonly filter: Filter }
  /** Two or more, except the empty `and`, which matches everything. */
  | { readonly kind: 'and' | 'or'; readonly filters: readonly Filter[] };

/** Matches everything, highlights nothing. */
export const EMPTY_FILTER: Filter = Object.freeze({ kind: 'and', filters: Object.freeze([]) });

/** A paper to match against filters. Keep the object: folding is cached per object. */
export interface Subject {
  readonly title: string;
  readonly abstract: string | null;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  /** `null` where it is not known when the paper was published: then it is of no year. */
  readonly year: number | null;
  readonly flags: ReadonlySet<Flag>;
}

/** The flags of a paper in this state; only the page knows whether it is new or has been seen. */
export function flagsOf(
  state: TriageState,
  visit: { readonly isNew: boolean; readonly isSeen: boolean },
): ReadonlySet<Flag> {
  const has: Readonly<Record<Exclude<Flag, Status>, boolean>> = {
    starred: state.starred,
    dismissed: state.dismissed,
    tagged: state.tags.length > 0,
    new: visit.isNew,
    seen: visit.isSeen,
  };
  return new Set<Flag>(
    FLAGS.filter((flag) => flag === state.status || has[flag as keyof typeof has]),
  );
}

/** The year of a date such as `2026-11-20`, `2026-11` or `2026`. */
export function yearOf(date: string | null): number | null {
  return date === null ? null : Number(date.slice(0, 4));
}

/** Whether a year is among those of a filter. */
export function isInYears(
  { from, to }: Extract<Filter, { kind: 'year' }>,
  year: number | null,
): boolean {
  return year !== null && year >= (from ?? year) && year <= (to ?? year);
}

/**
 * Whether a filter contains a regular expression, which matches nothing until an engine is loaded.
 */
export function filterNeedsEngine(filter: Filter): boolean {
  if (filter.kind === 'text') return filter.term.kind === 'regex';
  if (filter.kind === 'not') return filterNeedsEngine(filter.filter);
  if (filter.kind === 'is' || filter.kind === 'year') return false;
  return filter.filters.some(filterNeedsEngine);
}
