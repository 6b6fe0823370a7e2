/** Whose title, abstract and authors are to be believed: docs/decisions/texts.md. */
import { EMPTY_METADATA, type Metadata, type Source, type TextOrigin } from '@/lib/paper';
import { splitAtFormulas } from '@/lib/text/formulas';
import { isMissing } from '../store/missing';
import { normaliseTitle } from '../store/titles';

/** What is known of where texts come from. */
export type Origin = Pick<Metadata, 'source' | 'textOrigin' | 'textVersion'>;

/** The order of sources. Above all of them is what the user wrote, which is kept apart. */
const RANKS: Readonly<Record<Source, Readonly<Record<TextOrigin, number>>>> = {
  elsewhere: { doubtful: 0, listing: 1, paper: 1 },
  huggingface: { doubtful: 0, listing: 2, paper: 2 }, // both have lost their TeX
  arxiv: { doubtful: 0, listing: 3, paper: 4 },
};

export function rankOf({ source, textOrigin }: Origin): number {
  return RANKS[source][textOrigin];
}

/**
 * Positive if the texts of `a` are better, negative if those of `b` are: of the better source, else of
 * the newer version. An unknown version counts as the oldest.
 */
export function compareOrigins(a: Origin, b: Origin): number {
  return rankOf(a) - rankOf(b) || (a.textVersion ?? 0) - (b.textVersion ?? 0);
}

/** Whether metadata are arXiv's own words about one paper: complete, and as its authors wrote them. */
export function isFirstHand({ source, textOrigin }: Origin): boolean {
  return source === 'arxiv' && textOrigin === 'paper';
}

/** Whether nothing is known but a title that came from a link, and is perhaps only an id. */
export function isFromLink(meta: Metadata): boolean {
  const { textOrigin: _, ...others } = EMPTY_METADATA;
  const hasNothing = Object.keys(others).every((field) => isMissing(meta[field as keyof Metadata]));
  return hasNothing && rankOf(meta) < RANKS.arxiv.listing;
}

/**
 * Whether two titles are of one version: their versions are the same where both are known, else the
 * titles are.
 */
export function isSameVersion(
  a: Pick<Metadata, 'title' | 'textVersion'>,
  b: Pick<Metadata, 'title' | 'textVersion'>,
): boolean {
  if (a.textVersion !== null && b.textVersion !== null) return a.textVersion === b.textVersion;
  return isSameTitle(a.title, b.title);
}

/** Titles are the same but for case, signs, and the way in which formulas are written. */
function isSameTitle(a: string, b: string): boolean {
  return lettersOf(a) === lettersOf(b) || isWithoutTex(a, b) || isWithoutTex(b, a);
}

/** Whether `plain` is `title` after its formulas lost their TeX: `l2` for `$\ell_2$`. */
function isWithoutTex(title: string, plain: string): boolean {
  const pieces = splitAtFormulas(title);
  const words = pieces
    .filter(({ formula }) => formula === null)
    .map(({ start, end }) => lettersOf(title.slice(start, end)))
    .filter((letters) => letters !== '');
  const space = pieces.reduce((sum, { formula }) => sum + (formula?.length ?? 0), 0);
  const letters = lettersOf(plain);
  const rest = letters.length - words.reduce((sum, word) => sum + word.length, 0);
  if (words.length === 0 || rest < 0 || rest > space) return false;
  let at = 0;
  return words.every((word) => {
    const found = letters.indexOf(word, at);
    at = found + word.length;
    return found >= 0;
  });
}

function lettersOf(title: string): string {
  return normaliseTitle(title).replaceAll(' ', '');
}
