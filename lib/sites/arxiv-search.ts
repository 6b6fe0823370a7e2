import { EMPTY_METADATA, type Paper } from '@/lib/paper';
import { authorNames, authorsNotShown, firstOfClass, isArxivPage, paperInAbsLink } from './arxiv';
import { arxivSearchOf } from './arxiv-listings';
import { arxivPatterns } from './arxiv-routes';
import { parseArxivDay } from './dates';
import { markTranslated, type OwnText, ownText, readOwnText } from './own-text';
import { defineSite, hasElement, type Row, type Unreadable } from './site';
import { sourceText } from './source-text';
import { isTranslatedPage } from './translation';

/** Results of arXiv's search (`search-macros.html` of arxiv-search). */
export const arxivSearch = defineSite({
  id: 'arxiv-search',
  host: 'arxiv',
  name: 'siteArxivSearch',
  kind: 'listing',
  texts: {
    title: 'p.title',
    authors: 'p.authors a',
    categories: '.tags:not(.has-addons) > .tag',
    abstract: '.abstract-short, .abstract-full',
  },
  hides: { abstract: 'part' },
  matches: arxivPatterns('search'),
  examples: [
    'https://arxiv.org/search/?query=attention+models&searchtype=all&abstracts=show&size=50',
    'https://www.arxiv.org/search?query=attention',
    'https://arxiv.org/search/cs?searchtype=author&query=Someone,+S',
    'https://arxiv.org/search/advanced?advanced=&terms-0-operator=AND&terms-0-term=attention',
    'https://arxiv.org/search/advanced?advanced=&terms-0-term=&date-filter_by=past_12',
    'https://arxiv.org/search/advanced/cs?advanced=&terms-0-term=attention&size=25',
    'https://arxiv.org/search/math,physics?query=groups&searchtype=title',
  ],
  isPage: (url) => isArxivPage(url, 'search'),
  listingOf: arxivSearchOf,
  isShownBy: hasElement('li.arxiv-result'),
  rows,
});

function* rows(document: Document): Generator<Row | Unreadable> {
  const isPageTranslated = isTranslatedPage(document);
  for (const result of document.querySelectorAll<HTMLElement>('li.arxiv-result')) {
    yield readEntry(result, isPageTranslated) ?? { unreadable: result };
  }
}

function readEntry(result: HTMLElement, isPageTranslated: boolean): Row | null {
  const heading = firstOfClass(result, 'list-title');
  const linked = heading && findPaper(heading);
  const titled = firstOfClass(result, 'title');
  const title = titled && readOwnText(titled);
  if (!linked || !title?.text) return null;
  return {
    elements: [result],
    anchor: { element: heading, place: 'inside' },
    gutter: result, // where the list has its numbers
    id: linked.id,
    title: title.text,
    section: null,
    read: () => readResult(result, linked, title, isPageTranslated),
  };
}

function findPaper(heading: HTMLElement): ReturnType<typeof paperInAbsLink> {
  for (const link of heading.getElementsByTagName('a')) {
    const paper = paperInAbsLink(link.getAttribute('href') ?? '');
    if (paper) return paper;
  }
  return null;
}

function readResult(
  result: HTMLElement,
  linked: Pick<Paper, 'id' | 'version'>,
  title: OwnText,
  isPageTranslated: boolean,
): Paper {
  const authors = firstOfClass(result, 'authors');
  const names = authors ? authorNames(authors) : [];
  const notShown = authors ? authorsNotShown(sourceText(authors)) : 0;
  // The full abstract, though hidden; the visible one is a fragment around a match.
  const abstractBox = firstOfClass(result, 'abstract-full');
  const abstract = abstractBox && readOwnText(abstractBox, isFoldingLink);
  return {
    ...EMPTY_METADATA,
    ...linked,
    title: title.text,
    abstract: abstract?.text || null,
    authors: names,
    authorsTotal: notShown > 0 ? names.length + notShown : null,
    categories: categoriesOf(result),
    comments: labelledText(result, 'Comments:'),
    journalRef: labelledText(result, 'Journal ref:'),
    date: firstSubmitted(result),
    textVersion: linked.version,
    source: 'arxiv',
    ...markTranslated([title, abstract], isPageTranslated),
  };
}

/** "△ Less" */
function isFoldingLink(element: Element): boolean {
  return element.tagName === 'A' && element.classList.contains('is-size-7');
}

/** The primary category comes first. A DOI is also a tag, in a box of its own. */
function categoriesOf(result: HTMLElement): string[] {
  const tags = result.querySelectorAll('.tags:not(.has-addons) > .tag');
  return Array.from(tags, (tag) => ownText(tag)).filter((code) => code !== '');
}

/** The text after a label in the small print. */
function labelledText(result: HTMLElement, label: string): string | null {
  for (const paragraph of result.querySelectorAll('p.comments')) {
    const text = ownText(paragraph);
    if (text.startsWith(label)) return text.slice(label.length).trim() || null;
  }
  return null;
}

/** "Submitted 13 January, 2026; v1 submitted 3 March, 2025; originally announced March 2025." */
function firstSubmitted(result: HTMLElement): string | null {
  for (const paragraph of result.querySelectorAll('p.is-size-7')) {
    const text = sourceText(paragraph);
    if (!text.startsWith('Submitted')) continue;
    return parseArxivDay(/\bv1 submitted .*/.exec(text)?.[0] ?? '') ?? parseArxivDay(text);
  }
  return null;
}
