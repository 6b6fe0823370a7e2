/** Patterns for words: where they start and end, and what may stand between the words of a phrase. */

import { type FoldedText, fold, originalRange, type TextRange } from '@/lib/text/fold';
import { alternationOf } from './alternation';

/** What a text is looked for as. All but `prefix` are whole words. */
export type Extent =
  /** Whole words: `attention` is not in "attentional". */
  | 'word'
  /** Whole words that go on as they like: `attent` finds, and marks, "attentional". */
  | 'stem'
  /** The beginning of a word, as one types: `attent` marks the half of "attention". */
  | 'prefix';

/** A letter or digit of a script that puts spaces between words. */
const LETTER = '[[\\p{L}\\p{N}]--[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Thai}]]';
const ASCII_LETTER = '[a-z0-9]';
const GAP = '[\\s\\-]+';
/** Stands in alternatives for "the rest of the word", which differs between the two alphabets. */
const REST = '\u0001';

/** Global, for `matchAll` and `exec`. Texts in ASCII have a pattern of their own: it is built faster. */
export interface WordPattern {
  readonly ascii: () => RegExp;
  readonly any: () => RegExp;
}

/**
 * One folded text for a combined pattern, in pieces of source. Hyphens, white space and line breaks
 * stand for one another. `null` when nothing is left to look for.
 */
export function alternativeOf(folded: string, extent: Extent): string[] | null {
  if (folded === '') return null;
  const pieces = wordsIn(folded).flatMap((word, i) => [
    ...(i > 0 ? [GAP] : []),
    ...Array.from(word, escapeRegex),
  ]);
  return extent === 'stem' ? [...pieces, REST] : pieces;
}

/** What stands between hyphens and white space; a text of nothing else is itself a word. */
export function wordsIn(folded: string): string[] {
  const words = folded.split(/[\s-]+/u).filter(Boolean);
  return words.length > 0 ? words : [folded];
}

/**
 * How much of the text, from its start, the words take; -1 when they are not there. For short texts
 * of which this is nearly known: it spares a pattern for each keyword.
 */
export function lengthAtStart(words: readonly string[], extent: Extent, text: string): number {
  let at = 0;
  for (const [i, word] of words.entries()) {
    if (i > 0) at = endOf(GAPS, text, at);
    if (at < 0 || !text.startsWith(word, at)) return -1;
    at += word.length;
  }
  if (extent === 'stem') return endOf(LETTERS, text, at);
  const isCut = extent === 'word' && endOf(INSIDE, text, at) >= 0;
  return isCut ? -1 : at;
}

/**
 * One pattern for all alternatives. The boundaries stand once, around all of them: repeated in each
 * alternative they cost a hundred times as much. It finds the longest that is at a place.
 */
export function combine(alternatives: readonly (readonly string[])[], extent: Extent): WordPattern {
  // A stem takes the rest of the word only where no longer keyword fits, so it is tried last.
  const stemsLast = [...alternatives].sort((a, b) => Number(isStem(a)) - Number(isStem(b)));
  const source = alternationOf(stemsLast);
  const pattern = (letter: string, flags: string) => {
    const all = source.replaceAll(REST, `${letter}*`);
    const start = `(?:(?<!${letter})|(?!${letter}))`;
    const end = extent === 'prefix' ? '' : `(?:(?!${letter})|(?<!${letter}))`;
    return new RegExp(`${start}(?:${all})${end}`, flags);
  };
  return {
    ascii: lazy(() => pattern(ASCII_LETTER, 'g')),
    any: lazy(() => pattern(LETTER, 'gv')),
  };
}

/** The pattern for one text, folded here; `null` when nothing is left to look for. */
export function patternFor(text: string, extent: Extent): WordPattern | null {
  const alternative = alternativeOf(fold(text), extent);
  return alternative === null ? null : combine([alternative], extent);
}

/** The one of the two that this text needs, ready to begin. */
export function patternIn({ ascii, any }: WordPattern, { isAscii }: FoldedText): RegExp {
  const pattern = isAscii ? ascii() : any();
  pattern.lastIndex = 0;
  return pattern;
}

/** Whether the pattern is somewhere in the text. */
export function isIn(pattern: WordPattern, text: FoldedText): boolean {
  return patternIn(pattern, text).test(text.text);
}

/** Where the pattern is in the original text. */
export function placesOf(pattern: WordPattern, text: FoldedText): TextRange[] {
  const found = text.text.matchAll(patternIn(pattern, text));
  return Array.from(found, ({ 0: { length }, index }) =>
    originalRange(text, index, index + length),
  );
}

/** How many of its first characters are letters of one word. */
export function lettersAtStart(text: string): number {
  return endOf(LETTERS, text, 0);
}

const GAPS = new RegExp(GAP, 'y');
const LETTERS = new RegExp(`${LETTER}*`, 'vy');
const INSIDE = new RegExp(`(?<=${LETTER})(?=${LETTER})`, 'vy');

function isStem(alternative: readonly string[]): boolean {
  return alternative.at(-1) === REST;
}

function endOf(sticky: RegExp, text: string, at: number): number {
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
