// @vitest-environment node
/** Pages that differ from the samples in ways that pages do. */

import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';
import { PaperSchema } from '@/lib/protocol/paper';
import { SITES } from '@/lib/sites';
import { describeRow, fixtures, pageOf, rowsOf, unreadableIn } from './support';

const LIST = 'https://arxiv.org/list/cs.LG/new';
const SEARCH = 'https://arxiv.org/search/?query=bread';
const ABS = 'https://arxiv.org/abs/2611.10431v2';
const DAILY = 'https://huggingface.co/papers';
const FOUND = 'https://huggingface.co/papers?q=bread';
const PAPER = 'https://huggingface.co/papers/2611.10431';

function read(html: string, url: string) {
  return rowsOf(pageOf(html, url)).map(describeRow);
}

function unreadable(html: string, url: string): number {
  return unreadableIn(pageOf(html, url)).length;
}

describe('an arXiv list', () => {
  const entry = (dt: string, dd = '<div class="list-title">Bread</div>') =>
    `<dl id="articles"><dt>${dt}</dt><dd>${dd}</dd></dl>`;
  const link = '<a href="/abs/2611.10431" title="Abstract">arXiv:2611.10431</a>';

  it.each([
    ['/abs/2611.10431', '2611.10431', null],
    ['/abs/2611.10431v12', '2611.10431', 12],
    ['https://arxiv.org/abs/2611.10431?context=cs#top', '2611.10431', null],
    ['http://export.arxiv.org/abs/hep-th/9901001v3', 'hep-th/9901001', 3],
    ['https://cn.arxiv.org/abs/2611.10431', '2611.10431', null],
    ['//arxiv.org/abs/math/0309136/', 'math/0309136', null],
    [' /abs/0704.0001 ', '0704.0001', null],
  ])('reads the id in %s', (href, id, version) => {
    const html = entry(`<a title="Abstract" class="x" href="${href}">paper</a>`);
    expect(read(html, LIST)).toMatchObject([{ id, version, title: 'Bread' }]);
  });

  it.each([
    '',
    '/abs/',
    '/abs/soon',
    '/pdf/2611.10431',
    'https://arxiv.org.evil.example/abs/2611.10431',
    'https://example.org/abs/2611.10431',
    'javascript:/abs/2611.10431',
  ])('reads no id in %j', (href) => {
    expect(unreadable(entry(`<a href="${href}" title="Abstract">x</a>`), LIST)).toBe(1);
  });

  it('takes the link to the abstract, whatever else is linked', () => {
    const other = '<a href="/abs/1907.01234">an earlier paper</a>';
    expect(read(entry(other + link), LIST)).toMatchObject([{ id: '2611.10431' }]);
    const broken = '<a href="/abs/" title="Abstract">arXiv:2611.10431</a>';
    expect(unreadable(entry(broken + other), LIST)).toBe(1);
  });

  it('reads an entry with nothing but an id and a title', () => {
    expect(read(entry(link), LIST)).toEqual([
      {
        id: '2611.10431',
        title: 'Bread',
        abstract: null,
        authors: [],
        authorsTotal: null,
        primaryCategory: null,
        categories: [],
        comments: null,
        journalRef: null,
        doi: null,
        section: null,
        date: null,
        version: null,
        upvotes: null,
        numComments: null,
        organization: null,
        codeUrl: null,
        codeStars: null,
        projectUrl: null,
        aiSummary: null,
        textVersion: null,
        textOrigin: 'listing',
      },
    ]);
  });

  it.each([
    ['New submissions (showing 1 of 1 entries)', '', 'new'],
    ['Cross submissions', '(cross-list from cs.AI)', 'cross'],
    ['Cross-lists for Fri, 20 Nov 26', '', 'cross'],
    ['Replacement submissions', '(replaced)', 'replaced'],
    ['Replacements', '', 'replaced'],
    ['Fri, 20 Nov 2026', '', null],
    ['Fri, 20 Nov 2026', '(cross-list from cs.AI)', 'cross'],
    ['', '\n(replaced)\n', 'replaced'],
    ['', '<font><font>(cross-list from cs.AI)</font></font>', 'cross'],
    ['', '<a href="/abs/2410.11842">(replaced)</a>', null],
  ])('under %j with %j is of section %s', (heading, note, section) => {
    const html = entry(link + note).replace('<dt>', `<h3>${heading}</h3><dt>`);
    expect(read(html, LIST)).toMatchObject([{ section }]);
  });

  it('takes no word of a title for a section', () => {
    const html = entry(link, '<div class="list-title">New: Cross (replaced)</div>');
    expect(read(html, LIST)).toMatchObject([{ section: null }]);
  });

  it('takes the day from the heading over it, the page, or the address', () => {
    const dated = (before: string) => read(before + entry(link), LIST)[0]?.date;
    expect(dated('<h3>Showing new listings for Friday, 20 November 2026</h3>')).toBe('2026-11-20');
    expect(dated('<h1>Articles of 3 May 2025</h1><div><p>x</p></div>')).toBe('2025-05-03');
    expect(dated('<p>3 May 2025</p>')).toBeNull();
    const catchup = 'https://arxiv.org/catchup/cs.LG/2026-11-18?abs=True';
    expect(read(entry(link), catchup)).toMatchObject([{ date: '2026-11-18' }]);
  });

  it('counts terms without a description, and the other way round', () => {
    const title = '<div class="list-title">Bread</div>';
    const html = `<dl id="articles"><dt>${link}</dt><dt>${link}</dt><dd>${title}</dd><dd>${title}</dd><dt>${link}</dt></dl>`;
    expect(read(html, LIST)).toHaveLength(1);
    expect(unreadable(html, LIST)).toBe(3);
  });

  it('reads on where something strange stands between', () => {
    const strange = entry(link).replace('<dd>', '<div>an advertisement</div><dd>');
    expect(read(strange, LIST)).toMatchObject([{ id: '2611.10431', title: 'Bread' }]);
  });

  it('knows authors from other links in their line', () => {
    const authors =
      '<div class="list-authors"><a href="/a/x">Ada  Alder</a>, <a href="/a/y">Bo <b>Birch</b></a> ' +
      '(<a class="link-external" href="https://lab.example">this https URL</a>)</div>';
    const html = entry(link, `<div class="list-title">Bread</div>${authors}`);
    expect(read(html, LIST)).toMatchObject([{ authors: ['Ada Alder', 'Bo Birch'] }]);
  });

  it('reads subjects with brackets and semicolons in odd places', () => {
    const subjects =
      '<div class="list-subjects"><span class="descriptor">Subjects:</span> Fluids (and gases) (physics.flu-dyn); ' +
      '<span class="primary-subject">Disordered (cond-mat.dis-nn)</span>; No code; Sound (cs.SD)</div>';
    const html = entry(link, `<div class="list-title">Bread</div>${subjects}`);
    expect(read(html, LIST)).toMatchObject([
      {
        primaryCategory: 'cond-mat.dis-nn',
        categories: ['cond-mat.dis-nn', 'physics.flu-dyn', 'cs.SD'],
      },
    ]);
  });

  it('reads any title whatever', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 700 }), (title) => {
        const document = pageOf(entry(link), LIST);
        const box = document.querySelector('.list-title');
        if (box) box.textContent = title;
        const expected = title.replace(/\s+/g, ' ').trim();
        expect(rowsOf(document).map((row) => row.title)).toEqual(expected ? [expected] : []);
      }),
      { numRuns: 30 },
    );
  });
});

