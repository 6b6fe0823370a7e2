import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { overlapOf } from '@/lib/highlight/overlap';
import { PlacedText } from '@/lib/highlight/placed-text';
import { placesOn } from '@/lib/page/fields';
import { RULE_FIELDS, type RuleField } from '@/lib/protocol/rule';
import { SITES, siteFor } from '@/lib/sites';
import type { Row, Site } from '@/lib/sites/site';
import { makeRow } from '../../helpers/rows';

/** The fields of which each kind of page shows every text whole. */
const SHOWN: Readonly<Record<(typeof SITES)[number]['id'], readonly RuleField[]>> = {
  'arxiv-list': RULE_FIELDS,
  'arxiv-trackbacks': ['title'],
  'arxiv-search': RULE_FIELDS,
  'hf-daily': ['title'],
  'hf-trending': ['title'],
  'hf-search': ['title', 'abstract'],
  'hf-paper': ['title', 'abstract'],
  'arxiv-abs': RULE_FIELDS,
};

function rowsOf(site: Site, html: string): Row[] {
  const page = new DOMParser().parseFromString(html, 'text/html');
  return [...site.rows(page)].filter((entry) => 'id' in entry);
}

/** The texts of a row's paper that stand nowhere on the page. */
function missing(site: Site, row: Row): [RuleField, string][] {
  const { title, abstract, authors, categories } = row.read();
  const texts = { title: [title], abstract: abstract ? [abstract] : [], authors, categories };
  const placesOf = placesOn(site, row);
  return (SHOWN[site.id] ?? []).flatMap((field) => {
    const places = placesOf(field).flatMap((element) => [
      new PlacedText(element).text,
      new PlacedText(element, true).text,
    ]);
    const isShown = (text: string) =>
      places.some((place) => overlapOf(place, text)?.isShown(0, text.length));
    return texts[field]
      .filter((text) => !isShown(text))
      .map((text) => [field, text] as [RuleField, string]);
  });
}

describe.each(SITES)('on $id', (site) => {
  const html = readFileSync(`tests/fixtures/pages/${site.id}.html`, 'utf8');

  test('the texts of every paper are found where the page shows them', () => {
    const rows = rowsOf(site, html);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.flatMap((row) => missing(site, row))).toEqual([]);
  });
});

const PAGES = resolve(process.env.WINNOW_CORPUS ?? '../shared', 'pages');
const INDEX = resolve(PAGES, 'index.json');

if (existsSync(INDEX)) {
  const pages = JSON.parse(readFileSync(INDEX, 'utf8')) as { name: string; url: string }[];
  const short = pages.filter(({ name }) => name !== 'arxiv-list-recent-2000'); // made like the others
  test.each(short)('on $name they are found, too', ({ name, url }) => {
    const site = siteFor(url);
    const rows = site ? rowsOf(site, readFileSync(resolve(PAGES, `${name}.html`), 'utf8')) : [];
    for (const row of rows) expect(site && missing(site, row)).toEqual([]);
  });
} else {
  test.skip(`look-alike pages (no corpus at ${PAGES}; set WINNOW_CORPUS)`, () => {});
}

afterEach(() => document.body.replaceChildren());

describe('the places of a text', () => {
  const TEXTS = { title: 'h3', authors: null, categories: null, abstract: 'p' };

  function put(html: string): HTMLElement {
    document.body.innerHTML = html;
    return document.body.firstElementChild as HTMLElement;
  }

  test('on a listing are within the row, or the row itself', () => {
    const element = put('<li><h3>One</h3></li><h3>Two</h3>');
    const row = makeRow({}, { elements: [element] });
    expect(placesOn({ kind: 'listing', texts: TEXTS }, row)('title')).toEqual([
      element.firstElementChild,
    ]);
    const whole = { ...TEXTS, title: 'body > li' };
    expect(placesOn({ kind: 'listing', texts: whole }, row)('title')).toEqual([element]);
    expect(placesOn({ kind: 'listing', texts: TEXTS }, row)('authors')).toEqual([]);
  });

  test('on a page of one paper are anywhere on it', () => {
    const heading = put('<h3>One</h3><div><p>About</p></div>');
    const row = makeRow({}, { elements: [heading] });
    const [abstract] = placesOn({ kind: 'paper', texts: TEXTS }, row)('abstract');
    expect(abstract?.textContent).toBe('About');
  });

  test('are also in what Winnow unfolds', () => {
    const element = put('<li><winnow-abstract></winnow-abstract></li>');
    const root = element.firstElementChild?.attachShadow({ mode: 'open' });
    if (root) root.innerHTML = '<p data-field="abstract">Unfolded</p>';
    const row = makeRow({}, { elements: [element] });
    const places = placesOn({ kind: 'listing', texts: { ...TEXTS, abstract: null } }, row);
    expect(places('abstract').map(({ textContent }) => textContent)).toEqual(['Unfolded']);
    expect(places('title')).toEqual([]);
  });
});
