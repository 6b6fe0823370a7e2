import { EMPTY_METADATA, type Paper, parseArxivId, parseDoi } from '@/lib/paper';
import {
  authorNames,
  authorsNotShown,
  isDescriptor,
  isOnArxiv,
  paperInAbsLink,
  subjectCodes,
} from './arxiv';
import { parseArxivDay } from './dates';
import { defineSite, hasElement, type Row, type Unreadable } from './site';
import { sourceText } from './source-text';

/** A paper's abstract page (`abs.html` of arxiv-browse, `macros.html` of arxiv-base). */
export const arxivAbs = defineSite({
  id: 'arxiv-abs',
  host: 'arxiv',
  name: 'siteArxivAbs',
  kind: 'paper',
  texts: {
    title: 'h1',
    authors: null,
    categories: null,
    abstract: null,
  },
  matches: ['https://*.arxiv.org/abs/*'],
  examples: [
    'https://arxiv.org/abs/2410.11842',
    'https://www.arxiv.org/abs/2410.11842v2',
    'https://arxiv.org/abs/2410.11842?context=cs',
    'https://export.arxiv.org/abs/hep-th/9901001',
    'https://browse.arxiv.org/abs/math/0309136v1',
  ],
  latestVersion,
  isPage: (url) => isOnArxiv(url) && paperInAbsLink(url.pathname) !== null,
  isShownBy: hasElement('h1.title, blockquote.abstract'),
  rows,
});

/**
 * The submission history lists all versions, whichever is shown: "[v1] Fri, 31 Oct 2026 … [v2] …".
 */
function latestVersion(document: Document): number | null {
  const history = document.querySelector('.submission-history')?.textContent ?? '';
  const versions = [...history.matchAll(/\[v(\d{1,4})\]/g)].map(([, version]) => Number(version));
  return versions.length > 0 ? Math.max(...versions) : null;
}

/** Such a page has a heading of class `title`, or at least an abstract. */
function* rows(document: Document): Generator<Row | Unreadable> {
  const heading = headingOf(document);
  const paper = paperOf(document);
  const title = heading && sourceText(heading, isDescriptor);
  if (heading && paper && title) {
    yield {
      elements: [heading],
      anchor: { element: heading, place: 'after' },
      id: paper.id,
      title,
      section: null,
      read: () => readPage(document, { ...paper, title }),
    };
    return;
  }
  const unreadable = heading ?? document.querySelector<HTMLElement>('blockquote.abstract');
  if (unreadable) yield { unreadable };
}

/** The `h1` in the subheader is the archive's name. */
function headingOf(document: Document): HTMLElement | null {
  const headings = document.querySelectorAll<HTMLElement>('h1.title');
  return Array.from(headings).find((heading) => !heading.closest('.subheader')) ?? null;
}

/** The document says which paper it is; only the URL says which version was requested. */
function paperOf(document: Document): Pick<Paper, 'id' | 'version'> | null {
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? '';
  const cited = document.querySelector('meta[name="citation_arxiv_id"]')?.getAttribute('content');
  const address = paperInAbsLink(new URL(document.URL).pathname);
  const paper =
    paperInAbsLink(canonical) ?? parseArxivId(cited?.trim() ?? '') ?? address ?? citeAs(document);
  if (!paper) return null;
  return { id: paper.id, version: paper.id === address?.id ? address.version : paper.version };
}

/** "Cite as: arXiv:2410.11842", the only source of the id in a page that was copied. */
function citeAs(document: Document): ReturnType<typeof paperInAbsLink> {
  const link = document.querySelector('.arxivid a[href]');
  return paperInAbsLink(link?.getAttribute('href') ?? '');
}

function readPage(document: Document, known: Pick<Paper, 'id' | 'version' | 'title'>): Paper {
  const authors = document.querySelector('div.authors');
  const names = authors ? authorNames(authors) : [];
  return {
    ...EMPTY_METADATA,
    ...known,
    abstract: textOf(document, 'blockquote.abstract'),
    authors: names,
    authorsTotal: totalOf(authors, names.length),
    categories: subjectCodes(document.querySelector('td.subjects')),
    comments: textOf(document, 'td.comments'),
    journalRef: textOf(document, 'td.jref'),
    // "Related DOI" is the published version's. arXiv's own is in another cell.
    doi: parseDoi(document.querySelector('td.doi')?.textContent ?? ''),
    // "[Submitted on 31 Oct 2026 (v1), last revised …]": the first date is that of version 1.
    date: parseArxivDay(textOf(document, '.dateline') ?? ''),
    source: 'arxiv',
  };
}

/** Beyond 100 authors, the rest are in a hidden box, or else only counted. */
function totalOf(authors: Element | null, shown: number): number | null {
  if (!authors || authors.querySelector('#long-author-list')) return null;
  const notShown = authorsNotShown(sourceText(authors));
  return notShown > 0 ? shown + notShown : null;
}

function textOf(document: Document, selector: string): string | null {
  const element = document.querySelector(selector);
  return element ? sourceText(element, isDescriptor) || null : null;
}
