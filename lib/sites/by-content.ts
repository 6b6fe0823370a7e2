/** Recognises a kind of page by its content, when it was copied or saved and has no URL. */
import { arxivAbs } from './arxiv-abs';
import { arxivList } from './arxiv-list';
import { arxivSearch } from './arxiv-search';
import { arxivTrackbacks } from './arxiv-trackbacks';
import { hfDaily } from './hf-daily';
import { hfPaper } from './hf-paper';
import { hfSearch } from './hf-search';
import { hfTrending } from './hf-trending';
import { labelledUpvotes } from './huggingface';
import type { Site } from './site';

/**
 * What marks each kind of page. The abstract page comes last, since a search has an `h1.title` too.
 */
const SELECTORS: readonly (readonly [string, Site])[] = [
  ['dl#articles', arxivList],
  ['li.arxiv-result', arxivSearch],
  ['ul.blog > li a[href*="/abs/"]', arxivTrackbacks],
  ['[data-target="PaperContent"]', hfPaper],
  ['h1.title, blockquote.abstract', arxivAbs],
];

/** The kind of page a document is; `null` if unknown. */
export function siteByContent(document: Document): Site | null {
  const cards = document.querySelectorAll('article:has(h3 a[href*="/papers/"])');
  if (cards.length > 0) return listingOf(Array.from(cards));
  return SELECTORS.find(([selector]) => document.querySelector(selector))?.[1] ?? null;
}

/**
 * Only trending cards say "Upvote", and their text need not be the abstract; daily cards have no
 * text.
 */
function listingOf(cards: readonly Element[]): Site {
  if (cards.some((card) => labelledUpvotes(card) !== null)) return hfTrending;
  return cards.some((card) => card.querySelector('a > p')) ? hfSearch : hfDaily;
}
