import { EMPTY_METADATA, type Paper, parseArxivId, parseDoi } from '@/lib/paper';
import {
  authorNames,
  authorsNotShown,
  isArxivPage,
  isDescriptor,
  paperInAbsLink,
  subjectCodes,
} from './arxiv';
import { arxivPatterns, arxivPlace } from './arxiv-routes';
import { hasStatements, statedAbstract, statedAuthors, statedTitle } from './arxiv-statements';
import { parseArxivDay } from './dates';
import { headingRow } from './heading-row';
import { markTranslated, type OwnText, ownText, readOwnText } from './own-text';
import { defineSite, hasElement, type Row, type Unreadable } from './site';
import { sourceText } from './source-text';
import { isTranslatedPage } from './translation';

/** A paper's abstract page (`abs.html` of arxiv-browse, `macros.html` of arxiv-base). */
export const arxivAbs = defineSite({
  id: 'arxiv-abs',
  host: 'arxiv',
  name: 'siteArxivAbs',
  kind: 'paper',
  texts: {
    title: 'h1.title',
    authors: 'div.authors a',
    categories: 'td.subjects',
    abstract: 'blockquote.abstract',
  },
  matches: arxivPatterns('paper'),
  examples: [
    'https://arxiv.org/abs/2410.11842',
    'https://www.arxiv.org/abs/2410.11842v2',
    'https://arxiv.org/abs/2410.11842?context=cs',
    'https://export.arxiv.org/abs/hep-th/9901001',
    'https://browse.arxiv.org/abs/math/0309136v1',
    'https://de.arxiv.org/abs/2410.11842',
    'https://arxiv.org/abs?id=2410.11842v2',
    'https://arxiv.org/abs?archive=hep-th&papernum=9901001',
    'https://arxiv.org/abs?hep-th/9901001',
  ],
  latestVersion,
  isPage: (url) => isArxivPage(url, 'paper'),
  listingOf: () => null,
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
  const shown = heading && readOwnText(heading, isDescriptor);
  const title = shown && statedTitle(document, shown.text);
  if (heading && paper && title) {
    const read = () => readPage(document, { ...paper, title }, shown);
    yield headingRow(heading, { id: paper.id, title, read });
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
  const address = arxivPlace(new URL(document.URL))?.paper ?? null;
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

function readPage(
  document: Document,
  known: Pick<Paper, 'id' | 'version' | 'title'>,
  shownTitle: OwnText,
): Paper {
  const box = document.querySelector('blockquote.abstract');
  const abstract = box && readOwnText(box, isDescriptor);
  const isPageTranslated = isTranslatedPage(document);
  const mark = markTranslated([shownTitle, abstract], isPageTranslated);
  const isTranslated = mark.isTranslated === true;
  const dateline = document.querySelector('.dateline');
  return {
    ...EMPTY_METADATA,
    ...known,
    abstract: statedAbstract(document, abstract?.text ?? ''),
    ...authorsOf(document, isTranslated),
    categories: subjectCodes(document.querySelector('td.subjects')),
    // Not in the head.
    comments: isTranslated ? null : textOf(document, 'td.comments'),
    journalRef: isTranslated ? null : textOf(document, 'td.jref'),
    // "Related DOI" is the published version's. arXiv's own is in another cell.
    doi: parseDoi(document.querySelector('td.doi')?.textContent ?? ''),
    // "[Submitted on 31 Oct 2026 (v1), last revised …]": the first date is that of version 1.
    date: parseArxivDay(dateline ? sourceText(dateline) : ''),
    textVersion: known.version ?? latestVersion(document),
    textOrigin: 'paper',
    source: 'arxiv',
    ...(hasStatements(document) ? {} : mark),
  };
}

/** As the page names them; a translated page may spell them otherwise than its head. */
function authorsOf(
  document: Document,
  isTranslated: boolean,
): Pick<Paper, 'authors' | 'authorsTotal'> {
  const stated = isTranslated ? statedAuthors(document) : [];
  if (stated.length > 0) return { authors: stated, authorsTotal: null };
  const box = document.querySelector('div.authors');
  const authors = box ? authorNames(box) : [];
  return { authors, authorsTotal: totalOf(box, authors.length) };
}

/** Beyond 100 authors, the rest are in a hidden box, or else only counted. */
function totalOf(authors: Element | null, shown: number): number | null {
  if (!authors || authors.querySelector('#long-author-list')) return null;
  const notShown = authorsNotShown(sourceText(authors));
  return notShown > 0 ? shown + notShown : null;
}

function textOf(document: Document, selector: string): string | null {
  const element = document.querySelector(selector);
  return element ? ownText(element, isDescriptor) || null : null;
}
