// @vitest-environment node
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { ParsedPaper } from '@/lib/exchange/formats/parsed-paper';
import { readListing } from '@/lib/exchange/import/pasted/listing';
import { anyLayout } from '@/tests/helpers/any-pasted-page';
import { LAYOUTS, type Shows } from '@/tests/helpers/pasted-pages';
import { anyShownPaper, type ShownPaper, TODAY } from '@/tests/helpers/shown-papers';

function papersIn(text: string): ParsedPaper[] {
  return [...readListing(text, TODAY)].map((found) => {
    if (!('paper' in found)) throw new Error(found.unreadable.reason);
    return found.paper;
  });
}

/** What a reader sees of a paper. */
function seen(paper: ParsedPaper) {
  const { title, abstract, authorsTotal, organization, date, numComments, upvotes } = paper;
  return { title, abstract, authorsTotal, organization, date, numComments, upvotes };
}

function shown(paper: ShownPaper, shows: Shows, hasOrganizations = true) {
  const organization = shows.byline && hasOrganizations ? paper.organization : null;
  return {
    title: paper.title,
    abstract: shows.abstract ? paper.abstract : null,
    authorsTotal: shows.byline && organization === null ? paper.authors : null,
    organization,
    date: shows.date ? paper.date : null,
    numComments: shows.comments ? paper.comments : null,
    upvotes: shows.upvotes ? paper.upvotes : null,
  };
}

const anyPapers = (minLength: number) =>
  fc.uniqueArray(anyShownPaper, { minLength, maxLength: 12, selector: ({ title }) => title });

describe.each(LAYOUTS)('$name', ({ name, shows, page, atLeast = 1 }) => {
  const hasOrganizations = !name.includes('two paragraphs');

  test('every paper comes out as it went in, in order, and no other', () => {
    fc.assert(
      fc.property(anyPapers(atLeast), (papers) => {
        expect(papersIn(page(papers)).map(seen)).toEqual(
          papers.map((paper) => shown(paper, shows, hasOrganizations)),
        );
      }),
      { numRuns: 100 },
    );
  });
});

const [DENSE] = LAYOUTS;
const PAPER: ShownPaper = {
  title: 'On Moss',
  abstract:
    'We look at moss. It grows over stones, slowly, and nobody knows why it does so at all. '
      .repeat(3)
      .trim(),
  authors: 3,
  organization: null,
  date: '2026-02-03',
  comments: 0,
  upvotes: 7,
  submitter: 'ola',
};

test('an abstract of one short sentence is one, between others', () => {
  const short = { ...PAPER, title: 'A Short One', abstract: 'We prove a lemma.' };
  const papers = [PAPER, short, { ...PAPER, title: 'On Ferns' }];
  const found = papersIn(DENSE?.page(papers) ?? '');
  expect(found.map(({ title, abstract }) => [title, abstract])).toEqual(
    papers.map(({ title, abstract }) => [title, abstract]),
  );
});

/** Of the page's own words, or like its details, or like running text. */
const ODD_TITLES = [
  ...['Models', 'Upvote', 'GitHub', 'Subscribe', 'Papers', 'PDF', 'Spaces', 'Abstract', 'Why?'],
  ...[
    'Daily Papers by Hand',
    '12 Papers',
    'Code Llama',
    '3 Authors Walk Into a Bar',
    '1,000 Layers',
  ],
  ...[
    'One. Two. Three.',
    'Learning to Stop.',

    'May 2024 Report',
    '3D',
  ],
  ...['基于深度学习的图像分割方法研究', 'التعلم العميق: دراسة', '🤖🤖', '$O(n)$', 'C++', 'BERT'],
];

describe.each(LAYOUTS.filter(({ name }) => !/broken|paragraphs/.test(name)))(
  '$name',
  ({ page }) => {
    it.each(ODD_TITLES)('reads the title “%s” among others', (title) => {
      const papers = ['On Moss', 'On Ferns', 'On Bogs', title, 'On Rain', 'On Slate', 'On Peat'];
      const text = page(
        papers.map((one, index) => ({ ...PAPER, title: one, comments: index % 3 })),
      );
      expect(papersIn(text).map((paper) => paper.title)).toEqual(papers);
    });
  },
);

test('whatever cards show and however they are spaced, their titles and abstracts are read', () => {
  fc.assert(
    fc.property(anyLayout, anyPapers(4), ({ page, hasAbstracts }, papers) => {
      expect(papersIn(page(papers)).map(({ title, abstract }) => ({ title, abstract }))).toEqual(
        papers.map(({ title, abstract }) => ({ title, abstract: hasAbstracts ? abstract : null })),
      );
    }),
    { numRuns: 300 },
  );
});

