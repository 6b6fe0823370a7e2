/** What a filter is: the language of the page panel, the popup and the library page. */
import type { TriageState } from '@/lib/paper';

export const FIELDS = ['title', 'abstract', 'authors', 'categories', 'tags'] as const;
/** Where a term is looked for. */
export type Field = (typeof FIELDS)[number];

export const FLAGS = [
  ...(['starred', 'new', 'seen', 'dismissed'] as const),
  ...(['unread', 'reading', 'read', 'tagged'] as const),
] as const;
/** What `is:` asks for. */
export type Flag = (typeof FLAGS)[number];

/** What is looked for in a text. `source` and `text` are as typed, `*` and quotes left out. */
export type Term =
  /** At the start of a word. `stem` is the same said explicitly, by a `*`. */
  | { readonly kind: 'word' | 'stem'; readonly text: string }
  /** Whole words in this order, whatever white space, hyphens or line breaks stand between. */
  | { readonly kind: 'phrase'; readonly text: string }
  | { readonly kind: 'regex'; readonly source: string; readonly matchCase: boolean };

export type Filter =
  /** `field` is `null` for all of them. */
  | { readonly kind: 'text'; readonly field: Field | null; readonly term: Term }
  | { readonly kind: 'is'; readonly flag: Flag }
  | { readonly kind: 'not'; readonly filter: Filter }
  /** Two or more, but for the empty `and`, which matches everything. */
  | { readonly kind: 'and' | 'or'; readonly filters: readonly Filter[] };

/** Matches everything, marks nothing. */
export const EMPTY_FILTER: Filter = Object.freeze({ kind: 'and', filters: Object.freeze([]) });

/** What a filter is asked about. The same object is folded only once, so keep it. */
export interface Subject {
  readonly title: string;
  readonly abstract: string | null;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  readonly flags: ReadonlySet<Flag>;
}

/** The flags of a paper in this state; whether it is new or was seen only the page knows. */
export function flagsOf(
  state: TriageState,
  visit: { readonly isNew: boolean; readonly isSeen: boolean },
): ReadonlySet<Flag> {
  const flags = new Set<Flag>([state.status]);
  if (state.starred) flags.add('starred');
  if (state.dismissed) flags.add('dismissed');
  if (state.tags.length > 0) flags.add('tagged');
  if (visit.isNew) flags.add('new');
  if (visit.isSeen) flags.add('seen');
  return flags;
}

/** Whether a filter has a regular expression, which matches nothing before an engine is there. */
export function filterNeedsEngine(filter: Filter): boolean {
  if (filter.kind === 'text') return filter.term.kind === 'regex';
  if (filter.kind === 'not') return filterNeedsEngine(filter.filter);
  return filter.kind !== 'is' && filter.filters.some(filterNeedsEngine);
}
