// @vitest-environment node
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { authorNames } from '@/lib/sites/arxiv';

const { document } = new JSDOM('').window;

function namesIn(html: string): string[] {
  const box = document.createElement('div');
  box.innerHTML = html;
  return authorNames(box);
}

const ADA = '<a href="/search/cs?searchtype=author&amp;query=Byte">Ada Byte</a>';

test.each([
  '<a href="https://arxiv.org/a/byte_a_1">all papers</a>',
  '<a href="https://arxiv.org/search/?query=Byte">more by them</a>',
  '<a href="/abs/2611.09999">related</a>',
  '<a href="https://scholar.example/byte">Scholar</a>',
  '<a href="javascript:toggleList()">et al.</a>',
])('a link that others put among the authors is none: %s', (link) => {
  expect(namesIn(`${ADA}, ${link}`)).toEqual(['Ada Byte']);
});

test('where no link is to a search for an author, all on the site are authors', () => {
  const old = '<a href="/find/cs/1/au:+Byte_A/0/1/0/all/0/1">Ada Byte</a>';
  expect(namesIn(`${old} <a href="https://scholar.example/byte">Scholar</a>`)).toEqual([
    'Ada Byte',
  ]);
});
