/** What arXiv's pages have in common: addresses, names of authors, subjects. */

import { type PaperId, parseArxivId } from '@/lib/paper';
import { sourceText } from './text';

const HOSTS = new Set(['arxiv.org', 'www.arxiv.org', 'export.arxiv.org', 'browse.arxiv.org']);

/** Whether the address is one of arXiv's own. */
export function isOnArxiv(url: URL): boolean {
  return url.protocol === 'https:' && HOSTS.has(url.hostname);
}

/** The paper that a link such as `/abs/2410.11842v2` goes to, on any of arXiv's hosts. */
export function paperInAbsLink(href: string): { id: PaperId; version: number | null } | null {
  const path = /^\s*(?:(?:https?:)?\/\/(?:\w+\.)?arxiv\.org)?\/abs\/([^?#\s]+)/.exec(href)?.[1];
  return path ? parseArxivId(path.replace(/\/$/, '')) : null;
}

/** First element of that class within `root`. Unlike a selector, cheap in every DOM. */
export function firstOfClass(root: Element, name: string): HTMLElement | null {
  return root.getElementsByClassName(name).item(0) as HTMLElement | null;
}

/** Names such as "Title:" that arXiv's templates put before a field's text. */
export function isDescriptor(element: Element): boolean {
  return element.classList.contains('descriptor');
}

/** Text of the first element of that class, without its descriptor; `null` when there is none. */
export function fieldText(root: Element, name: string): string | null {
  const element = firstOfClass(root, name);
  return element ? sourceText(element, isDescriptor) || null : null;
}

/**
 * Names of the authors linked within an element. Those behind "et al." on an abstract page are in
 * it too, hidden; the link that unfolds them is none, and neither is an address in the list.
 */
export function authorNames(element: Element): string[] {
  const names: string[] = [];
  for (const link of element.getElementsByTagName('a')) {
    if (isNoAuthor(link)) continue;
    const name = sourceText(link);
    if (name) names.push(name);
  }
  return names;
}

function isNoAuthor(link: Element): boolean {
  const href = link.getAttribute('href') ?? '';
  return /^\s*javascript:/i.test(href) || link.classList.contains('link-external');
}

/** The N of "et al. (N additional authors not shown)"; 0 when all are shown. */
export function authorsNotShown(text: string): number {
  const found = /\((\d[\d,]*) additional authors? not shown\)/.exec(text);
  return found ? Number((found[1] ?? '').replaceAll(',', '')) : 0;
}

/**
 * Codes in an element such as "Machine Learning (cs.LG); Optimization and Control (math.OC)",
 * the primary one first.
 */
export function subjectCodes(element: Element | null): string[] {
  if (!element) return [];
  const primary = firstOfClass(element, 'primary-subject');
  const names = sourceText(element, isDescriptor).split(';');
  if (primary) names.unshift(sourceText(primary));
  const codes = names.map((name) => /\(([\w.-]+)\)\s*$/.exec(name)?.[1] ?? '');
  return [...new Set(codes)].filter((code) => code !== '');
}