describe('an arXiv search', () => {
  const result = (inner: string) =>
    `<ol><li class="arxiv-result"><p class="list-title"><a href="https://arxiv.org/abs/2611.10431v2">arXiv:2611.10431v2</a></p>${inner}</li></ol>`;

  it('reads a result with nothing but an id and a title', () => {
    expect(read(result('<p class="title is-5">Bread</p>'), SEARCH)).toMatchObject([
      { id: '2611.10431', version: 2, title: 'Bread', abstract: null, authors: [], date: null },
    ]);
  });

  it('takes no fragment for an abstract', () => {
    const short = '<p class="abstract"><span class="abstract-short">… rises overnight …</span></p>';
    const [paper] = read(result(`<p class="title is-5">Bread</p>${short}`), SEARCH);
    expect(paper).toMatchObject({ abstract: null });
  });

  it('counts results without a title or an id', () => {
    expect(unreadable(result(''), SEARCH)).toBe(1);
    expect(unreadable('<li class="arxiv-result"><p class="title">Bread</p></li>', SEARCH)).toBe(1);
  });
});

describe('an arXiv abstract page', () => {
  const title = '<h1 class="title"><span class="descriptor">Title:</span>Bread</h1>';
  const canonical = '<link rel="canonical" href="https://arxiv.org/abs/2611.10431"/>';

  it.each([
    ['the canonical link', `${canonical}${title}`],
    ['the citation', `<meta content="2611.10431" name="citation_arxiv_id">${title}`],
    ['the address', title],
  ])('takes the id from %s, and the version from the address', (_, html) => {
    expect(read(html, ABS)).toMatchObject([{ id: '2611.10431', version: 2, title: 'Bread' }]);
  });

  it('takes id and version from the parameters of the address', () => {
    expect(read(title, 'https://arxiv.org/abs?id=2611.10431v3')).toMatchObject([
      { id: '2611.10431', version: 3 },
    ]);
    expect(read(title, 'https://arxiv.org/abs?archive=math&papernum=0309136')).toMatchObject([
      { id: 'math/0309136', version: null },
    ]);
  });

  it('trusts the page more than the address', () => {
    const [paper] = read(canonical + title, 'https://arxiv.org/abs/2001.00001v3');
    expect(paper).toMatchObject({ id: '2611.10431', version: null });
  });

  it('takes no other heading for the title', () => {
    const subheader = '<div class="subheader"><h1 class="title">Machine Learning</h1></div>';
    expect(read(subheader + title, ABS)).toMatchObject([{ title: 'Bread' }]);
    expect(read(`${subheader}<h1>Not found</h1>`, ABS)).toEqual([]);
    expect(unreadable(`<h1>Bread</h1><blockquote class="abstract">Rises.</blockquote>`, ABS)).toBe(
      1,
    );
    expect(unreadable('<h1>Not found</h1>', ABS)).toBe(0);
  });

  it('counts the authors that it does not name', () => {
    const authors =
      '<div class="authors"><a href="/a">Ada Alder</a>, <a href="javascript:x()" id="toggle">et al. (43 additional authors not shown)</a></div>';
    expect(read(title + authors, ABS)).toMatchObject([
      { authors: ['Ada Alder'], authorsTotal: 44 },
    ]);
  });
});

