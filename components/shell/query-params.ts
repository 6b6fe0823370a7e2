/** What a list is asked for, as the address of the library page has it: `search=…&tag=…&tag=…`. */
import * as v from 'valibot';
import { type ListQuery, READING_LIST } from '@/lib/library/queries/list-query';
import { STATUSES } from '@/lib/paper';

const texts = v.array(v.pipe(v.string(), v.nonEmpty()));

/** An address can be typed, so that it may ask for anything. */
const QuerySchema = v.object({
  search: v.fallback(v.string(), ''),
  shelf: v.fallback(v.picklist(['list', 'dismissed']), 'list'),
  starred: v.boolean(),
  statuses: v.fallback(v.array(v.picklist(STATUSES)), []),
  tags: v.fallback(texts, []),
  sites: v.fallback(v.array(v.picklist(['arxiv', 'huggingface', 'elsewhere'])), []),
  years: v.fallback(v.array(v.pipe(v.string(), v.digits(), v.transform(Number))), []),
  categories: v.fallback(texts, []),
  sort: v.fallback(v.picklist(['relevance', 'added', 'published', 'title', 'upvotes']), 'added'),
});

/** The names in an address, by the lists of a query. */
const LISTS = {
  statuses: 'status',
  tags: 'tag',
  sites: 'site',
  years: 'year',
  categories: 'category',
} as const;

/** The query in an address; what is no part of one is passed over. */
export function queryOf(params: string): ListQuery {
  const given = new URLSearchParams(params);
  const lists = Object.entries(LISTS).map(([list, name]) => [list, given.getAll(name)]);
  return v.parse(QuerySchema, {
    search: given.get('search') ?? '',
    shelf: given.get('shelf') ?? READING_LIST.shelf,
    starred: given.has('starred'),
    sort: given.get('sort') ?? READING_LIST.sort,
    ...Object.fromEntries(lists),
  });
}

/** The query for an address; what is as it is anyway is left out. */
export function paramsOf(query: Partial<ListQuery>): URLSearchParams {
  const params = new URLSearchParams();
  if (query.search) params.set('search', query.search);
  if (query.shelf && query.shelf !== READING_LIST.shelf) params.set('shelf', query.shelf);
  if (query.starred) params.set('starred', '');
  for (const [list, name] of Object.entries(LISTS)) {
    for (const value of query[list as keyof typeof LISTS] ?? []) params.append(name, String(value));
  }
  if (query.sort && query.sort !== READING_LIST.sort) params.set('sort', query.sort);
  return params;
}
