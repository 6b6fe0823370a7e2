/** Pages as they are on the clipboard: their markup without what browsers leave out of it. */
import { describe, expect, it } from 'vitest';
import { createImportSession } from '@/lib/exchange/import/create-session';
import { readCopiedPage, readSavedPage } from '@/lib/exchange/import/pasted/copied-page';
import { arxivIdOf } from '@/lib/paper';
import { fixtures, pageOf, rowsOf, siteOf } from '@/tests/unit/sites/support';

/** Scripts and what stands in the head are not copied; hidden elements neither. */
function copied(document: Document): string {
  for (const left of document.querySelectorAll('script, [style*="display: none"]')) left.remove();
  return document.body.innerHTML;
}

const listings = fixtures().filter(({ name }) => name !== 'unknown');

describe.each(listings)('$name, copied', ({ html, url }) => {
  it('holds the same papers', () => {
    const page = pageOf(html, url);
    const rows = rowsOf(page).map((row) => row.read());
    const { found = [], host } = readCopiedPage('', copied(page)) ?? {};
    const papers = found.flatMap((one) => ('paper' in one ? one.paper : []));
    expect(papers.map(({ arxivId }) => arxivId)).toEqual(rows.map(({ id }) => arxivIdOf(id)));
    expect(host).toBe(siteOf(url).host);
    for (const [
      index,
      { title, upvotes, numComments, authors, authorsTotal },
    ] of papers.entries()) {
      const row = rows[index];
      // Where a formula is drawn, the text is looked up later.
      expect([row?.title, null]).toContain(title);
      expect({ upvotes, numComments }).toEqual({
        upvotes: row?.upvotes,
        numComments: row?.numComments,
      });
      expect(authorsTotal ?? authors.length).toBe(row?.authorsTotal ?? row?.authors.length);
    }
  });
});

describe.each(listings)('$name, saved as a file', ({ html, url }) => {
  it('holds the same papers, whole', async () => {
    const rows = rowsOf(pageOf(html, url)).map((row) => row.read());
    const page = await readSavedPage(new File([html], 'Saved page.HTML'));
    const papers = (page?.found ?? []).flatMap((one) => ('paper' in one ? one.paper : []));
    expect(papers).toMatchObject(
      rows.map(({ id, title, abstract, authors }) => ({
        ...{ arxivId: arxivIdOf(id), title, abstract, authors },
      })),
    );
  });
});

it.each([
  ['another ending', 'page.txt', '<a href="https://arxiv.org/abs/2611.10431">On Moss</a>'],
  ['no page of papers', 'page.html', '<p>Nothing of interest</p>'],
  ['links alone', 'page.html', '<a href="https://arxiv.org/abs/2611.10431">On Moss</a>'],
])('a file with %s is left to the other readers', async (_, name, html) => {
  expect(await readSavedPage(new File([html], name))).toBeNull();
});

const NOTHING_KNOWN = {
  papers: async () => [],
  rest: async () => ({ rules: [], tags: [], filters: [], deletedRules: [] }),
  clock: async () => null,
} as unknown as Parameters<typeof createImportSession>[0];

it('tells the ids of titles where the page is of no known kind', async () => {
  const abstract = 'We look at moss. It grows over stones, slowly, and nobody knows why. '.repeat(
    4,
  );
  const text = `Daily Papers\nOn Moss\n${abstract}\nOn Ferns\n${abstract}`;
  const html =
    '<div><a href="https://huggingface.co/papers/2611.10431">On\n Moss</a><p>…</p>' +
    '<a href="https://huggingface.co/models">On Ferns</a></div>';
  const source = readCopiedPage(text, html);
  const reading = createImportSession(NOTHING_KNOWN, {
    known: async (papers: readonly unknown[]) => papers.map(() => null),
  } as unknown as Parameters<typeof createImportSession>[1]);
  await reading.read(source ?? '', () => {});
  const rows = await reading.previewPapers('all', 0, 9);
  expect(rows.map(({ imported: { id } }) => id)).toEqual(['arxiv:2611.10431', 'title:on ferns']);
});

it('gives nothing for markup that leads to no paper', () => {
  expect(
    readCopiedPage('x', '<p>Moss, <a href="https://example.org/papers/2611.10431">here</a></p>'),
  ).toBeNull();
  expect(readCopiedPage('x', '')).toBeNull();
});

it('a translated page gives ids, by which its texts are looked up', async () => {
  const html = `<!doctype html><html lang="de" class="translated-ltr"><dl id="articles">
    <dt><a href="/abs/2611.10431v2" title="Abstract">arXiv:2611.10431</a></dt>
    <dd><div class="list-title"><font><font>Über Moos</font></font></div>
    <div class="list-authors"><a href="/a"><font>Bo Birke</font></a></div>
    <div class="list-subjects"><span class="primary-subject">Moose (cs.LG)</span></div></dd></dl></html>`;
  const { found } = (await readSavedPage(new File([html], 'page.html'))) ?? {};
  expect(found).toMatchObject([
    {
      paper: {
        arxivId: '2611.10431',
        version: 2,
        categories: ['cs.LG'],
        title: null,
        abstract: null,
        authors: [],
      },
    },
  ]);
});