describe('a Hugging Face card', () => {
  const card = (inner: string) => `<article>${inner}</article>`;
  const heading = '<h3 class="font-semibold"><a href="/papers/2611.10431">Bread</a></h3>';

  it.each([
    '/papers/2611.10431#community',
    '/papers/2611.10431?utm=x',
    'https://huggingface.co/papers/2611.10431/',
    '/papers/2611.10431v1',
  ])('reads the id in %s', (href) => {
    expect(read(card(`<h3><a href="${href}">Bread</a></h3>`), DAILY)).toMatchObject([
      { id: '2611.10431', title: 'Bread' },
    ]);
  });

  it.each([
    ['32', 32],
    ['-', 0],
    ['1,024', 1024],
    ['1.2k', 1200],
    ['many', null],
  ])('reads %s upvotes', (text, upvotes) => {
    const votes = `<div class="leading-none">Submitted by 42</div><label><div class="leading-none"> ${text} </div></label>`;
    expect(read(card(votes + heading), DAILY)).toMatchObject([{ upvotes }]);
  });

  it('is one row, however many copies it holds', () => {
    expect(read(card(heading + heading), DAILY)).toHaveLength(1);
    expect(read(card(`<h3><a href="/papers/2611.10431"></a></h3>${heading}`), DAILY)).toHaveLength(
      1,
    );
  });

  it('is counted when it is a paper without a title or an id, and not when it is none', () => {
    expect(unreadable(card('<h3><a href="/papers/2611.10431"> </a></h3>'), DAILY)).toBe(1);
    expect(unreadable(card('<h3><a href="/papers/soon">Bread</a></h3>'), DAILY)).toBe(1);
    expect(unreadable(card('<a href="/papers/2611.10431">Bread</a>'), DAILY)).toBe(1);
    expect(unreadable(card('<h3><a href="/org/model">Model</a></h3>'), DAILY)).toBe(0);
    expect(unreadable(card('<a href="/org/model">Model</a>'), DAILY)).toBe(0);
    expect(unreadable(card(''), DAILY)).toBe(0);
  });

  it('has no abstract among the results of a search when there is no text', () => {
    const faces =
      '<a href="/papers/2611.10431"><ul><li title="Ada"></li><li>• 1 author</li></ul></a>';
    expect(read(card(heading + faces), FOUND)).toMatchObject([
      { abstract: null, authors: ['Ada'], authorsTotal: null, numComments: 0 },
    ]);
  });

  it('takes no text of a title or an abstract for a date', () => {
    const text =
      '<a href="/papers/2611.10431"><p>On Nov 3 and Nov 4 we baked.</p></a><div>Nov 5</div>';
    expect(read(card(heading + text), FOUND)).toMatchObject([
      { abstract: 'On Nov 3 and Nov 4 we baked.', date: '2026-11-05' },
    ]);
  });
});

