import { EMPTY_METADATA } from '@/lib/paper';
import { isArxivPage, paperInAbsLink } from './arxiv';
import { arxivPatterns } from './arxiv-routes';
import { markTranslated, readOwnText } from './own-text';
import { defineSite, hasElement, type Row, type Unreadable } from './site';
import { isTranslatedPage } from './translation';

/** Blog posts that link to papers (`tb/recent.html` of arxiv-browse): titles and ids only. */
export const arxivTrackbacks = defineSite({
  id: 'arxiv-trackbacks',
  host: 'arxiv',
  name: 'siteArxivTrackbacks',
  kind: 'listing',
  texts: {
    title: 'ul.blog > li',
    authors: null,
    categories: null,
    abstract: null,
  },
  matches: arxivPatterns('trackbacks'),
  examples: ['https://arxiv.org/tb/recent', 'https://export.arxiv.org/tb/recent?views=200'],
  isPage: (url) => isArxivPage(url, 'trackbacks'),
  listingOf: () => '/tb/recent',
  isShownBy: hasElement('ul.blog > li a[href*="/abs/"]'),
  rows,
});

function* rows(document: Document): Generator<Row | Unreadable> {
  const isPageTranslated = isTranslatedPage(document);
  for (const item of document.querySelectorAll<HTMLElement>('ul.blog > li')) {
    yield readEntry(item, isPageTranslated) ?? { unreadable: item };
  }
}

/**
 * Written as "Title [id]". The template never closes its `span`, so the link is inside the title.
 */
function readEntry(item: HTMLElement, isPageTranslated: boolean): Row | null {
  const linked = item.querySelector('a[href*="/abs/"]');
  const paper = paperInAbsLink(linked?.getAttribute('href') ?? '');
  if (!linked || !paper) return null;
  const box = item.querySelector('span.mathjax') ?? item;
  const own = readOwnText(
    box,
    (element) => element.contains(linked) && /^\s*\[|^[\w./-]+$/.test(element.textContent ?? ''),
  );
  const title = own.text.replace(/ ?\[\]$/, '');
  if (!title) return null;
  return {
    elements: [item],
    anchor: { element: item, place: 'inside' },
    gutter: item, // in place of its bullet
    id: paper.id,
    title,
    section: null,
    read: () => ({
      ...EMPTY_METADATA,
      ...paper,
      title,
      source: 'arxiv',
      ...markTranslated([own], isPageTranslated),
    }),
  };
}
