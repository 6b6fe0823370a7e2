import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { visitTexts } from '@/lib/highlight/text-nodes';
import { fieldReader } from '@/lib/page/fields';
import type { RuleField } from '@/lib/protocol/rule';
import { SITES } from '@/lib/sites';
import type { Row, Site } from '@/lib/sites/site';

/** The rows of a site's sample page. */
function rowsOf(site: Site): Row[] {
  const html = readFileSync(`tests/fixtures/pages/${site.id}.html`, 'utf8');
  const page = new DOMParser().parseFromString(html, 'text/html');
  return [...site.rows(page)].filter((entry) => 'id' in entry);
}

/** The texts in a row, with their fields. */
function textsIn(row: Row | undefined, site: Site): [text: string, field: RuleField | null][] {
  const texts: [string, RuleField | null][] = [];
  const fields = fieldReader(site.texts);
  for (const element of row?.elements ?? []) {
    visitTexts(element, fields, ({ data }, field) => texts.push([data.trim(), field]));
  }
  return texts;
}

describe.each(SITES)('on $id', (site) => {
  test('titles and names of authors are told from the rest', () => {
    for (const row of rowsOf(site)) {
      const texts = textsIn(row, site);
      const { authors } = row.read();
      expect(texts.map(([, field]) => field)).toContain('title');
      for (const [text, field] of texts) if (authors.includes(text)) expect(field).toBe('authors');
    }
  });
});

describe.each<[string, readonly (readonly [string, RuleField | null])[]]>([
  [
    'arxiv-list',
    [
      ['arXiv:2611.10431', null],
      ['Attention Is Not a Strategy', 'title'],
      ['Marguerite Oduya', 'authors'],
      ['14 pages', null],
      ['Machine Learning (cs.LG)', 'categories'],
      ['Large models spend', 'abstract'],
    ],
  ],
  ['arxiv-trackbacks', [['Sourdough: Slow', 'title']]],
  [
    'arxiv-search',
    [
      ['arXiv:2608.03317', null],
      ['pdf', null],
      ['cs.LG', 'categories'],
      ['How to', 'title'],
      ['Nadezhda', 'authors'],
      ['in neural networks', 'abstract'],
      ['19 November', null],
      ['v3: remembered', null],
    ],
  ],
  ['hf-daily', [['TinyTitan', 'title']]],
  [
    'hf-trending',
    [
      ['Whale Song', 'title'],
      ['Subword units', 'abstract'],
      ['Tidewater', null],
    ],
  ],
  ['hf-search', [['TinyTitan: A 3B', 'title']]],
  ['hf-paper', [['TinyTitan', 'title']]],
  ['arxiv-abs', [['Gradient Descent', 'title']]],
])('on %s', (siteId, expected) => {
  test.each(expected)('%j is of the field %s', (start, field) => {
    const site = SITES.find(({ id }) => id === siteId);
    const texts = site ? textsIn(rowsOf(site)[0], site) : [];
    const found = texts.find(([text]) => text.startsWith(start));
    expect(found, 'the sample has this text').toBeDefined();
    expect(found?.[1]).toBe(field);
  });
});

const READER = fieldReader({
  title: 'h1, h3',
  authors: '.author',
  categories: null,
  abstract: 'p:not(.list-title)',
});

test('a row within a heading is part of a title', () => {
  document.body.innerHTML = '<h1><span>A title</span></h1>';
  const fields: (RuleField | null)[] = [];
  const element = document.querySelector('span') as Element;
  visitTexts(element, READER, (_, field) => fields.push(field));
  expect(fields).toEqual(['title']);
});

test('of two fields around a text the first counts', () => {
  document.body.innerHTML = '<div><p>abstract <b class="author">name <h3>title</h3></b></p></div>';
  document
    .querySelector('p')
    ?.insertAdjacentHTML('beforeend', '<span class="list-title">no</span>');
  const fields = new Map<string, RuleField | null>();
  const element = document.querySelector('div') as Element;
  visitTexts(element, READER, ({ data }, field) => fields.set(data.trim(), field));
  expect(fields.get('abstract')).toBe('abstract');
  expect(fields.get('name')).toBe('authors');
  expect(fields.get('title')).toBe('title');
});
