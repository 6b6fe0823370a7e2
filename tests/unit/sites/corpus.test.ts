// @vitest-environment node
/** Every look-alike page of the corpus, compared as the `README.md` in its `pages/` says. */

import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeRow, type Expected, pageOf, rowsOf, unreadableIn } from './support';

const CORPUS = resolve(process.env.WINNOW_CORPUS ?? '../shared');

interface Page {
  readonly folder: string;
  readonly name: string;
  readonly url: string;
}

const PAGES: readonly Page[] = ['pages', 'pages-more'].flatMap((name) => {
  const folder = resolve(CORPUS, name);
  const index = resolve(folder, 'index.json');
  if (!existsSync(index)) return [];
  const pages: Omit<Page, 'folder'>[] = JSON.parse(readFileSync(index, 'utf8'));
  return pages.map((page) => ({ ...page, folder }));
});

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

if (PAGES.length > 0) {
  describe.each(PAGES)('$name', (page) => {
    it('gives the papers that stand on it', () => {
      const html = readFileSync(resolve(page.folder, `${page.name}.html`), 'utf8');
      const answers = readFileSync(resolve(page.folder, `${page.name}.expected.json`), 'utf8');
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
  it.skip(`look-alike pages (none in ${CORPUS}; set WINNOW_CORPUS)`, () => {});
}