describe("a Hugging Face page's JSON", () => {
  const article = '<article><h3><a href="/papers/2611.10431">Bread</a></h3></article>';
  const withProps = (props: string) => {
    const document = pageOf(`<div data-target="DailyPapers">${article}</div>`, DAILY);
    document.querySelector('[data-target]')?.setAttribute('data-props', props);
    return document;
  };

  it('may be anything', () => {
    const anyPaper = fc.record(
      {
        id: fc.oneof(fc.constant('2611.10431'), fc.jsonValue()),
        summary: fc.jsonValue(),
        authors: fc.oneof(fc.jsonValue(), fc.array(fc.record({ name: fc.jsonValue() }))),
        publishedAt: fc.oneof(fc.string(), fc.jsonValue()),
        upvotes: fc.jsonValue(),
        organization: fc.jsonValue(),
        githubRepo: fc.oneof(fc.webUrl(), fc.string(), fc.jsonValue()),
        githubStars: fc.jsonValue(),
        projectPage: fc.oneof(fc.webUrl(), fc.constant('javascript:alert(1)'), fc.jsonValue()),
        ai_summary: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    const anyList = fc.array(fc.oneof(fc.jsonValue(), fc.record({ paper: anyPaper })));
    const anyProps = fc.oneof(
      fc.string(),
      fc.json(),
      anyList.map((dailyPapers) => JSON.stringify({ dailyPapers })),
    );
    fc.assert(
      fc.property(anyProps, (props) => {
        const [row] = rowsOf(withProps(props));
        const paper = row?.read();
        expect(paper).toMatchObject({ id: 'arxiv:2611.10431', title: 'Bread' });
        expect(paper?.authors.every((name) => typeof name === 'string')).toBe(true);
        for (const field of [paper?.abstract, paper?.date, paper?.organization]) {
          expect(field === null || typeof field === 'string').toBe(true);
        }
        expect(v.parse(PaperSchema, paper)).toEqual(paper);
      }),
      { numRuns: 60 },
    );
  });

  it('is parsed once, however often the page is read', () => {
    const parse = vi.spyOn(JSON, 'parse');
    const document = withProps('{"dailyPapers":[]}');
    document.body.append(document.querySelector('[data-target]')?.cloneNode(true) ?? '');
    for (let reading = 0; reading < 3; reading += 1) {
      const rows = rowsOf(document);
      expect(rows).toHaveLength(2);
      for (const row of rows) row.read();
    }
    expect(parse).toHaveBeenCalledTimes(1);
  });
});

describe("a Hugging Face paper's page", () => {
  const content = (inner: string) => `<main><div data-target="PaperContent">${inner}</div></main>`;

  it('says which paper it is about, or its address does', () => {
    const stated = '<div>Papers <span>arxiv:2001.00001</span></div><h1>Bread</h1>';
    expect(read(content(stated), PAPER)).toMatchObject([{ id: '2001.00001', title: 'Bread' }]);
    expect(read(`<main>${stated}</main>`, PAPER)).toMatchObject([{ id: '2001.00001' }]);
    expect(read(content('<h1>Bread</h1>'), PAPER)).toMatchObject([{ id: '2611.10431' }]);
  });

  it('gives nothing when it is an error', () => {
    expect(read('<main><h1>404</h1></main>', PAPER)).toEqual([]);
    expect(unreadable('<main><h1>404</h1></main>', PAPER)).toBe(0);
  });

  it('is counted when its heading is missing', () => {
    expect(unreadable(content('<p>Bread</p>'), PAPER)).toBe(1);
    expect(unreadable(content('<div class="prose"><h1>A comment</h1></div>'), PAPER)).toBe(1);
  });
});

it('never throws when parts of a page are missing', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...fixtures()),
      fc.array(fc.tuple(fc.nat(), fc.boolean()), { minLength: 1, maxLength: 30 }),
      ({ html, url }, cuts) => {
        const document = pageOf(html, url);
        const elements = Array.from(document.body.querySelectorAll('*'));
        for (const [index, isUnwrapped] of cuts) {
          const element = elements[index % elements.length];
          element?.replaceWith(...(isUnwrapped ? element.childNodes : []));
        }
        for (const row of rowsOf(document)) {
          expect(row.read()).toMatchObject({ id: row.id, title: row.title });
        }
      },
    ),
    { numRuns: 40 },
  );
}, 30_000);

