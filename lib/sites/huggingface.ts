/** What Hugging Face's paper pages have in common. As seen on pages of 2024 to 2026-10. */

import { type PaperId, parseArxivId } from '@/lib/paper';
import { sourceText } from './text';

/** Whether the address is one of Hugging Face's own. `hf.co` only redirects there. */
export function isOnHuggingFace(url: URL): boolean {
  return url.protocol === 'https:' && url.hostname === 'huggingface.co';
}

/** Whether the address is a search: lists show its results instead when they are asked a query. */
export function isPaperSearch(url: URL): boolean {
  const isSearchable = /^\/papers(?:\/trending|\/month\/\d{4}-\d{2})?\/?$/.test(url.pathname);
  return isSearchable && (url.searchParams.get('q') ?? '').trim() !== '';
}

/** Where a link to `/papers/…` goes, without query and fragment; `null` for links elsewhere. */
export function papersPath(href: string): string | null {
  const found = /^\s*(?:(?:https?:)?\/\/huggingface\.co)?\/papers\/([^?#\s]+)/.exec(href);
  return found?.[1]?.replace(/\/$/, '') ?? null;
}

/** The paper that a link such as `/papers/2410.11842#community` goes to. */
export function paperInLink(href: string): PaperId | null {
  return parseArxivId(papersPath(href) ?? '')?.id ?? null;
}

/** A number as it stands on a button: "32", "1,024", "1.2k", and "-" for none. */
export function countIn(text: string): number | null {
  if (text === '-') return 0;
  const found = /^(\d{1,3}(?:,\d{3})+|\d{1,9}(?:\.\d+)?)(k?)$/i.exec(text);
  if (!found?.[1]) return null;
  const number = Number(found[1].replaceAll(',', '')) * (found[2] ? 1000 : 1);
  return Math.round(number);
}

/** The number beside the word "Upvote", on wide cards and on a paper's page. */
export function labelledUpvotes(element: Element): number | null {
  for (const box of element.getElementsByClassName('font-semibold')) {
    const count = countIn(sourceText(box));
    if (count === null || !box.parentElement) continue;
    if (/^Upvote(?![a-z])/i.test(sourceText(box.parentElement))) return count;
  }
  return null;
}

/** The text of the first element that holds no other and whose text matches. */
export function leafText(root: Element, pattern: RegExp): string | null {
  for (const element of root.getElementsByTagName('*')) {
    if (element.firstElementChild) continue;
    const found = pattern.exec(sourceText(element));
    if (found) return found[1] ?? found[0];
  }
  return null;
}
