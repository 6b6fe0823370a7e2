/** List queries as URL parameters of the library page: `search=…&tag=…&tag=…`. */

import * as v from 'valibot';
import { SOURCES, STATUSES } from '@/lib/paper';
import { KEPT_SHELVES, type ListQuery, READING_LIST, SORTS } from '@/lib/protocol/list-query';

/** How one part of a query is read from and written to a URL. */
interface Param<T> {
  readonly name: string;
  /** Must accept anything, as URLs can be typed. */
  readonly read: (values: readonly string[]) => T;
  /** Empty for the default value. */
  readonly write: (value: T) => readonly string[];
}

const label = v.pipe(v.string(), v.nonEmpty());
const year = v.pipe(v.string(), v.digits(), v.transform(Number));

const PARAMS: { readonly [K in keyof ListQuery]: Param<ListQuery[K]> } = {
  search: singleParam('search', v.string(), READING_LIST.search),
  shelf: singleParam('shelf', v.picklist(KEPT_SHELVES), READING_LIST.shelf),
  starred: {
    name: 'starred',
    read: (values) => values.length > 0,
    write: (isStarred) => (isStarred ? [''] : []),
  },
  statuses: listParam('status', v.picklist(STATUSES)),
  tags: listParam('tag', label),
  sites: listParam('site', v.picklist(SOURCES)),
  years: listParam('year', year),
  categories: listParam('category', label),
  sort: singleParam('sort', v.picklist(SORTS), READING_LIST.sort),
};

/** Reads a query from URL parameters, ignoring unknown ones. */
export function queryOf(params: string): ListQuery {
  const given = new URLSearchParams(params);
  const parts = Object.entries(PARAMS).map(([part, { name, read }]) => [
    part,
    read(given.getAll(name)),
  ]);
  return Object.fromEntries(parts) as ListQuery;
}

/** Writes a query as URL parameters, omitting defaults. */
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

function singleParam<T extends string>(
  name: string,
  schema: v.GenericSchema<unknown, T>,
  defaultValue: T,
): Param<T> {
  return {
    name,
    read: ([value]) => v.parse(v.fallback(schema, defaultValue), value),
    write: (value) => (value === defaultValue ? [] : [value]),
  };
}

function listParam<T extends string | number>(
  name: string,
  schema: v.GenericSchema<string, T>,
): Param<readonly T[]> {
  return {
    name,
    read: (values) => v.parse(v.fallback(v.array(schema), []), values),
    write: (values) => values.map(String),
  };
}
