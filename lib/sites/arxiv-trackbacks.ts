import { EMPTY_METADATA } from '@/lib/paper';
import { isOnArxiv, paperInAbsLink } from './arxiv';
import { defineSite, hasElement, type Row, type Unreadable } from './site';
import { sourceText } from './source-text';

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
  matches: ['https://*.arxiv.org/tb/recent*'],
  examples: ['https://arxiv.org/tb/recent', 'https://export.arxiv.org/tb/recent?views=200'],
  isPage: (url) => isOnArxiv(url) && /^\/tb\/recent\/?$/.test(url.pathname),
  isShownBy: hasElement('ul.blog > li a[href*="/abs/"]'),
  rows,
});

function* rows(document: Document): Generator<Row | Unreadable> {
  for (const item of document.querySelectorAll<HTMLElement>('ul.blog > li')) {
    yield readEntry(item) ?? { unreadable: item };
  }
}

/**
 * Written as "Title [id]". The template never closes its `span`, so the link is inside the title.
 */
function readEntry(item: HTMLElement): Row | null {
  const linked = item.querySelector('a[href*="/abs/"]');
  const paper = paperInAbsLink(linked?.getAttribute('href') ?? '');
  if (!linked || !paper) return null;
  const title = sourceText(item, (element) => element === linked).replace(/ ?\[\]$/, '');
  if (!title) return null;
  return {
    elements: [item],
    anchor: { element: item, place: 'inside' },
    id: paper.id,
    title,
    section: null,
    read: () => ({ ...EMPTY_METADATA, ...paper, title, source: 'arxiv' }),
  };
}
