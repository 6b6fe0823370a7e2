/** What a list of papers asks for: sent to the worker that answers lists, and kept in saved filters. */
import * as v from 'valibot';
import { SOURCES, STATUSES } from '@/lib/paper';
import { isEqualJson } from '@/lib/util/is-equal-json';

/** Where papers are that the user has not removed. */
export const KEPT_SHELVES = ['list', 'dismissed'] as const;
/** The shelves that can be listed. */
export const LISTED_SHELVES = [...KEPT_SHELVES, 'trash'] as const;

export const SORTS = ['relevance', 'added', 'published', 'title', 'upvotes'] as const;
export type Sort = (typeof SORTS)[number];

const listOf = <S extends v.GenericSchema>(schema: S) => v.pipe(v.array(schema), v.readonly());

/** An empty array or `''` does not narrow the list. */
export const ListQuerySchema = v.object({
  /** In the filter language. */
  search: v.string(),
  shelf: v.picklist(LISTED_SHELVES),
  /** `true`: only starred papers. */
  starred: v.boolean(),
  statuses: listOf(v.picklist(STATUSES)),
  /** Papers must have all of them. */
  tags: listOf(v.string()),
  sites: listOf(v.picklist(SOURCES)),
  /** Years of the papers' dates. */
  years: listOf(v.number()),
  /** Papers must have one of them. As written: `cs.LG`. */
  categories: listOf(v.string()),
  /** Without a search, `relevance` is the same as `added`. */
  sort: v.picklist(SORTS),
});
export type ListQuery = Readonly<v.InferOutput<typeof ListQuerySchema>>;

/** The whole reading list, the latest added first. */
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

/** Whether both ask for the same papers in the same order. */
export function isSameQuery(a: ListQuery, b: ListQuery): boolean {
  const parts = Object.keys(READING_LIST) as (keyof ListQuery)[];
  return parts.every((part) => isEqualJson(a[part], b[part]));
}

/** Whether the whole reading list is asked for, in whatever order. */
export function isWholeList(query: ListQuery): boolean {
  return isSameQuery({ ...query, sort: READING_LIST.sort }, READING_LIST);
}

/** Whether a query leaves out papers of its shelf. */
export function isNarrowed(query: ListQuery): boolean {
  return !isWholeList({ ...query, shelf: READING_LIST.shelf });
}
