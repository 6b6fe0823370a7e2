/**
 * The words of texts, as the index has them. They are cut where the patterns of filters see the
 * bounds of words (lib/keywords/pattern.ts): a test holds the two together.
 */
import { fold } from '@/lib/text/fold';

const UNSPACED = '[[\\p{L}\\p{N}]&&[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Thai}]]';
const SPACED = `[[\\p{L}\\p{N}]--${UNSPACED}]`;

/** A run of letters and digits, or one character of a script that puts no spaces between words. */
const WORD = new RegExp(`${SPACED}+|${UNSPACED}`, 'gv');
const ASCII_WORD = /[a-z0-9]+/g;
const ALL_SPACED = new RegExp(`^${SPACED}+$`, 'v');
const ONE_WORD = new RegExp(`^(?:${SPACED}+|${UNSPACED})$`, 'v');
const ASCII = /^[\0-\x7f]*$/;

/** Hyphens and spaces at the ends say nothing: patterns leave them out. */
const ENDS = /^[\s-]+|[\s-]+$/gu;

/** The words of a folded text, in their order. */
export function wordsOf(folded: string): readonly string[] {
  return folded.match(ASCII.test(folded) ? ASCII_WORD : WORD) ?? [];
}

/** What the index can say of a term. */
export interface Plan {
  /** Words that a text must have whole. */
  readonly whole: readonly string[];
  /** How one of its words must begin; `null` when nothing is said about that. */
  readonly beginning: string | null;
  /** Whether every text with these words has the term; else it must be looked at. */
  readonly isEnough: boolean;
}

/**
 * The words that a text must have which has this term. `isOpen`: the last word may go on. A term of
 * signs alone has no words: nothing can be said of it, and every text must be looked at.
 */
export function planOf(text: string, isOpen: boolean): Plan {
  const folded = fold(text).replace(ENDS, '');
  const words = wordsOf(folded);
  const last = words.at(-1);
  const goesOn = isOpen && last !== undefined && folded.endsWith(last) && ALL_SPACED.test(last);
  return {
    whole: [...new Set(goesOn ? words.slice(0, -1) : words)],
    beginning: goesOn ? last : null,
    isEnough: ONE_WORD.test(folded),
  };
}
