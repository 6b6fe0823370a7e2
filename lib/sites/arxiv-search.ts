import { EMPTY_METADATA, type Paper } from '@/lib/paper';
import { authorNames, authorsNotShown, firstOfClass, isOnArxiv, paperInAbsLink } from './arxiv';
import { parseArxivDay } from './dates';
import { defineSite, hasElement, type Row, type Unreadable } from './site';
import { sourceText } from './source-text';

/** Results of arXiv's search (`search-macros.html` of arxiv-search). */
export const arxivSearch = defineSite({
  id: 'arxiv-search',
  host: 'arxiv',
  name: 'siteArxivSearch',
  kind: 'listing',
  texts: {
    title: 'p.title',
    authors: 'p.authors',
    categories: '.tags:not(.has-addons)',
    abstract: 'p:not(.list-title, .comments, .is-size-7)',
  },
  matches: ['https://*.arxiv.org/search*'],
  examples: [
    'https://arxiv.org/search/?query=attention+models&searchtype=all&abstracts=show&size=50',
    'https://www.arxiv.org/search?query=attention',
    'https://arxiv.org/search/cs?searchtype=author&query=Someone,+S',
    'https://arxiv.org/search/advanced?advanced=&terms-0-operator=AND&terms-0-term=attention',
  ],
  isPage: (url) => isOnArxiv(url) && isResultPage(url),
  isShownBy: hasElement('li.arxiv-result'),
  rows,
});

/** Without a query, the same URLs show the search form. */
function isResultPage({ pathname, searchParams }: URL): boolean {
  const place = /^\/search(?:\/([\w-]+))?\/?$/.exec(pathname);
  if (!place) return false;
  const isQuery = (name: string) =>
    place[1] === 'advanced' ? /^terms-\d+-term$/.test(name) : name === 'query';
  return Array.from(searchParams).some(([name, value]) => isQuery(name) && value.trim() !== '');
}

function* rows(document: Document): Generator<Row | Unreadable> {
  for (const result of document.querySelectorAll<HTMLElement>('li.arxiv-result')) {
    yield readEntry(result) ?? { unreadable: result };
  }
}

function readEntry(result: HTMLElement): Row | null {
  const heading = firstOfClass(result, 'list-title');
  const linked = heading && findPaper(heading);
  const titled = firstOfClass(result, 'title');
  const title = titled && sourceText(titled);
  if (!linked || !title) return null;
  return {
    elements: [result],
    anchor: { element: heading, place: 'inside' },
    id: linked.id,
    title,
    section: null,
    read: () => readResult(result, { ...linked, title }),
  };
}

function findPaper(heading: HTMLElement): ReturnType<typeof paperInAbsLink> {
  for (const link of heading.getElementsByTagName('a')) {
    const paper = paperInAbsLink(link.getAttribute('href') ?? '');
    if (paper) return paper;
  }
  return null;
}

function readResult(result: HTMLElement, known: Pick<Paper, 'id' | 'version' | 'title'>): Paper {
  const authors = firstOfClass(result, 'authors');
  const names = authors ? authorNames(authors) : [];
  const notShown = authors ? authorsNotShown(sourceText(authors)) : 0;
  const abstract = firstOfClass(result, 'abstract-full');
  return {
    ...EMPTY_METADATA,
    ...known,
    // The full abstract, though hidden; the visible one is a fragment around a match.
    abstract: abstract ? sourceText(abstract, isFoldingLink) || null : null,
    authors: names,
    authorsTotal: notShown > 0 ? names.length + notShown : null,
    categories: categoriesOf(result),
    comments: labelledText(result, 'Comments:'),
    journalRef: labelledText(result, 'Journal ref:'),
    date: firstSubmitted(result),
    source: 'arxiv',
  };
}

/** "△ Less" */
function isFoldingLink(element: Element): boolean {
  return element.tagName === 'A' && element.classList.contains('is-size-7');
}

/** The primary category comes first. A DOI is also a tag, in a box of its own. */
function categoriesOf(result: HTMLElement): string[] {
  const tags = result.querySelectorAll('.tags:not(.has-addons) > .tag');
  return Array.from(tags, (tag) => sourceText(tag)).filter((code) => code !== '');
}

/** The text after a label in the small print. */
function labelledText(result: HTMLElement, label: string): string | null {
  for (const paragraph of result.querySelectorAll('p.comments')) {
    const text = sourceText(paragraph);
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
