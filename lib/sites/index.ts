/** All kinds of pages that Winnow runs on. */

import { arxivAbs } from './arxiv-abs';
import { arxivHtml } from './arxiv-html';
import { arxivList } from './arxiv-list';
import { arxivSearch } from './arxiv-search';
import { arxivTrackbacks } from './arxiv-trackbacks';
import { hfDaily } from './hf-daily';
import { hfPaper } from './hf-paper';
import { hfSearch } from './hf-search';
import { hfTrending } from './hf-trending';
import type { Site } from './site';

/**
 * No URL is of two kinds. Content may look so: the single papers come last, since a search on arXiv
 * has an `h1.title` too.
 */
export const SITES = [
  arxivList,
  arxivTrackbacks,
  arxivSearch,
  hfDaily,
  hfTrending,
  hfSearch,
  hfPaper,
  arxivAbs,
  arxivHtml,
] as const;

/** A site whose name is known to be that of one of them. */
export type NamedSite = Site & { readonly name: (typeof SITES)[number]['name'] };

/**
 * The match patterns of all of them, for the manifest, tabs and menus. May be wider than `isPage`.
 */
export const PAGE_PATTERNS: string[] = [...new Set(SITES.flatMap((site) => site.matches))];

/** The kind of page at a URL; `null` if none. */
export function siteFor(url: string | URL): NamedSite | null {
  if (!URL.canParse(url)) return null;
  const address = new URL(url);
  return SITES.find((site) => site.isPage(address)) ?? null;
}

/** The kind of page that a document without a URL shows; `null` if none. */
export function siteShownBy(document: Document): NamedSite | null {
  return SITES.find((site) => site.isShownBy(document)) ?? null;
}
