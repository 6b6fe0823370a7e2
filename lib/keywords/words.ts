/** Looking for words in texts: case and accents do not matter, a word may be typed in part. */

/** A text without case and accents, and where each of its characters stood in the original. */
interface Folded {
  readonly text: string;
  /** Original offset of each folded character; `null` where the two texts are of one shape. */
  readonly offsets: readonly number[] | null;
}

const COMBINING = /\p{M}/gu;

/** The form in which words are compared: NFKD, without accents, in lower case. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(COMBINING, '').toLowerCase();
}

function foldWithOffsets(text: string): Folded {
  const folded = fold(text);
  if (folded.length === text.length) return { text: folded, offsets: null };
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
  const patterns = wordsOf(query).map((word) => patternOf([word], 'u'));
  return (texts) => {
    if (patterns.length === 0) return true;
    const haystack = fold(texts.join('\n'));
    return patterns.every((pattern) => pattern.test(haystack));
  };
}

/** Start and end of every place in a text where a word of the query stands, in order. */
export type Range = readonly [start: number, end: number];

/** Finds the places to mark. The empty query has none. */
export function finderOf(query: string): (text: string) => Range[] {
  const words = wordsOf(query);
  if (words.length === 0) return () => [];
  const pattern = patternOf(words, 'gu');
  return (original) => {
    const { text, offsets } = foldWithOffsets(original);
    return [...text.matchAll(pattern)].map(({ 0: found, index }) => {
      const end = index + found.length;
      return offsets ? [offsets[index] ?? 0, offsets[end] ?? original.length] : [index, end];
    });
  };
}

function patternOf(words: readonly string[], flags: string): RegExp {
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  const alternatives = longestFirst.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})`, flags);
}
