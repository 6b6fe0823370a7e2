import { BARE, type Paper, parseArxivId, parseDoi } from '@/lib/paper';
import {
  authorNames,
  authorsNotShown,
  isDescriptor,
  isOnArxiv,
  paperInAbsLink,
  subjectCodes,
} from './arxiv';
import { arxivDay } from './dates';
import { defineSite, type Row, type Unreadable } from './site';
import { sourceText } from './text';

/** A paper's abstract page (`abs.html` of arxiv-browse, `macros.html` of arxiv-base). */
export const arxivAbs = defineSite({
  id: 'arxiv-abs',
  host: 'arxiv',
  name: 'arXiv abstract page',
  kind: 'paper',
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
  rows,
});

/** "[v1] Fri, 31 Oct 2026 … [v2] …": the submission history has all of them, on each one's page. */
function latestVersion(document: Document): number | null {
  const history = document.querySelector('.submission-history')?.textContent ?? '';
  const versions = [...history.matchAll(/\[v(\d{1,4})\]/g)].map(([, version]) => Number(version));
  return versions.length > 0 ? Math.max(...versions) : null;
}

/** A page of this kind has a heading of class `title`, or at least an abstract. */
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

/** The `h1` in the subheader names the archive. */
function headingOf(document: Document): HTMLElement | null {
  const headings = document.querySelectorAll<HTMLElement>('h1.title');
  return Array.from(headings).find((heading) => !heading.closest('.subheader')) ?? null;
}

/** The page says which paper it is about; the address alone says which version was asked for. */
function paperOf(document: Document): Pick<Paper, 'id' | 'version'> | null {
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? '';
  const cited = document.querySelector('meta[name="citation_arxiv_id"]')?.getAttribute('content');
  const address = paperInAbsLink(new URL(document.URL).pathname);
  const paper =
    paperInAbsLink(canonical) ?? parseArxivId(cited?.trim() ?? '') ?? address ?? citeAs(document);
  if (!paper) return null;
  return { id: paper.id, version: paper.id === address?.id ? address.version : paper.version };
}

/** "Cite as: arXiv:2410.11842": all there is of a page that was copied. */
function citeAs(document: Document): ReturnType<typeof paperInAbsLink> {
  const link = document.querySelector('.arxivid a[href]');
  return paperInAbsLink(link?.getAttribute('href') ?? '');
}

function readPage(document: Document, known: Pick<Paper, 'id' | 'version' | 'title'>): Paper {
  const authors = document.querySelector('div.authors');
  const names = authors ? authorNames(authors) : [];
  return {
    ...BARE,
    ...known,
    abstract: textOf(document, 'blockquote.abstract'),
    authors: names,
    authorsTotal: totalOf(authors, names.length),
    categories: subjectCodes(document.querySelector('td.subjects')),
    comments: textOf(document, 'td.comments'),
    journalRef: textOf(document, 'td.jref'),
    // "Related DOI": the published version's. arXiv's own stands in a cell of its own.
    doi: parseDoi(document.querySelector('td.doi')?.textContent ?? ''),
    // "[Submitted on 31 Oct 2026 (v1), last revised …]": the first day is the first version's.
    date: arxivDay(textOf(document, '.dateline') ?? ''),
    source: 'arxiv',
  };
}

/** Over 100 authors, the rest are in a hidden box. Without it, they are only counted. */
function totalOf(authors: Element | null, shown: number): number | null {
  if (!authors || authors.querySelector('#long-author-list')) return null;
  const notShown = authorsNotShown(sourceText(authors));
  return notShown > 0 ? shown + notShown : null;
}

function textOf(document: Document, selector: string): string | null {
  const element = document.querySelector(selector);
  return element ? sourceText(element, isDescriptor) || null : null;
}