describe.each(SITES)('$id', (site) => {
  const tags = ['dl', 'dt', 'dd', 'h1', 'h2', 'h3', 'li', 'ul', 'p', 'a', 'div', 'span', 'article'];
  const attributes = [
    'id="articles"',
    'id="long-author-list"',
    'class="list-title"',
    'class="list-authors"',
    'class="list-subjects"',
    'class="meta mathjax"',
    'class="title is-5"',
    'class="arxiv-result"',
    'class="authors"',
    'class="blog"',
    'class="abstract abstract-full"',
    'class="leading-none font-semibold"',
    'class="author truncate"',
    'href="/abs/2611.10431"',
    'href="/papers/2611.10431#community"',
    'href="javascript:void(0)"',
    'title="Abstract"',
    'data-target="PaperContent" data-props="{"',
    'data-target="DailyPapers" data-props="[]"',
    '',
  ];
  const open = fc
    .tuple(fc.constantFrom(...tags), fc.constantFrom(...attributes))
    .map(([tag, attribute]) => `<${tag} ${attribute}>`);
  const close = fc.constantFrom(...tags).map((tag) => `</${tag}>`);
  const words = fc.constantFrom(
    'Bread',
    'arxiv:2611.10431',
    'Upvote 3',
    '3 authors',
    'Abstract',
    ' ',
  );
  const anyMarkup = fc.array(fc.oneof(open, open, close, words), { maxLength: 40 });

  it('never throws, whatever the markup', () => {
    fc.assert(
      fc.property(anyMarkup, (pieces) => {
        const document = pageOf(pieces.join(''), site.examples[0] ?? '');
        for (const entry of site.rows(document)) {
          if ('unreadable' in entry) continue;
          expect(entry.title).not.toBe('');
          expect(entry.read()).toMatchObject({ id: entry.id, title: entry.title });
        }
      }),
      { numRuns: 30 },
    );
  });
});
