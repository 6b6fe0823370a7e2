import { expect, test } from 'vitest';
import { type FoldedPages, foldedOn, withFolded } from '@/lib/settings/folded-pages';
import { idOf } from '../../helpers/papers';

const LIST = 'https://arxiv.org/list/cs.LG/new';
const line = { as: 'line', why: 'dismissed' } as const;
const rows = (...numbers: readonly number[]) =>
  Object.fromEntries(numbers.map((number) => [idOf(number), line]));

test('a page finds what was folded on it, and nothing of others', () => {
  const pages = withFolded([], `${LIST}#item3`, rows(1, 2));
  expect(foldedOn(pages, LIST)).toEqual(rows(1, 2));
  expect(foldedOn(pages, `${LIST}#articles`)).toEqual(rows(1, 2));
  expect(foldedOn(pages, `${LIST}?skip=25`)).toEqual({});
});

test('a page that is left again is remembered as it is by then, and not at all where none is folded', () => {
  const pages = withFolded(withFolded([], LIST, rows(1)), 'https://arxiv.org/a/b', rows(3));
  expect(foldedOn(withFolded(pages, LIST, rows(2)), LIST)).toEqual(rows(2));
  const without = withFolded(pages, LIST, {});
  expect(foldedOn(without, LIST)).toEqual({});
  expect(foldedOn(without, 'https://arxiv.org/a/b')).toEqual(rows(3));
});

test('only the last pages are remembered, and a part of long ones', () => {
  const many = rows(...Array.from({ length: 2_000 }, (_, n) => n + 1));
  let pages: FoldedPages = [];
  for (let n = 0; n < 50; n += 1) pages = withFolded(pages, `${LIST}?skip=${n}`, many);
  expect(foldedOn(pages, `${LIST}?skip=49`)).not.toEqual({});
  expect(foldedOn(pages, `${LIST}?skip=0`)).toEqual({});
  expect(JSON.stringify(pages).length).toBeLessThan(250_000);
});
