/** Made-up papers, and the text of made-up listings of them as a browser copies it. */
import fc from 'fast-check';

/** A paper as a listing of Hugging Face shows it. */
export interface ShownPaper {
  readonly title: string;
  readonly abstract: string;
  readonly authors: number;
  /** Stands in place of the number of authors. */
  readonly organization: string | null;
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly comments: number;
  readonly upvotes: number;
  readonly submitter: string;
}

/** What of a paper a layout shows. */
export interface Shows {
  readonly abstract: boolean;
  readonly byline: boolean;
  readonly date: boolean;
  readonly comments: boolean;
  readonly upvotes: boolean;
}

export interface Layout {
  readonly name: string;
  readonly shows: Shows;
  readonly page: (papers: readonly ShownPaper[]) => string;
  /** Fewer papers do not make a page of it. */
  readonly atLeast?: number;
}

const NAMES = [
  'Lattice',
  'Gravel',
  'Möbius',
  'Owl',
  'Sparse',
  'Deep',
  'In-Context',
  '3D',
  'Low-Rank',
];
const THINGS = [
  'Attention',
  'Retrieval',
  'Distillation',
  'Splatting',
  'Planning',
  'Heads',
  'Grammars',
];
const ENDS = [
  ...[
    '',
    '',
    '',
    '?',
    ' (Extended)',
    ': A Survey',
    ': What Works, and What Does Not',
    ' in $O(n)$',
  ],
  ...[' for Speech, Vision & Text', ' at 2.5 Bits', '!', ' or …', ': Towards the End of GPUs?'],
  ': Learning to See Without Looking. A Study',
];

const anyTitle = fc
  .tuple(
    fc.constantFrom(...NAMES),
    fc.constantFrom(...THINGS),
    fc.constantFrom('via', 'for', 'without', 'is Not'),
    fc.constantFrom(...NAMES),
    fc.constantFrom(...THINGS),
    fc.constantFrom(...ENDS),
    fc.nat({ max: 9_999 }), // so that no two are the same
  )
  .map(([a, b, c, d, e, end, n]) => `${a}-${n} ${b} ${c} ${d} ${e}${end}`);

const anySentence = fc
  .tuple(
    fc.constantFrom('We show that', 'This paper presents', 'However,', 'In this work,', 'here'),
    fc.constantFrom(
      'the moss',
      'a 2.5x faster decoder',
      'multi-head attention (MHA)',
      'e.g. U-Nets',
    ),
    fc.constantFrom('grows over the stones of', 'is compared, at length, to', 'cannot explain'),
    fc.constantFrom(
      'all 14 benchmarks',
      'prior work [3]',
      'what was said before',
      '$\\ell_2$ norms',
    ),
    fc.constantFrom('.', '.', '.', '!', '?', ', see https://example.org/a_b.html.'),
  )
  .map(([a, b, c, d, end]) => `${a} ${b} ${c} ${d}${end}`);

const anyAbstract = fc
  .tuple(
    fc.array(anySentence, { minLength: 4, maxLength: 14 }) /* three lines or more */,
    fc.constantFrom('', '', ' Code: https://example.org/code', ' (See the page.)'),
  )
  .map(([sentences, end]) => sentences.join(' ') + end);

const anyDay = fc
  .integer({ min: 0, max: 1_500 })
  .map((days) => new Date(Date.UTC(2026, 10, 20) - days * 86_400_000).toISOString().slice(0, 10));

export const anyShownPaper: fc.Arbitrary<ShownPaper> = fc.record({
  title: anyTitle,
  abstract: anyAbstract,
  authors: fc.integer({ min: 1, max: 40 }),
  organization: fc.option(
    fc.constantFrom('Moss Lab', 'stone-ai Stone AI', 'University of Nowhere'),
  ),
  date: anyDay,
  comments: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 30 })),
  upvotes: fc.nat({ max: 900 }),
  submitter: fc.constantFrom('x3n', 'ola_ml', 'deep-efd9', 'A'),
});

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Within the current year, of `TODAY`, the year is left out. */
export const TODAY = new Date('2026-11-20T12:00:00Z');

