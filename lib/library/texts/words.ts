/**
 * How texts are split into words for the index: at the same places where filter patterns see word
 * boundaries (`lib/filter/pattern.ts`). `list-laws.test.ts` fails if the two disagree.
 */
import { fold } from '@/lib/text/fold';
import { SPACED_LETTER, UNSPACED_LETTER, UNSPACED_MARK } from '@/lib/text/letters';

/** A run of letters and digits, or one letter of a script without spaces between words. */
const ANY_WORD = `${SPACED_LETTER}+|${UNSPACED_LETTER}${UNSPACED_MARK}*`;
const WORD = new RegExp(ANY_WORD, 'gv');
const ASCII_WORD = /[a-z0-9]+/g;
const ALL_SPACED = new RegExp(`^${SPACED_LETTER}+$`, 'v');
const ONE_WORD = new RegExp(`^(?:${ANY_WORD})$`, 'v');
const ASCII = /^[\0-\x7f]*$/;

/** Hyphens and spaces at either end, which patterns ignore. */
const ENDS = /^[\s-]+|[\s-]+$/gu;

/** The words of a text that is folded already, in order. */
export function splitWords(folded: string): readonly string[] {
  return folded.match(ASCII.test(folded) ? ASCII_WORD : WORD) ?? [];
}

/** What the index is asked to find the texts that can contain a term. */
export interface TermPlan {
  readonly wholeWords: readonly string[];
  /** A word of the text must start with this; `null`: no such condition. */
  readonly prefix: string | null;
  /** Whether every text that meets the conditions contains the term; else the texts must be read. */
  readonly isSufficient: boolean;
}

/**
 * The conditions that every text with this term meets. With `isOpen`, the term's last word may
 * continue in the text. A term without letters and digits gives no conditions: all texts must be read.
 */
export function planTerm(text: string, isOpen: boolean): TermPlan {
  const folded = fold(text).replace(ENDS, '');
  const words = splitWords(folded);
  const last = words.at(-1);
  const isPrefix = isOpen && last !== undefined && folded.endsWith(last) && ALL_SPACED.test(last);
  return {
    wholeWords: [...new Set(isPrefix ? words.slice(0, -1) : words)],
    prefix: isPrefix ? last : null,
    isSufficient: ONE_WORD.test(folded),
  };
}
