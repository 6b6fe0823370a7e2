/** What a list is asked for, as in the address of the library page: `search=…&tag=…&tag=…`. */

import * as v from 'valibot';
import { SOURCES, STATUSES } from '@/lib/paper';
import { KEPT_SHELVES, type ListQuery, READING_LIST, SORTS } from '@/lib/protocol/list-query';

/** How a part of a query stands in an address. */
interface Param<T> {
  readonly name: string;
  /** An address can be typed, so that it may say anything. */
  readonly read: (values: readonly string[]) => T;
  /** Empty where the address need not say it. */
  readonly write: (value: T) => readonly string[];
}

const label = v.pipe(v.string(), v.nonEmpty());
const year = v.pipe(v.string(), v.digits(), v.transform(Number));

const PARAMS: { readonly [K in keyof ListQuery]: Param<ListQuery[K]> } = {
  search: one('search', v.string(), READING_LIST.search),
  shelf: one('shelf', v.picklist(KEPT_SHELVES), READING_LIST.shelf),
  starred: {
    name: 'starred',
    read: (values) => values.length > 0,
    write: (isStarred) => (isStarred ? [''] : []),
  },
  statuses: many('status', v.picklist(STATUSES)),
  tags: many('tag', label),
  sites: many('site', v.picklist(SOURCES)),
  years: many('year', year),
  categories: many('category', label),
  sort: one('sort', v.picklist(SORTS), READING_LIST.sort),
};

/** The query in an address; what is no part of one is passed over. */
export function queryOf(params: string): ListQuery {
  const given = new URLSearchParams(params);
  const parts = Object.entries(PARAMS).map(([part, { name, read }]) => [
    part,
    read(given.getAll(name)),
  ]);
  return Object.fromEntries(parts) as ListQuery;
}

/** The query for an address; what goes without saying is left out. */
export function paramsOf(query: Partial<ListQuery>): URLSearchParams {
  const params = new URLSearchParams();
  for (const [part, { name, write }] of Object.entries(PARAMS) as [
    keyof ListQuery,
    Param<unknown>,
  ][]) {
    if (query[part] === undefined) continue;
    for (const value of write(query[part])) params.append(name, value);
  }
  return params;
}

function one<T extends string>(
  name: string,
  schema: v.GenericSchema<unknown, T>,
  usual: T,
): Param<T> {
  return {
    name,
    read: ([value]) => v.parse(v.fallback(schema, usual), value),
    write: (value) => (value === usual ? [] : [value]),
  };
}

function many<T extends string | number>(
  name: string,
  schema: v.GenericSchema<string, T>,
): Param<readonly T[]> {
  return {
    name,
    read: (values) => v.parse(v.fallback(v.array(schema), []), values),
    write: (values) => values.map(String),
  };
}
