/** Titles as arXiv's search is asked for them: https://info.arxiv.org/help/api/user-manual.html#51-details-of-query-construction */
import { plainTex } from '@/lib/text/tex-encoding';

/** So many words of a title find it. */
const MOST_WORDS = 12;

/** The index leaves these out: a search for them finds nothing. `and`, `or`, `not` are also its operators. */
const STOP_WORDS = new Set(
  (
    'a an and andnot are as at be but by for from if in into is it its no not of on or our so such ' +
    'that the their then there these they this to via was we what when with'
  ).split(' '),
);

const FORMULA = /\$[^$]*\$/g;
const NO_WORD = /[^\p{L}\p{N}]+/u;
/** How the index writes other letters is not known. */
const PLAIN = /^(?:[a-z]{2,}|\d{2,})$/;

/**
 * A query for a paper of this title; it may find others too. `null` where the title has no words to look
 * for.
 */
export function titleQuery(title: string): string | null {
  const words = plainTex(title).replace(FORMULA, ' ').toLowerCase().split(NO_WORD);
  const telling = words.filter((word) => PLAIN.test(word) && !STOP_WORDS.has(word));
  const terms = [...new Set(telling)].slice(0, MOST_WORDS).map((word) => `ti:${word}`);
  return terms.length === 0 ? null : terms.join(' AND ');
}