function written(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const name = `${MONTHS[Number(month) - 1]} ${Number(day)}`;
  return year === '2026' ? name : `${name}, ${year}`;
}

const byline = ({ organization, authors }: ShownPaper) =>
  organization ?? (authors === 1 ? '1 author' : `${authors} authors`);
const some = (count: number) => (count > 0 ? ` ${count}` : '');

/** As browsers copy it where the page hides neither of an organisation's names. */
const byBothNames = ({ organization, authors }: ShownPaper, before: string) =>
  organization
    ? [organization.toLowerCase().replace(/\W+/g, '-'), organization]
    : [`${before}${authors === 1 ? '1 author' : `${authors} authors`}`];

/** A first paragraph of less than a line could be a title, for all that a reader can tell. */
const inTwoParagraphs = (abstract: string) =>
  abstract.replace(/^(.{120,}(?<!e\.g)\.) (?=\S+ \S+ \S+ [^.]+$)/, '$1\n');

/** Broken into lines, as texts often come from arXiv. */
const wrapped = (text: string, width = 79) =>
  text.replace(new RegExp(`(.{1,${width}})(?: |$)`, 'g'), '$1\n').trimEnd();

/** White space and marks that show nothing, where browsers leave them. */
const untidy = (line: string, index: number) =>
  [`\t${line} \t`, `\u200b${line}\u200e`, line.replaceAll(' ', '\u00a0'), line][index % 4];

const HEADER = ['Hugging Face', 'Models', 'Datasets', 'Spaces', 'Pricing', 'Log In', 'Sign Up'];
const NEWSLETTER = 'Get trending papers in your email inbox!';
const PERIODS = ['Daily', 'Weekly', 'Monthly'];
const HEADINGS = ['Daily Papers', 'byAK and the research community', 'Jan 8'];
const FOOTER = [
  'Previous',
  'Next',
  'System theme',
  'Company',
  'TOS',
  'Privacy',
  'About',
  'Careers',
];

const SEARCH = { abstract: true, byline: true, date: true, comments: true, upvotes: false };
const BARE = { abstract: true, byline: false, date: false, comments: false, upvotes: false };
const DAILY = { abstract: false, byline: true, date: false, comments: true, upvotes: true };
const TITLES = { abstract: false, byline: false, date: false, comments: false, upvotes: true };
const TRENDING = { abstract: true, byline: true, date: true, comments: false, upvotes: true };

