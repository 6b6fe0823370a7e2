// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { SITES } from '@/lib/sites';
import {
  comparable,
  describeRow,
  type Expected,
  fixtures,
  pageOf,
  rowsOf,
  siteOf,
  unreadableIn,
} from './support';

const FIXTURES = fixtures();

function expectPapers(document: Document, expected: readonly Expected[]): void {
  const found = rowsOf(document).map(describeRow);
  expect(found.map((paper, index) => comparable(paper, expected[index]))).toEqual(expected);
}

describe.each(FIXTURES)('$name', ({ html, url, papers, unreadable = 0, afterClick = {} }) => {
  it('gives exactly the papers that stand on it', () => {
    const document = pageOf(html, url);
    expectPapers(document, papers);
    expect(unreadableIn(document)).toHaveLength(unreadable);
  });

  it('is the same page after it was read', () => {
    const document = pageOf(html, url);
    const before = document.documentElement.outerHTML;
    for (const row of rowsOf(document)) row.read();
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('gives rows that stand in the page, with a place for the control', () => {
    const document = pageOf(html, url);
    for (const { elements, anchor, title, id, read } of rowsOf(document)) {
      expect(elements.every((element) => document.contains(element))).toBe(true);
      expect(elements.some((element) => element.contains(anchor.element))).toBe(true);
      expect(read()).toMatchObject({ id, title, source: siteOf(url).host });
    }
  });

  it.each(Object.entries(afterClick))('gives what it holds after a click on %s', (name, after) => {
    const document = pageOf(html, url);
    const template = document.querySelector<HTMLTemplateElement>(`[data-period="${name}"]`);
    document.querySelector('#cards')?.replaceChildren(template?.content.cloneNode(true) ?? '');
    expectPapers(document, after.papers);
    expect(siteOf(after.url)).toBe(siteOf(url));
  });
});

describe.each(SITES)('$id', (site) => {
  it('has a page of its own to be tested with', () => {
    const own = FIXTURES.find(({ name }) => name === site.id);
    expect(own, `tests/fixtures/pages/${site.id}.html`).toBeDefined();
    expect(own && siteOf(own.url)).toBe(site);
    expect(own?.papers).not.toHaveLength(0);
  });
});

it('names each page after the site that takes it', () => {
  for (const { name, url } of FIXTURES) {
    expect([siteOf(url).id, 'unknown']).toContain(name.split('.')[0]);
  }
});
