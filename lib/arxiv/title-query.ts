/** Titles in the query language of arXiv's search: https://info.arxiv.org/help/api/user-manual.html#51-details-of-query-construction */
import { plainTex } from '@/lib/text/tex-encoding';

/** Enough words of a title to find it. */
const MOST_WORDS = 12;

/** Not in the index: a search for them finds nothing. `and`, `or` and `not` are operators as well. */
const STOP_WORDS = new Set(
  (
    'a an and andnot are as at be but by for from if in into is it its no not of on or our so such ' +
    'that the their then there these they this to via was we what when with'
  ).split(' '),
);

const FORMULA = /\$[^$]*\$/g;
const NO_WORD = /[^\p{L}\p{N}]+/u;
/** How the index spells words with other letters is not known. */
const PLAIN = /^(?:[a-z]{2,}|\d{2,})$/;

/** A query that finds the paper of this title, and perhaps others; `null` if no word can be searched for. */
export function titleQuery(title: string): string | null {
  const words = plainTex(title).replace(FORMULA, ' ').toLowerCase().split(NO_WORD);
  const searchable = words.filter((word) => PLAIN.test(word) && !STOP_WORDS.has(word));
  const terms = [...new Set(searchable)].slice(0, MOST_WORDS).map((word) => `ti:${word}`);
  return terms.length === 0 ? null : terms.join(' AND ');
}