test('of a page that was cut off within abstracts, what is whole is read, and no more', () => {
  const cuttable = LAYOUTS.filter(
    ({ name, shows }) => shows.abstract && shows.comments && !/untidy|broken|paragraphs/.test(name),
  );
  const anyCut = fc.integer({ min: 130, max: 200 });
  fc.assert(
    fc.property(fc.constantFrom(...cuttable), anyPapers(4), anyCut, ({ page }, papers, at) => {
      const text = page(papers);
      const [first, last] = [papers[0], papers.at(-1)];
      const from = text.indexOf(
        ` `,
        text.indexOf(first?.title ?? '') + (first?.title.length ?? 0) + at,
      );
      const to = text.lastIndexOf(last?.title ?? '') + (last?.title.length ?? 0) + at;
      fc.pre(!/[.!?:)]$|https?:\S*$/.test(text.slice(from, to).trimEnd())); // that could be a whole one
      const found = papersIn(text.slice(from, to)).map(({ title, abstract }) => [title, abstract]);
      const whole = papers.slice(1, -1).map(({ title, abstract }) => [title, abstract]);
      expect(found).toEqual([...whole, [last?.title, null]]);
    }),
  );
});

test('pages that were pasted one after another are read one by one', () => {
  for (const { page, shows } of LAYOUTS.filter(({ name }) => /daily|glued|trending/.test(name))) {
    const papers = ['On Moss', 'On Ferns', 'On Bogs'].map((title) => ({ ...PAPER, title }));
    const others = ['On Rain', 'On Slate', 'On Peat'].map((title) => ({ ...PAPER, title }));
    expect(papersIn(`${page(papers)}\n${page(others)}`).map(seen)).toEqual(
      [...papers, ...others].map((paper) => shown(paper, shows)),
    );
  }
});

test('the word before the number of upvotes may stand before the title, too', () => {
  const cards = ['On Moss', 'On Ferns', 'On Bogs'].map(
    (title, index) => `Upvote\n${index + 5}\n${title}\n· 3 authors\n2`,
  );
  expect(papersIn(cards.join('\n')).map(seen)).toMatchObject([
    { title: 'On Moss', upvotes: 5, numComments: 2 },
    { title: 'On Ferns', upvotes: 6, numComments: 2 },
    { title: 'On Bogs', upvotes: 7, numComments: 2 },
  ]);
});

test('a title that begins with "Subscribe" of its own keeps it', () => {
  const text = `Subscribe\nSubscriber Churn Under Moss\n${PAPER.abstract}`;
  expect(papersIn(text).map(({ title }) => title)).toEqual(['Subscriber Churn Under Moss']);
});

test('texts without papers give none', () => {
  expect(papersIn('')).toEqual([]);
  expect(papersIn('Daily Papers\nbyAK and the research community\nJan 8\nPrevious\nNext')).toEqual(
    [],
  );
  expect(papersIn('Hello,\nare you there?\nBye')).toEqual([]);
  const empty =
    'Some hub\nPapers\nEnter\nDaily Papers\npicked by hand\nDaily\nNov 21\nPrevious\nMade up';
  expect(papersIn(empty)).toEqual([]);
});

test('a machine’s summary on the trending page is not taken for the abstract', () => {
  const text = `Submitted by ola\nOn Moss\nA study of moss that grows.\n3 authors\n·\nPublished on Nov 17, 2025\nUpvote\n136\nGitHub 12\narXiv Page`;
  expect(papersIn(text).map(seen)).toEqual([
    {
      ...shown(PAPER, {
        abstract: false,
        byline: true,
        date: true,
        comments: false,
        upvotes: true,
      }),
      date: '2025-11-17',
      upvotes: 136,
    },
  ]);
});

test('places are the lines of the titles', () => {
  const text = DENSE?.page([PAPER, { ...PAPER, title: 'On Ferns' }]) ?? '';
  expect(papersIn(text).map(({ place }) => place)).toEqual([3, 5]);
});

const PASTED = resolve(process.env.WINNOW_CORPUS ?? '../shared', 'pasted');

interface Expected {
  readonly title: string;
  readonly abstract: string;
  readonly authorsCount?: number;
  readonly org?: string;
  readonly date?: string;
  readonly comments?: number;
}

if (existsSync(PASTED)) {
  it.each(['listing-dense', 'listing-with-details'])('%s, as a person copied it', (name) => {
    const read = (end: string) => readFileSync(resolve(PASTED, `${name}${end}`), 'utf8');
    const expected: Expected[] = JSON.parse(read('.expected.json')).papers;
    expect(papersIn(read('.txt')).map(seen)).toEqual(
      expected.map(({ title, abstract, authorsCount, org, date, comments }) => ({
        ...{ title, abstract, authorsTotal: authorsCount ?? null, organization: org ?? null },
        date: date ? new Date(`${date} UTC`).toISOString().slice(0, 10) : null,
        ...{ numComments: comments ?? null, upvotes: null },
      })),
    );
  });
} else {
  it.skip(`pages that were copied (no corpus at ${PASTED}; set WINNOW_CORPUS)`, () => {});
}