export const LAYOUTS: readonly Layout[] = [
  {
    name: 'dense, the first title glued to "Subscribe"',
    shows: BARE,
    page: (papers) =>
      [
        'Get trending papers in your email inbox once a day!',
        NEWSLETTER,
        `Subscribe${papers.flatMap(({ title, abstract }) => [title, abstract]).join('\n')}`,
      ].join('\n'),
  },
  {
    name: 'dense, between the words of the page, with CRLF',
    shows: BARE,
    page: (papers) =>
      [
        ...[...HEADER, NEWSLETTER, 'Subscribe', ...HEADINGS],
        ...[...papers.flatMap(({ title, abstract }) => [title, abstract]), ...FOOTER],
      ].join('\r\n'),
  },
  {
    name: 'with blank lines',
    shows: BARE,
    page: (papers) =>
      [
        ...['new', NEWSLETTER, 'Subscribe', 'Trending Papers', 'by AK and the research community'],
        ...papers.flatMap(({ title, abstract }) => [title, abstract]),
      ].join('\n\n'),
  },
  {
    name: 'blank lines around titles alone',
    shows: BARE,
    page: (papers) =>
      `${NEWSLETTER}\nSubscribe${papers.map(({ title, abstract }) => `${title}\n\n${abstract}`).join('\n')}\n`,
  },
  {
    name: 'details in three lines',
    shows: SEARCH,
    page: (papers) =>
      [
        ...['new', NEWSLETTER, 'Subscribe', ...HEADINGS],
        ...papers.flatMap((paper) => [
          paper.title,
          paper.abstract,
          `${paper.organization ?? `  • ${byline(paper)}`}\n·\n${written(paper.date)}${some(paper.comments)}`,
        ]),
      ].join('\n\n'),
  },
  {
    name: 'details in three lines, dense, with a footer',
    shows: SEARCH,
    page: (papers) =>
      [
        ...[...HEADER, NEWSLETTER, 'Subscribe'],
        ...papers.flatMap((paper) => [
          paper.title,
          paper.abstract,
          paper.organization ?? `• ${byline(paper)}`,
          '·',
          `${written(paper.date)}${some(paper.comments)}`,
        ]),
        ...FOOTER,
      ].join('\n'),
  },
  {
    name: 'details on one line',
    shows: SEARCH,
    page: (papers) =>
      [
        ...HEADINGS,
        ...papers.flatMap((paper) => [
          paper.title,
          paper.abstract,
          `${paper.organization ?? `• ${byline(paper)}`} · ${written(paper.date)}${some(paper.comments)}`,
        ]),
      ].join('\n\n'),
  },
  {
    name: 'search results with upvotes, comments on a line of their own',
    shows: { ...SEARCH, upvotes: true },
    page: (papers) =>
      [
        ...[...HEADER, 'Daily Papers', ...PERIODS],
        ...papers.flatMap((paper) => [
          paper.upvotes > 0 ? String(paper.upvotes) : '-',
          paper.title,
          paper.abstract,
          paper.organization ?? `• ${byline(paper)}`,
          '·',
          written(paper.date),
          ...(paper.comments > 0 ? [String(paper.comments)] : []),
        ]),
        ...FOOTER,
      ].join('\n'),
  },
  {
    name: 'search results, pictures of authors, untidy lines',
    shows: { ...SEARCH, upvotes: true },
    page: (papers) =>
      [
        ...[...HEADER, 'Daily Papers', 'byAK and the research community', 'heads', 'Oct 2'],
        ...papers.flatMap((paper) => [
          paper.upvotes > 0 ? String(paper.upvotes) : '-',
          paper.title,
          paper.abstract,
          ...(paper.organization ? [paper.organization] : ['•', '•', `• ${byline(paper)}`]),
          '·',
          written(paper.date),
          ...(paper.comments > 0 ? [String(paper.comments)] : []),
        ]),
        ...FOOTER,
      ]
        .map(untidy)
        .join('\n'),
  },
  {
    name: 'search results, organisations by both names',
    shows: { ...SEARCH, upvotes: true },
    page: (papers) =>
      [
        ...[...HEADER, 'Daily Papers', 'byAK and the research community', 'heads', ...PERIODS],
        ...papers.flatMap((paper) => [
          paper.upvotes > 0 ? String(paper.upvotes) : '-',
          paper.title,
          `${paper.abstract}\n`,
          ...byBothNames(paper, '• '),
          ...['·', written(paper.date)],
          ...(paper.comments > 0 ? [String(paper.comments)] : []),
        ]),
      ].join('\n'),
  },
  {
    name: 'details with comments on a line of their own, without upvotes',
    shows: SEARCH,
    page: (papers) =>
      [
        ...HEADINGS,
        ...papers.flatMap((paper) => [
          paper.title,
          paper.abstract,
          `${paper.organization ?? `* ${byline(paper)}`}·${written(paper.date)}`,
          ...(paper.comments > 0 ? [String(paper.comments)] : []),
        ]),
        ...FOOTER,
      ].join('\n'),
  },
  {
    name: 'abstracts and titles broken into lines, with details',
    shows: SEARCH,
    page: (papers) =>
      [
        ...HEADINGS,
        ...papers.map((paper) =>
          [
            wrapped(paper.title, 30).replaceAll('\n', '\n  '),
            wrapped(paper.abstract),
            `${paper.organization ?? `  • ${byline(paper)}`}\n·\n${written(paper.date)}${some(paper.comments)}`,
          ].join('\n\n'),
        ),
      ].join('\n\n'),
  },
  {
    name: 'abstracts broken into lines, with blank lines',
    shows: BARE,
    page: (papers) =>
      [...HEADINGS, ...papers.flatMap(({ title, abstract }) => [title, wrapped(abstract)])].join(
        '\n\n',
      ),
  },
  {
    name: 'abstracts of two paragraphs, with details',
    shows: SEARCH,
    page: (papers) =>
      papers
        .flatMap((paper) => [
          paper.title,
          inTwoParagraphs(paper.abstract),
          `  • ${byline({ ...paper, organization: null })}`,
          '·',
          `${written(paper.date)}${some(paper.comments)}`,
        ])
        .join('\n'),
  },
  {
    name: 'daily, without abstracts',
    shows: DAILY,
    page: (papers) =>
      [
        ...[...HEADER, ...HEADINGS, ...PERIODS],
        ...papers.flatMap((paper) => [
          `Submitted by\n${paper.submitter}`,
          String(paper.upvotes),
          paper.title,
          paper.organization ?? `· ${byline(paper)}`,
          ...(paper.comments > 0 ? [String(paper.comments)] : []),
        ]),
        ...FOOTER,
      ].join('\n'),
  },
  {
    name: 'daily, the name glued to "Submitted by", with blank lines',
    shows: DAILY,
    page: (papers) =>
      [
        ...[...HEADER, ...HEADINGS, ...PERIODS],
        ...papers.map((paper) =>
          [
            `Submitted by${paper.submitter}`,
            String(paper.upvotes),
            paper.title,
            ...(paper.organization ? [`\n${paper.organization}`] : ['·', byline(paper)]),
            ...(paper.comments > 0 ? [String(paper.comments)] : []),
          ].join('\n'),
        ),
        ...FOOTER,
      ].join('\n\n'),
  },
  {
    name: 'daily, the dot on a line of its own, with stars on GitHub and thumbnails',
    shows: { ...DAILY, comments: false },
    page: (papers) =>
      [
        ...[...HEADER, NEWSLETTER, 'Subscribe', ...HEADINGS],
        ...papers.flatMap((paper) => [
          'Paper thumbnail',
          `Submitted by ${paper.submitter}`,
          String(paper.upvotes),
          paper.title,
          ...(paper.organization ? [paper.organization] : ['·', byline(paper)]),
          `GitHub ${paper.authors * 31}`,
        ]),
        ...FOOTER,
      ].join('\n'),
  },
  {
    name: 'daily, organisations by both names, with stars in thousands',
    shows: DAILY,
    page: (papers) =>
      [
        ...[...HEADER, ...HEADINGS, ...PERIODS],
        ...papers.flatMap((paper) => [
          `\nSubmitted by${paper.submitter}`,
          String(paper.upvotes),
          paper.title,
          ...byBothNames(paper, '·\n'),
          ...(paper.authors % 2 ? [`${paper.authors}.2k`] : []),
          ...(paper.comments > 0 ? [String(paper.comments)] : []),
        ]),
        ...FOOTER,
      ].join('\n'),
  },
  {
    name: 'upvotes and titles alone',
    shows: TITLES,
    atLeast: 4,
    page: (papers) =>
      [
        ...[...HEADER, ...HEADINGS, ...PERIODS],
        ...papers.flatMap(({ title, upvotes }) => [String(upvotes), title]),
        ...FOOTER,
      ].join('\n'),
  },
  {
    name: 'trending',
    shows: TRENDING,
    page: (papers) =>
      [
        ...[NEWSLETTER, 'Subscribe', 'Trending Papers', 'byAK and the research community'],
        ...papers.flatMap((paper) => [
          `Submitted by ${paper.submitter}`,
          paper.title,
          paper.abstract,
          `${byline(paper)}\n·\nPublished on ${written(paper.date)}`,
          `Upvote\n${paper.upvotes}`,
          ...(paper.authors % 2 ? ['GitHub 1.2k'] : []),
          'arXiv Page',
        ]),
      ].join('\n\n'),
  },
];

