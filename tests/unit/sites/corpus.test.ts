// @vitest-environment node
/** Every look-alike page of the corpus, compared as its `pages/README.md` says. */

import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeRow, type Expected, pageOf, rowsOf, unreadableIn } from './support';

const PAGES = resolve(process.env.WINNOW_CORPUS ?? '../shared', 'pages');
const INDEX = resolve(PAGES, 'index.json');

interface Page {
  readonly name: string;
  readonly url: string;
}

/** Compared wherever the corpus speaks of them. */
const FIELDS = [
  ...['id', 'title', 'abstract', 'authors', 'authorsTotal', 'primaryCategory', 'categories'],
  ...['comments', 'section', 'date', 'upvotes', 'numComments', 'version'],
];

/** What a page tells of a paper, out of all that the corpus knows of it. */
function told(paper: Expected, page: Page, found: Expected | undefined): Expected {
  const expected = Object.fromEntries(FIELDS.filter((f) => f in paper).map((f) => [f, paper[f]]));
  if (page.name === 'hf-trending-no-json') expected.abstract = null;
  if (paper.abstractInPage === found?.abstract) expected.abstract = paper.abstractInPage ?? null;
  if (paper.authorsFrom === 'avatars') delete expected.authors;
  // Lists do not say that they are cut at 100, nor cards how many authors an organisation stands for.
  if (!paper.authorsTruncated || found?.authorsTotal === null) expected.authorsTotal = null;
  // Stands neither in the page nor in its JSON.
  if (page.name === 'hf-paper') delete expected.numComments;
  return expected;
}

if (existsSync(INDEX)) {
  describe.each(JSON.parse(readFileSync(INDEX, 'utf8')) as Page[])('$name', (page) => {
    it('gives the papers that stand on it', () => {
      const html = readFileSync(resolve(PAGES, `${page.name}.html`), 'utf8');
      const answers = readFileSync(resolve(PAGES, `${page.name}.expected.json`), 'utf8');
      const document = pageOf(html, page.url);
      const rows = rowsOf(document).map(describeRow);
      const expected = (JSON.parse(answers).papers as Expected[]).map((paper, index) =>
        told(paper, page, rows[index]),
      );
      const found = rows.map((row, index) =>
        Object.fromEntries(Object.keys(expected[index] ?? row).map((field) => [field, row[field]])),
      );
      expect(found).toEqual(expected);
      expect(unreadableIn(document)).toEqual([]);
    }, 60_000);
  });
} else {
  it.skip(`look-alike pages (no corpus at ${PAGES}; set WINNOW_CORPUS)`, () => {});
}
