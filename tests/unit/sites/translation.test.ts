// @vitest-environment node
/** Pages that the browser has translated. */
import { describe, expect, it } from 'vitest';
import { fixtures, pageOf, rowsOf } from './support';

/** As Chrome translates: each text is replaced by two nested elements with another. */
function translateText(document: Document): void {
  const walker = document.createTreeWalker(document.body, 4);
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  for (const node of nodes) {
    if (node.parentElement?.closest('script, style, [class*="MathJax"]')) continue;
    if (!/\p{L}/u.test(node.data)) continue;
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    inner.textContent = node.data.replace(/\p{L}{3,}/gu, (word) => [...word].reverse().join(''));
    outer.append(inner);
    node.replaceWith(outer);
  }
}

const TRANSLATORS: Readonly<Record<string, (document: Document) => void>> = {
  Chrome(document) {
    document.documentElement.classList.add('translated-ltr');
    document.documentElement.lang = 'de';
    translateText(document);
  },
  'one that leaves no mark on the page': translateText,
  'one that only changes the language': ({ documentElement }) => {
    documentElement.lang = 'ar';
  },
};

const PAGES = fixtures().filter(({ papers }) => papers.length > 0);

describe.each(PAGES)('$name', ({ html, url }) => {
  it.each(Object.keys(TRANSLATORS))('gives no translation as the text of the site: %s', (name) => {
    const before = rowsOf(pageOf(html, url)).map((row) => row.read());
    const document = pageOf(html, url);
    TRANSLATORS[name]?.(document);
    const rows = rowsOf(document);
    expect(rows.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    for (const [index, row] of rows.entries()) {
      const paper = row.read();
      const original = before[index];
      expect(paper.version).toBe(original?.version);
      if (paper.isTranslated) continue;
      // Stated by the page itself, in what is not shown.
      const { title, abstract, authors } = paper;
      expect({ title, abstract, authors }).toEqual({
        title: original?.title,
        abstract: original?.abstract,
        authors: original?.authors,
      });
    }
  });

  it('is not taken for translated as it is', () => {
    for (const row of rowsOf(pageOf(html, url)))
      expect(row.read()).not.toHaveProperty('isTranslated');
  });
});

const HEAD = `<link rel="canonical" href="https://arxiv.org/abs/2611.10431"/>
  <meta name="citation_title" content="G\\&quot;odel&#39;s $\\alpha$ Moss"/>
  <meta name="citation_author" content="Birch Jr., Bo de"/>
  <meta name="citation_author" content="The Moss Collaboration"/>
  <meta name="citation_abstract" content="Moss  of Erd\\H{o}s grows at https://moss.example."/>`;
const page = (title: string, abstract: string, root = 'lang="en"') =>
  `<html ${root}><head>${HEAD}</head><body><h1 class="title"><span class="descriptor">Title:</span>${title}</h1>
  <div class="authors"><a href="/a">Bo de Birch Jr.</a></div>
  <blockquote class="abstract"><span class="descriptor">Abstract:</span> ${abstract}</blockquote>
  <table><tr><td class="comments">12 Seiten</td></tr></table></body></html>`;
const LINK = '<a class="link-external" href="https://moss.example">this https URL</a>';

describe('an arXiv abstract page with what its head states', () => {
  const readPage = (html: string) =>
    rowsOf(pageOf(html, 'https://arxiv.org/abs/2611.10431'))[0]?.read();

  it('is read as it shows: there accents are no TeX', () => {
    expect(
      readPage(page("Gödel's $\\alpha$ Moss", `Moss of\nErdős grows at ${LINK}.`)),
    ).toMatchObject({
      title: "Gödel's $\\alpha$ Moss",
      abstract: 'Moss of Erdős grows at https://moss.example.',
      authors: ['Bo de Birch Jr.'],
      comments: '12 Seiten',
    });
  });

  it('is read as its head says where something else is shown', () => {
    const html = page('Gödels $\\alpha$-Moos', 'Das Moos wächst.', 'class="translated-ltr"');
    const paper = readPage(html);
    expect(paper).toMatchObject({
      title: 'G\\"odel\'s $\\alpha$ Moss',
      abstract: 'Moss of Erd\\H{o}s grows at https://moss.example.',
      authors: ['Bo de Birch Jr.', 'The Moss Collaboration'],
      comments: null,
    });
    expect(paper).not.toHaveProperty('isTranslated');
  });

  it('is read as its head says where a text was rewritten without a trace', () => {
    const paper = readPage(page('关于苔藓', `Moss of Erdős grows at ${LINK}. 苔藓`));
    expect(paper).toMatchObject({
      title: 'G\\"odel\'s $\\alpha$ Moss',
      abstract: 'Moss of Erd\\H{o}s grows at https://moss.example.',
    });
  });
});
