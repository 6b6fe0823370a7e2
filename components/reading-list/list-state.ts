/** The query of the reading list, kept while the other tab is shown. */

import { create } from 'zustand';
import type { Sort } from '@/lib/protocol/list-query';
import { type ListQuery, READING_LIST } from '@/lib/protocol/list-query';

/** A typed search is sorted by relevance, unless the user chose otherwise. */
interface ListState {
  readonly query: Omit<ListQuery, 'sort'>;
  /** The user's choice; `null` for the default. */
  readonly sort: Sort | null;
}

const { sort: _, ...EVERYTHING } = READING_LIST;

export const useListState = create<ListState>(() => ({ query: EVERYTHING, sort: null }));

/** Changes parts of the query. */
export function askFor(change: Partial<ListState['query']>): void {
  useListState.setState(({ query }) => ({ query: { ...query, ...change } }));
}

/** Narrows the list to papers with this tag as well. */
export function askForTag(tag: string): void {
  askFor({ tags: [...new Set([...useListState.getState().query.tags, tag])] });
}

export function sortBy(sort: Sort): void {
  useListState.setState({ sort });
}

/** Replaces the query. */
export function askOnly({ sort, ...query }: ListQuery): void {
  useListState.setState({ query, sort: sort === suitable(query.search) ? null : sort });
}

export function askForEverything(): void {
  useListState.setState({ query: EVERYTHING });
}

export function queryOf({ query, sort }: ListState): ListQuery {
  const suits = suitable(query.search);
  const isPossible = sort !== 'relevance' || query.search.trim() !== '';
  return { ...query, sort: isPossible ? (sort ?? suits) : suits };
}

function suitable(search: string): Sort {
  return search.trim() === '' ? 'added' : 'relevance';
}
