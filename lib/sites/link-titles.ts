/** Titles of papers in the texts of links to them. */
import { arxivIdOf, type PaperId } from '@/lib/paper';
import { collapseSpace } from '@/lib/text/white-space';

const LONGEST_TITLE = 500;

/** "[2410.11842] ", "arXiv:2410.11842: " before a title, as tabs and search results have it. */
const ID_BEFORE =
  /^\[?(?:arXiv:)?(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?\]?:?\s+/i;
/** " - arXiv", " | alphaXiv" after it. */
const SITE_AFTER = /\s+[-–|·]\s+(?:arxiv(?:\.org)?|alphaxiv|ar5iv|scirate|hugging face)\s*$/i;

/** Words by which links name a kind of page rather than a paper. */
const LINK_WORDS =
  /\b(?:arxiv|pdf|doi|preprint|et al|read more|click here|full text|this paper|our paper|the paper)\b|:\/\//i;
const FIRST_WORD = /^(?:view|download|open|read|see|go to|back to|cite|share) /i;
/** "[cs.LG] 3 Nov", what is left of how arXiv wants to be cited. */
const CATEGORY = /^\[[\w.-]+\]/;
/** "(Smith, 2024)", "Smith and Lee 2024", cut off. */
const LAST_PART = /(?:[,(]\s*\d{4}[a-z]?\)?|\b(?:19|20)\d\d[a-z]?|…|\.\.\.)$/;

/**
 * The title that the text of a link plainly is; `null` where it may be something else: a few words, a
 * citation, part of a sentence.
 */
export function titleInLink(text: string, id: PaperId): string | null {
  const title = collapseSpace(text).replace(ID_BEFORE, '').replace(SITE_AFTER, '');
  const isLong = /\S \S+ \S/.test(title) || /[\u3040-\u9fff\uac00-\ud7af]{6}/.test(title); // some scripts have no spaces
  const isOther =
    title.includes(arxivIdOf(id) ?? id.slice('doi:'.length)) ||
    /^\p{Ll}/u.test(title) ||
    [LINK_WORDS, FIRST_WORD, LAST_PART, CATEGORY].some((pattern) => pattern.test(title));
  return isLong && !isOther && title.length <= LONGEST_TITLE ? title : null;
}
