/** Patterns for words: word boundaries, and separators between the words of a phrase. */

import { type FoldedText, fold, originalRange, type TextRange } from '@/lib/text/fold';
import { SPACED_LETTER, UNSPACED_MARK } from '@/lib/text/letters';
import { toAlternation } from './alternation';

/** How far a match extends. Except for `prefix`, matches are whole words. */
export type Extent =
  /** Whole words: `attention` does not match "attentional". */
  | 'word'
  /** Whole words with any ending: `attent` matches all of "attentional". */
  | 'stem'
  /** The beginning of a word, as while typing: `attent` matches half of "attention". */
  | 'prefix';

const ASCII_LETTER = '[a-z0-9]';
/** No letter is found without its vowel signs. */
const NO_MARK = `(?!${UNSPACED_MARK})`;
const GAP = '[\\s\\-]+';
/** Stands for the rest of a word in alternatives: the two alphabets define it differently. */
const REST_OF_WORD = '\u0001';

/**
 * Two global regular expressions, built on first use. The one for ASCII texts is quicker to build.
 */
export interface WordPattern {
  readonly ascii: () => RegExp;
  readonly any: () => RegExp;
}

/**
 * A folded text as an alternative of a combined pattern, in pieces of source. Hyphens, white space
 * and line breaks are interchangeable. `null` if nothing is left to look for.
 */
export function toAlternative(folded: string, extent: Extent): string[] | null {
  if (folded === '') return null;
  const pieces = wordsIn(folded).flatMap((word, i) => [
    ...(i > 0 ? [GAP] : []),
    ...Array.from(word, escapeRegex),
  ]);
  return extent === 'stem' ? [...pieces, REST_OF_WORD] : pieces;
}

/** The words between hyphens and white space; a text without any is itself a word. */
export function wordsIn(folded: string): string[] {
  const words = folded.split(/[\s-]+/u).filter(Boolean);
  return words.length > 0 ? words : [folded];
}

/**
 * How many characters the words match at the start of the text; -1 if they do not. Meant for short
 * texts that nearly match already, it saves compiling a pattern for each keyword.
 */
export function matchLengthAtStart(words: readonly string[], extent: Extent, text: string): number {
  let at = 0;
  for (const [i, word] of words.entries()) {
    if (i > 0) at = matchEnd(GAPS, text, at);
    if (at < 0 || !text.startsWith(word, at)) return -1;
    at += word.length;
  }
  const end = extent === 'stem' ? matchEnd(LETTERS, text, at) : at;
  const isCut = extent !== 'prefix' && matchEnd(INSIDE_WORD, text, end) >= 0;
  return isCut ? -1 : end;
}

/**
 * One pattern for all alternatives; of those that match at an offset it finds the longest. The
 * boundaries are written once around them all: repeating them in each takes a hundred times as
 * long.
 */
export function combine(alternatives: readonly (readonly string[])[], extent: Extent): WordPattern {
  // A stem may take the rest of the word only if no longer keyword fits, so stems are tried last.
  const stemsLast = [...alternatives].sort((a, b) => Number(isStem(a)) - Number(isStem(b)));
  const source = toAlternation(stemsLast);
  const pattern = (letter: string, noMark: string, flags: string) => {
    const all = source.replaceAll(REST_OF_WORD, `${letter}*`);
    const start = `(?:(?<!${letter})|(?!${letter}))`;
    const end = extent === 'prefix' ? '' : `(?:(?!${letter})|(?<!${letter}))`;
    return new RegExp(`${start}(?:${all})${end}${noMark}`, flags);
  };
  return {
    ascii: lazy(() => pattern(ASCII_LETTER, '', 'g')),
    any: lazy(() => pattern(SPACED_LETTER, NO_MARK, 'gv')),
  };
}

/** The pattern for a single text, which is folded here; `null` if nothing is left to look for. */
export function patternFor(text: string, extent: Extent): WordPattern | null {
  const alternative = toAlternative(fold(text), extent);
  return alternative === null ? null : combine([alternative], extent);
}

/** The regular expression of the two that suits this text, reset to its start. */
export function regexFor({ ascii, any }: WordPattern, { isAscii }: FoldedText): RegExp {
  const pattern = isAscii ? ascii() : any();
  pattern.lastIndex = 0;
  return pattern;
}

/** Whether the pattern occurs in the text. */
export function isFoundIn(pattern: WordPattern, text: FoldedText): boolean {
  return regexFor(pattern, text).test(text.text);
}

/** Where the pattern occurs, in offsets of the original text. */
export function findRanges(pattern: WordPattern, text: FoldedText): TextRange[] {
  const found = text.text.matchAll(regexFor(pattern, text));
  return Array.from(found, ({ 0: { length }, index }) =>
    originalRange(text, index, index + length),
  );
}

/** The number of letters and digits at the start of the text. */
export function wordLengthAtStart(text: string): number {
  return matchEnd(LETTERS, text, 0);
}

const GAPS = new RegExp(GAP, 'y');
const LETTERS = new RegExp(`${SPACED_LETTER}*`, 'vy');
const INSIDE_WORD = new RegExp(
  `(?<=${SPACED_LETTER})(?=${SPACED_LETTER})|(?=${UNSPACED_MARK})`,
  'vy',
);

function isStem(alternative: readonly string[]): boolean {
  return alternative.at(-1) === REST_OF_WORD;
}

function matchEnd(sticky: RegExp, text: string, at: number): number {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : -1;
}

function lazy<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function escapeRegex(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
