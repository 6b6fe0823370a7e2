/** What Hugging Face's paper pages have in common, as observed from 2024 to October 2026. */

import { type PaperId, parseArxivId } from '@/lib/paper';
import { sourceText } from './source-text';

/** Whether the URL is on Hugging Face. `hf.co` only redirects there. */
export function isOnHuggingFace(url: URL): boolean {
  return url.protocol === 'https:' && url.hostname === 'huggingface.co';
}

/** Whether the URL is a search: given a query, listings show its results instead. */
export function isPaperSearch(url: URL): boolean {
  const isSearchable = /^\/papers(?:\/trending|\/month\/\d{4}-\d{2})?\/?$/.test(url.pathname);
  return isSearchable && (url.searchParams.get('q') ?? '').trim() !== '';
}

/**
 * The part of a `/papers/…` link after that prefix, without query and fragment; `null` for other
 * links.
 */
export function papersPath(href: string): string | null {
  const found = /^\s*(?:(?:https?:)?\/\/huggingface\.co)?\/papers\/([^?#\s]+)/.exec(href);
  return found?.[1]?.replace(/\/$/, '') ?? null;
}

/**
 * The paper that a link such as `/papers/2410.11842#community` points to; `null` for other links.
 */
export function paperInLink(href: string): PaperId | null {
  return parseArxivId(papersPath(href) ?? '')?.id ?? null;
}

/**
 * Parses a number as shown on a button: "32", "1,024", "1.2k", or "-" for none; `null` for other
 * text.
 */
export function countIn(text: string): number | null {
  if (text === '-') return 0;
  const found = /^(\d{1,3}(?:,\d{3})+|\d{1,9}(?:\.\d+)?)(k?)$/i.exec(text);
  if (!found?.[1]) return null;
  const number = Number(found[1].replaceAll(',', '')) * (found[2] ? 1000 : 1);
  return Math.round(number);
}

/**
 * The number beside the word "Upvote", on wide cards and on a paper's page; `null` if there is
 * none.
 */
export function labelledUpvotes(element: Element): number | null {
  for (const box of element.getElementsByClassName('font-semibold')) {
    const count = countIn(sourceText(box));
    if (count === null || !box.parentElement) continue;
    if (/^Upvote(?![a-z])/i.test(sourceText(box.parentElement))) return count;
  }
  return null;
}

/**
 * What the pattern captures, or all it matches, in the first leaf element whose text it matches;
 * `null` if none.
 */
export function leafText(root: Element, pattern: RegExp): string | null {
  for (const element of root.getElementsByTagName('*')) {
    if (element.firstElementChild) continue;
    const found = pattern.exec(sourceText(element));
    if (found) return found[1] ?? found[0];
  }
  return null;
}
