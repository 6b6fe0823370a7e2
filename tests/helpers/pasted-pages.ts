/** The text of made-up listings as a browser copies it, in all layouts that are known. */
import {
  byBothNames,
  byline,
  FOOTER,
  HEADER,
  HEADINGS,
  NEWSLETTER,
  PERIODS,
  type ShownPaper,
  some,
  written,
} from './shown-papers';

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

/** A first paragraph of less than a line could be a title, for all that a reader can tell. */
const inTwoParagraphs = (abstract: string) =>
  abstract.replace(/^(.{120,}(?<!e\.g)\.) (?=\S+ \S+ \S+ [^.]+$)/, '$1\n');

/** Broken into lines, as texts often come from arXiv. */
const wrapped = (text: string, width = 79) =>
  text.replace(new RegExp(`(.{1,${width}})(?: |$)`, 'g'), '$1\n').trimEnd();

/** White space and marks that show nothing, where browsers leave them. */
const untidy = (line: string, index: number) =>
  [`\t${line} \t`, `\u200b${line}\u200e`, line.replaceAll(' ', '\u00a0'), line][index % 4];

const SEARCH = { abstract: true, byline: true, date: true, comments: true, upvotes: false };
const EMPTY_METADATA = {
  abstract: true,
  byline: false,
  date: false,
  comments: false,
  upvotes: false,
};
const DAILY = { abstract: false, byline: true, date: false, comments: true, upvotes: true };
const TITLES = { abstract: false, byline: false, date: false, comments: false, upvotes: true };
const TRENDING = { abstract: true, byline: true, date: true, comments: false, upvotes: true };

export const LAYOUTS: readonly Layout[] = [
  {
    name: 'dense, the first title glued to "Subscribe"',
    shows: EMPTY_METADATA,
    page: (papers) =>
      [
        'Get trending papers in your email inbox once a day!',
        NEWSLETTER,
        `Subscribe${papers.flatMap(({ title, abstract }) => [title, abstract]).join('\n')}`,
      ].join('\n'),
  },
  {
    name: 'dense, between the words of the page, with CRLF',
    shows: EMPTY_METADATA,
    page: (papers) =>
      [
        ...[...HEADER, NEWSLETTER, 'Subscribe', ...HEADINGS],
        ...[...papers.flatMap(({ title, abstract }) => [title, abstract]), ...FOOTER],
      ].join('\r\n'),
  },
  {
    name: 'with blank lines',
    shows: EMPTY_METADATA,
    page: (papers) =>
      [
        ...['new', NEWSLETTER, 'Subscribe', 'Trending Papers', 'by AK and the research community'],
        ...papers.flatMap(({ title, abstract }) => [title, abstract]),
      ].join('\n\n'),
  },
  {
    name: 'blank lines around titles alone',
    shows: EMPTY_METADATA,
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
    shows: EMPTY_METADATA,
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
