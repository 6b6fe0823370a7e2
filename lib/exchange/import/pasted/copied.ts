/**
 * Pages as browsers put them on the clipboard, beside their text, or save them: the markup tells more
 * surely which papers are on a page, and leads to them. Needs a window; the rest of the reading does not.
 */
import { excerptOf, NOTHING_FOUND } from '@/lib/exchange/formats/fields';
import type { Found, FoundPaper } from '@/lib/exchange/formats/found-paper';
import { t } from '@/lib/i18n';
import { arxivIdOf, type Paper, type SiteHost } from '@/lib/paper';
import { siteByContent } from '@/lib/sites/by-content';
import { paperAt } from '@/lib/sites/links';
import type { Site } from '@/lib/sites/site';
import { collapseSpace } from '@/lib/text/white-space';

/** A page's text, and what its markup tells. */
export interface Copied {
  readonly text: string;
  /** Empty where the markup is of no page that is known: then the text is read. */
  readonly found: readonly Found[];
  readonly host: SiteHost;
  /** arXiv ids by the texts that are linked to them, white space collapsed. */
  readonly ids: ReadonlyMap<string, string>;
}

/** `null` where the markup leads to no paper. `html` is any page's; it is parsed and never shown. */
export function readCopied(text: string, html: string): Copied | null {
  if (html.length > LONGEST) return null;
  // Without a document type, classes would be the same in capitals and small letters.
  const document = new DOMParser().parseFromString(`<!doctype html>${html}`, 'text/html');
  markDrawn(document);
  const site = siteByContent(document);
  const found = site ? foundBy(site.rows(document)) : [];
  const ids = idsIn(document);
  const isPage = found.some((one) => 'paper' in one);
  if (!isPage && ids.size === 0) return null;
  return { text, found: isPage ? found : [], host: site?.host ?? 'huggingface', ids };
}

/** What is told by a page that was saved as a file; `null` where that is no page of papers. */
export async function readSavedPage(file: File): Promise<Copied | null> {
  if (!/\.x?html?$/i.test(file.name) || file.size > LONGEST) return null;
  const copied = readCopied('', await file.text());
  return copied && copied.found.length > 0 ? copied : null;
}

/** In characters; a page of 2,000 papers has five million. */
const LONGEST = 50_000_000;

function foundBy(rows: ReturnType<Site['rows']>): Found[] {
  return Array.from(rows, (row, index) => {
    const place = index + 1;
    if ('read' in row) return { paper: paperOf(row.read(), place) };
    const excerpt = excerptOf(row.unreadable.textContent ?? '');
    return { unreadable: { place, excerpt, why: t('importNoTitleOrId') } };
  });
}

function paperOf({ id, source: _, ...meta }: Paper, place: number): FoundPaper {
  const { title, abstract, comments, journalRef } = meta;
  return {
    ...{ ...NOTHING_FOUND, ...meta, arxivId: arxivIdOf(id), place },
    ...{ title: wholeOrNull(title), abstract: wholeOrNull(abstract) },
    ...{ comments: wholeOrNull(comments), journalRef: wholeOrNull(journalRef) },
  };
}

/** In place of a formula of which only the drawing was copied, and not the source. */
const DRAWN = '\uE000';

/** Scripts with the sources of formulas are saved, not copied; what is drawn does not tell them. */
function markDrawn(document: Document): void {
  if (document.querySelector('script[type^="math/"]')) return;
  for (const drawn of document.querySelectorAll('.MathJax, .MathJax_Display, .MathJax_SVG')) {
    drawn.replaceWith(DRAWN);
  }
}

/** Looked up later instead. */
function wholeOrNull(text: string | null): string | null {
  return text?.includes(DRAWN) ? null : text;
}

function idsIn(document: Document): Map<string, string> {
  const ids = new Map<string, string>();
  for (const link of document.querySelectorAll('a[href]')) {
    const id = paperAt(absolute(link.getAttribute('href') ?? ''));
    const arxivId = id && arxivIdOf(id);
    const text = collapseSpace(link.textContent ?? '');
    if (arxivId && text !== '' && !ids.has(text)) ids.set(text, arxivId);
  }
  return ids;
}

/** Browsers make addresses whole when they copy; those of files they leave as they are. */
function absolute(href: string): string {
  return href.startsWith('/papers/') ? `https://huggingface.co${href}` : href;
}
