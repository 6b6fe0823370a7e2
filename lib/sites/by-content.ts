/** Which kind of page a document is of, where no address tells: when it was copied or saved. */
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

/** What pages of one kind hold; an abstract page comes last, for a search has an `h1.title` too. */
const HELD: readonly (readonly [string, Site])[] = [
  ['dl#articles', arxivList],
  ['li.arxiv-result', arxivSearch],
  ['ul.blog > li a[href*="/abs/"]', arxivTrackbacks],
  ['[data-target="PaperContent"]', hfPaper],
  ['h1.title, blockquote.abstract', arxivAbs],
];

/** `null` when it is none of them. */
export function siteByContent(document: Document): Site | null {
  const cards = document.querySelectorAll('article:has(h3 a[href*="/papers/"])');
  if (cards.length > 0) return listingOf(Array.from(cards));
  return HELD.find(([selector]) => document.querySelector(selector))?.[1] ?? null;
}

/** Trending cards have the word "Upvote", and a text that need not be the abstract; daily ones none. */
function listingOf(cards: readonly Element[]): Site {
  if (cards.some((card) => labelledUpvotes(card) !== null)) return hfTrending;
  return cards.some((card) => card.querySelector('a > p')) ? hfSearch : hfDaily;
}