/** The text of one paper's own page; its comments quote the abstract and tell of other papers. */
export function paperPage(paper: ShownPaper, id: string, hasSummary: boolean): string {
  return [
    ...[...HEADER, `Papers arxiv:${id}`, '', paper.title, `Published on ${written(paper.date)}`],
    ...[`· Submitted by ${paper.submitter}`, ...(paper.organization ? [paper.organization] : [])],
    ...['Upvote', String(paper.upvotes), 'Authors:', 'Ada Alder', ',', 'Bo Birch', ','],
    ...['+ 3 authors', 'Abstract'],
    ...(hasSummary ? ['A machine tells what it is about.', '', 'AI-generated summary'] : []),
    ...[paper.abstract, '', 'View arXiv page', 'View PDF', 'GitHub', '1.2k', 'Add to collection'],
    ...['Community', paper.submitter, 'Paper submitter', paper.abstract, '', 'librarian-bot'],
    ...['The following papers were recommended by the Semantic Scholar API', '', 'On Ferns (2025)'],
    ...['Moss and Stones (2024), arxiv:2410.11842', 'Models citing this paper', '1', ...FOOTER],
  ].join('\n');
}

/** What a listing's cards show, and how its text is spaced: a page shows all its papers the same way. */
const anyCard = fc.record({
  thumbnail: fc.boolean(),
  submitter: fc.constantFrom('none', 'line', 'two lines', 'glued'),
  upvotes: fc.constantFrom('none', 'before', 'after'),
  abstract: fc.boolean(),
  names: fc.constantFrom('both', 'one'),
  bullet: fc.constantFrom('• ', '·\n', ''),
  date: fc.constantFrom('none', '·\n', '·\nPublished on '),
  comments: fc.boolean(),
  stars: fc.constantFrom('none', 'GitHub\n1.2k', '3.4k'),
  gap: fc.constantFrom('\n', '\n\n', '\r\n', '\n\t'),
  between: fc.constantFrom('', '\n'),
  header: fc.constantFrom(
    [],
    [...HEADER, ...HEADINGS, ...PERIODS],
    ['new', NEWSLETTER, 'Subscribe'],
  ),
  footer: fc.constantFrom([], FOOTER),
});
type Card = typeof anyCard extends fc.Arbitrary<infer C> ? C : never;

