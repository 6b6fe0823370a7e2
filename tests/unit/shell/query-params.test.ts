// @vitest-environment node

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paramsOf, queryOf } from '@/components/shell/query-params';
import { SOURCES, STATUSES } from '@/lib/paper';
import type { ListQuery } from '@/lib/protocol/list-query';
import { KEPT_SHELVES, READING_LIST, SORTS } from '@/lib/protocol/list-query';

const anyTexts = fc.uniqueArray(fc.string({ minLength: 1 }).filter((text) => text.isWellFormed()));
const anyQuery: fc.Arbitrary<ListQuery> = fc.record({
  search: fc.string().filter((text) => text.isWellFormed()),
  shelf: fc.constantFrom(...KEPT_SHELVES),
  starred: fc.boolean(),
  statuses: fc.uniqueArray(fc.constantFrom(...STATUSES)),
  tags: anyTexts,
  sites: fc.uniqueArray(fc.constantFrom(...SOURCES)),
  years: fc.uniqueArray(fc.integer({ min: 1991, max: 2030 })),
  categories: anyTexts,
  sort: fc.constantFrom(...SORTS),
});

test('an address says all of a query', () => {
  fc.assert(
    fc.property(anyQuery, (query) => {
      expect(queryOf(String(paramsOf(query)))).toEqual(query);
    }),
  );
});

test('the whole list has the shortest address', () => {
  expect(String(paramsOf(READING_LIST))).toBe('');
  expect(queryOf('')).toEqual(READING_LIST);
});

test('what a person typed wrong is passed over', () => {
  expect(queryOf('shelf=trash&sort=%00&status=gone&year=x&tag=&site=evil&more=1')).toEqual(
    READING_LIST,
  );
});
