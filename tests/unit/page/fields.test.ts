import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { RuleField } from '@/lib/keywords/rule';
import { fieldOf } from '@/lib/page/fields';
import { SITES } from '@/lib/sites';

/** The texts in the first row of a site's sample page, as far as there are any. */
function textsOf(siteId: string): Text[] {
  const html = readFileSync(`tests/fixtures/pages/${siteId}.html`, 'utf8');
  const page = new DOMParser().parseFromString(html, 'text/html');
  const rows = SITES.find(({ id }) => id === siteId)?.rows(page) ?? [];
  const first = [...rows].find((entry) => 'id' in entry);
  return (first?.elements ?? []).flatMap((element) => {
    const walker = page.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    return texts;
  });
}

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
    const found = textsOf(siteId).find(({ data }) => data.trim().startsWith(start));
    expect(found, 'the sample has this text').toBeDefined();
    expect(fieldOf(found as Text)).toBe(field);
  });
});

test('a text that stands nowhere is of no field', () => {
  expect(fieldOf(document.createTextNode('x'))).toBeNull();
});