function linesOfCard(paper: ShownPaper, card: Card): string[] {
  const { submitter, organization } = paper;
  const upvotes = String(paper.upvotes);
  const submitted = {
    none: [],
    line: [`Submitted by ${submitter}`],
    'two lines': ['Submitted by', submitter],
    glued: [`Submitted by${submitter}`],
  } as const;
  const isByBoth = card.names === 'both' || organization === null;
  return [
    ...(card.thumbnail ? ['Paper thumbnail'] : []),
    ...submitted[card.submitter as keyof typeof submitted],
    ...(card.upvotes === 'before' ? [upvotes] : []),
    ...[paper.title, ...(card.abstract ? [paper.abstract] : [])],
    ...(isByBoth ? byBothNames(paper, card.bullet) : [organization]),
    ...(card.date === 'none' ? [] : [`${card.date}${written(paper.date)}`]),
    ...(card.comments && paper.comments > 0 ? [String(paper.comments)] : []),
    ...(card.upvotes === 'after' ? ['Upvote', upvotes] : []),
    ...(card.stars !== 'none' && paper.authors % 2 ? [card.stars] : []),
  ].flatMap((line) => line.split('\n'));
}

/** Layouts put together by chance; without abstracts, something tells where cards begin, else where they end. */
export const anyLayout: fc.Arbitrary<Pick<Layout, 'page'> & { readonly hasAbstracts: boolean }> =
  anyCard
    .filter(({ abstract, submitter, upvotes, names, date }) => {
      const hasBeginning = submitter !== 'none' && upvotes === 'before';
      return abstract ? names === 'both' || date !== 'none' : hasBeginning;
    })
    .map((card) => ({
      hasAbstracts: card.abstract,
      page: (papers) =>
        [
          ...card.header,
          ...papers.flatMap((paper) => [...linesOfCard(paper, card), card.between]),
          ...card.footer,
        ].join(card.gap),
    }));
