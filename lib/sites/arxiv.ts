/** What arXiv's pages have in common: URLs, author names, subjects. */

import { type PaperId, parseArxivId } from '@/lib/paper';
import { type ArxivPage, arxivPlace, isArxivHost } from './arxiv-routes';
import { ownText } from './own-text';

/** Whether the URL is on one of arXiv's hosts. */
export function isOnArxiv(url: URL): boolean {
  return url.protocol === 'https:' && isArxivHost(url.hostname);
}

/** Whether arXiv serves a page of this kind at the URL. */
export function isArxivPage(url: URL, kind: ArxivPage): boolean {
  return isOnArxiv(url) && arxivPlace(url)?.serves === kind;
}

/**
 * The paper that a link such as `/abs/2410.11842v2` points to, on any of arXiv's hosts; `null` for
 * other links.
 */
export function paperInAbsLink(href: string): { id: PaperId; version: number | null } | null {
  const path = /^\s*(?:(?:https?:)?\/\/(?:[\w-]+\.)*arxiv\.org)?\/abs\/([^?#\s]+)/.exec(href)?.[1];
  return path ? parseArxivId(path.replace(/\/$/, '')) : null;
}

/**
 * The first element with the class within `root`; `null` if none. Unlike a selector, cheap in every
 * DOM.
 */
export function firstOfClass(root: Element, name: string): HTMLElement | null {
  return root.getElementsByClassName(name).item(0) as HTMLElement | null;
}

/**
 * Whether an element is a label such as "Title:", which arXiv's templates put before a field's
 * text.
 */
export function isDescriptor(element: Element): boolean {
  return element.classList.contains('descriptor');
}

/**
 * The text of the first element with the class, without its descriptor; `null` if there is none.
 */
export function fieldText(root: Element, name: string): string | null {
  const element = firstOfClass(root, name);
  return element ? ownText(element, isDescriptor) || null : null;
}

/**
 * The names of the authors linked within an element, including those hidden behind "et al." on an
 * abstract page. The link that unfolds them is skipped, as are URLs in the list and links that other
 * software put there.
 */
export function authorNames(element: Element): string[] {
  const links = Array.from(element.getElementsByTagName('a')).filter((link) => !isOtherLink(link));
  const authors = links.filter((link) => AUTHOR_SEARCH.test(link.getAttribute('href') ?? ''));
  const names = (authors.length > 0 ? authors : links).map((link) => ownText(link));
  return names.filter((name) => name !== '');
}

/** Where arXiv's templates link authors to. Where none is, all links count. */
const AUTHOR_SEARCH = /[?&]searchtype=author\b/;

/** Authors are linked to a search on arXiv. */
const LEADS_ELSEWHERE = /^\s*(?:#|javascript:|(?:[a-z]+:)?\/\/(?!(?:[\w-]+\.)*arxiv\.org\/))/i;

function isOtherLink(link: Element): boolean {
  const href = link.getAttribute('href') ?? '';
  return LEADS_ELSEWHERE.test(href) || link.classList.contains('link-external');
}

/** The N in "et al. (N additional authors not shown)"; 0 if all are shown. */
export function authorsNotShown(text: string): number {
  const found = /\((\d[\d,]*) additional authors? not shown\)/.exec(text);
  return found ? Number((found[1] ?? '').replaceAll(',', '')) : 0;
}

/**
 * The codes in an element such as "Machine Learning (cs.LG); Optimization and Control (math.OC)",
 * the primary one first.
 */
export function subjectCodes(element: Element | null): string[] {
  if (!element) return [];
  const primary = firstOfClass(element, 'primary-subject');
  const names = ownText(element, isDescriptor).split(';');
  if (primary) names.unshift(ownText(primary));
  const codes = names.map((name) => /\(([\w.-]+)\)\s*$/.exec(name)?.[1] ?? '');
  return [...new Set(codes)].filter((code) => code !== '');
}
