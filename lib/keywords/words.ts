/** Looking for words in texts: case and accents do not matter, a word may be typed in part. */

/** A text without case and accents, and where each of its characters stood in the original. */
interface Folded {
  readonly text: string;
  /** Original offset of each folded character; `null` where the two texts are of one shape. */
  readonly offsets: readonly number[] | null;
}

const ASCII = /^[\0-\x7f]*$/;
const COMBINING = /\p{M}/gu;

/** Letters and signs that are taken for another, and that NFKD leaves as they are. */
const ALIKE: Readonly<Record<string, string>> = {
  ...{ ł: 'l', ø: 'o', đ: 'd', ħ: 'h', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', ς: 'σ' },
  ...{ '‐': '-', '–': '-', '−': '-', '‘': "'", '’': "'", '“': '"', '”': '"' },
};
const ALIKES = new RegExp(`[${Object.keys(ALIKE).join('')}]`, 'gu');

/** The form in which words are compared: NFKD, without accents, in lower case. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  const letters = text.normalize('NFKD').replace(COMBINING, '').toLowerCase();
  return letters.replace(ALIKES, (letter) => ALIKE[letter] ?? letter);
}

function foldWithOffsets(text: string): Folded {
  if (ASCII.test(text)) return { text: fold(text), offsets: null };
  const offsets: number[] = [];
  let result = '';
  let offset = 0;
  for (const character of text) {
    const piece = fold(character);
    for (let i = 0; i < piece.length; i += 1) offsets.push(offset);
    result += piece;
    offset += character.length;
  }
  offsets.push(offset);
  return { text: result, offsets };
}

/** The words of a query, folded. */
export function wordsOf(query: string): string[] {
  return fold(query).split(/\s+/u).filter(Boolean);
}

/**
 * Tells whether all words of the query stand in the texts, each at the start of some word there.
 * The empty query matches everything.
 */
export function matcherOf(query: string): (texts: readonly string[]) => boolean {
  const patterns = wordsOf(query).map((word) => patternOf([word], ''));
  return (texts) => {
    if (patterns.length === 0) return true;
    const haystack = fold(texts.join('\n'));
    return patterns.every((pattern) => pattern.test(haystack));
  };
}

/** Start and end of a place in a text. */
export type Range = readonly [start: number, end: number];

/**
 * Finds the places to mark, where words of the query stand: in order, none within another. The
 * empty query has none.
 */
export function finderOf(query: string): (text: string) => Range[] {
  const words = wordsOf(query);
  if (words.length === 0) return () => [];
  const pattern = patternOf(words, 'g');
  return (original) => {
    const { text, offsets } = foldWithOffsets(original);
    const ranges: Range[] = [];
    for (const { 0: found, index } of text.matchAll(pattern)) {
      const range = rangeIn(offsets, index, index + found.length);
      if (range[0] >= (ranges.at(-1)?.[1] ?? 0)) ranges.push(range);
    }
    return ranges;
  };
}

/** From the first character of the original to the last whole one: a ligature is never cut. */
function rangeIn(offsets: Folded['offsets'], start: number, end: number): Range {
  if (!offsets) return [start, end];
  let after = end;
  while (offsets[after] === offsets[end - 1]) after += 1;
  return [offsets[start] as number, offsets[after] as number];
}

/** A letter or digit of a script that puts spaces between words. */
const LETTER = '[[\\p{L}\\p{N}]--[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Thai}]]';
const STARTS_WITH_LETTER = new RegExp(`^${LETTER}`, 'v');

function patternOf(words: readonly string[], flags: string): RegExp {
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  const alternatives = longestFirst.map((word) => {
    const escaped = word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    return STARTS_WITH_LETTER.test(word) ? `(?<!${LETTER})${escaped}` : escaped;
  });
  return new RegExp(alternatives.join('|'), `${flags}v`);
}
