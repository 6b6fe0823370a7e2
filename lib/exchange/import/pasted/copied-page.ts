/**
 * Reads pages that browsers put on the clipboard or save as markup, which is more reliable than
 * text and contains links to the papers. Needs a DOM, unlike the rest of the import.
 */
import { EMPTY_PAPER, toExcerpt } from '@/lib/exchange/formats/field-values';
import type { ParsedPaper, ParseResult } from '@/lib/exchange/formats/parsed-paper';
import { t } from '@/lib/i18n';
import { arxivIdOf, type Paper, type SiteHost } from '@/lib/paper';
import { siteShownBy } from '@/lib/sites';
import { paperAt } from '@/lib/sites/links';
import type { Site } from '@/lib/sites/site';
import { collapseSpace } from '@/lib/text/white-space';

/** A page's text, and what its markup contains. */
export interface CopiedPage {
  readonly text: string;
  /** Empty if the markup is not of a known kind of page; then the text is read. */
  readonly found: readonly ParseResult[];
  readonly host: SiteHost;
  /** arXiv ids by the text of the links to them, white space collapsed. */
  readonly ids: ReadonlyMap<string, string>;
}

/**
 * Reads the text and markup of a page; `null` if the markup leads to no paper. `html` is untrusted;
 * it is parsed but never shown.
 */
export function readCopiedPage(text: string, html: string): CopiedPage | null {
  if (html.length > MAX_LENGTH) return null;
  // Without a doctype, class names would be case-insensitive.
  const document = new DOMParser().parseFromString(`<!doctype html>${html}`, 'text/html');
  markRenderedMath(document);
  const site = siteShownBy(document);
  const found = site ? readRows(site.rows(document)) : [];
  const ids = idsIn(document);
  const isPage = found.some((one) => 'paper' in one);
  if (!isPage && ids.size === 0) return null;
  return { text, found: isPage ? found : [], host: site?.host ?? 'huggingface', ids };
}

/** Reads a page saved as a file; `null` if it is not a page of papers. */
export async function readSavedPage(file: File): Promise<CopiedPage | null> {
  if (!/\.x?html?$/i.test(file.name) || file.size > MAX_LENGTH) return null;
  const copied = readCopiedPage('', await file.text());
  return copied && copied.found.length > 0 ? copied : null;
}

/** In characters; a page of 2,000 papers has five million. */
const MAX_LENGTH = 50_000_000;

function readRows(rows: ReturnType<Site['rows']>): ParseResult[] {
  return Array.from(rows, (row, index) => {
    const place = index + 1;
    if ('read' in row) return { paper: paperOf(row.read(), place) };
    const excerpt = toExcerpt(row.unreadable.textContent ?? '');
    return { unreadable: { place, excerpt, reason: t('importNoTitleOrId') } };
  });
}

function paperOf({ id, source: _, isTranslated, ...meta }: Paper, place: number): ParsedPaper {
  const { title, abstract, comments, journalRef, categories, date, version } = meta;
  const known = { ...EMPTY_PAPER, arxivId: arxivIdOf(id), place };
  // Translated texts are looked up like missing ones.
  if (isTranslated) return { ...known, categories, date, version };
  return {
    ...{ ...known, ...meta },
    ...{ title: nullIfIncomplete(title), abstract: nullIfIncomplete(abstract) },
    ...{ comments: nullIfIncomplete(comments), journalRef: nullIfIncomplete(journalRef) },
  };
}

/** Replaces a formula that was copied as rendered, without its source. */
const RENDERED_MATH = '\uE000';

/**
 * Formulas' sources are in scripts, which are saved but not copied; rendered formulas cannot be
 * turned back.
 */
function markRenderedMath(document: Document): void {
  if (document.querySelector('script[type^="math/"]')) return;
  for (const element of document.querySelectorAll('.MathJax, .MathJax_Display, .MathJax_SVG')) {
    element.replaceWith(RENDERED_MATH);
  }
}

/** Missing texts are looked up later. */
function nullIfIncomplete(text: string | null): string | null {
  return text?.includes(RENDERED_MATH) ? null : text;
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

/** Browsers resolve URLs when copying, but not in saved files. */
function absolute(href: string): string {
  return href.startsWith('/papers/') ? `https://huggingface.co${href}` : href;
}
