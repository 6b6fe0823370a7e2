/**
 * Folding: texts are compared without case and accents, and matches are mapped back to the
 * original.
 */

/** Offsets into a text; the end is exclusive. */
export type TextRange = readonly [start: number, end: number];

/** A folded text, and where each of its characters came from. */
export interface FoldedText {
  readonly original: string;
  readonly text: string;
  /** The original offset of each folded character; `null` if offsets are the same in both. */
  readonly offsets: readonly number[] | null;
  /** Whether `text` is plain ASCII, for which searching is faster. */
  readonly isAscii: boolean;
}

const ASCII = /^[\0-\x7f]*$/;
const NOT_ASCII = /[^\0-\x7f]/gu;
const COMBINING = /\p{M}/gu;

/** Letters and punctuation treated as equivalent that NFKD leaves alone. */
const EQUIVALENTS: Readonly<Record<string, string>> = {
  ...{ ł: 'l', ø: 'o', đ: 'd', ħ: 'h', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', ς: 'σ' },
  ...{ '‐': '-', '–': '-', '−': '-', '‘': "'", '’': "'", '“': '"', '”': '"' },
  '\u00ad': '', // soft hyphen: invisible except at a line break
};
const HAS_EQUIVALENT = new RegExp(`[${Object.keys(EQUIVALENTS).join('')}]`, 'gu');

/** The form in which words are compared: NFKD, without accents, in lower case. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  const letters = text.normalize('NFKD').replace(COMBINING, '').toLowerCase();
  return letters.replace(HAS_EQUIVALENT, (letter) => EQUIVALENTS[letter] ?? letter);
}

/** Like `fold`, but keeps case, for case-sensitive terms. */
export function foldAccents(text: string): string {
  if (ASCII.test(text)) return text;
  const letters = text.normalize('NFKD').replace(COMBINING, '');
  return letters.replace(HAS_EQUIVALENT, (letter) => EQUIVALENTS[letter] ?? letter);
}

/** Folds a text; the offsets of its characters are computed on first use. */
export function foldText(original: string): FoldedText {
  if (ASCII.test(original)) {
    return { original, text: original.toLowerCase(), offsets: null, isAscii: true };
  }
  let keepsOffsets = true;
  const text = original.replace(NOT_ASCII, (character) => {
    const piece = fold(character);
    // A surrogate pair must not be split: only single code units keep offsets.
    if (piece.length !== 1 || character.length !== 1) keepsOffsets = false;
    return piece;
  });
  let offsets: readonly number[] | null = null;
  return {
    original,
    text: text.toLowerCase(),
    isAscii: ASCII.test(text),
    get offsets() {
      if (!keepsOffsets) offsets ??= offsetsOf(original);
      return offsets;
    },
  };
}

function offsetsOf(original: string): number[] {
  const offsets: number[] = [];
  let offset = 0;
  for (const character of original) {
    const length = character < '\x80' ? 1 : fold(character).length;
    for (let i = 0; i < length; i += 1) offsets.push(offset);
    offset += character.length;
  }
  offsets.push(offset);
  return offsets;
}

/** Maps a match back to the original, never splitting a character such as a ligature. */
export function originalRange(text: FoldedText, start: number, end: number): TextRange {
  const { offsets } = text;
  if (!offsets) return [start, end];
  let after = end;
  while (offsets[after] === offsets[end - 1]) after += 1;
  return [offsets[start] as number, offsets[after] as number];
}

/** The ranges in order, overlapping ones merged. */
export function mergeRanges(ranges: readonly TextRange[]): TextRange[] {
  const merged: [number, number][] = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
