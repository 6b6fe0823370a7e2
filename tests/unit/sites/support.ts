/** Pages for the tests of sites. They are parsed apart, so that no site can lean on a global. */

import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { JSDOM, VirtualConsole } from 'jsdom';
import { arxivIdOf } from '@/lib/paper';
import { siteFor } from '@/lib/sites';
import type { Row, Site, Unreadable } from '@/lib/sites/site';

const FIXTURES = resolve('tests/fixtures/pages');

/** A paper as `*.expected.json` tells of it; fields that are left out are not compared. */
export type Expected = Readonly<Record<string, unknown>>;

export interface Fixture {
  readonly name: string;
  readonly html: string;
  readonly url: string;
  readonly papers: readonly Expected[];
  /** How many entries cannot be read. */
  readonly unreadable?: number;
  /** What the page holds after a click on the button of that name. */
  readonly afterClick?: Readonly<Record<string, { url: string; papers: readonly Expected[] }>>;
}

export function fixtures(): Fixture[] {
  const names = readdirSync(FIXTURES).filter((name) => name.endsWith('.html'));
  return names.map((file) => {
    const name = file.slice(0, -'.html'.length);
    const expected = readFileSync(resolve(FIXTURES, `${name}.expected.json`), 'utf8');
    return { name, html: readFileSync(resolve(FIXTURES, file), 'utf8'), ...JSON.parse(expected) };
  });
}

/** A page as it stands before its scripts have run. */
export function pageOf(html: string, url: string): Document {
  return new JSDOM(html, { url, virtualConsole: new VirtualConsole() }).window.document;
}

export function siteOf(url: string): Site {
  const site = siteFor(url);
  if (!site) throw new Error(`no site takes ${url}`);
  return site;
}

function entriesOf(document: Document): (Row | Unreadable)[] {
  return Array.from(siteOf(document.URL).rows(document));
}

export function rowsOf(document: Document): Row[] {
  return entriesOf(document).filter((entry) => 'read' in entry);
}

export function unreadableIn(document: Document): Unreadable[] {
  return entriesOf(document).filter((entry) => 'unreadable' in entry);
}

/** A row in the words of `*.expected.json`. */
export function describeRow(row: Row): Expected {
  const { id, source: _, ...rest } = row.read();
  const primaryCategory = rest.categories[0] ?? null;
  return { ...rest, id: arxivIdOf(id), section: row.section, primaryCategory };
}

/** The fields of `found` that `expected` speaks of. */
export function comparable(found: Expected, expected: Expected | undefined): Expected {
  return Object.fromEntries(Object.keys(expected ?? found).map((key) => [key, found[key]]));
}
