/** The form in which texts are compared: without case and accents, with the way back. */

/** Start and end of a place in a text. */
export type Range = readonly [start: number, end: number];

/** A text as it is compared, and where each of its characters stood in the original. */
export interface FoldedText {
  readonly original: string;
  readonly text: string;
  /** Original offset of each folded character; `null` where the two texts are of one shape. */
  readonly offsets: readonly number[] | null;
  /** Whether `text` is plain ASCII, which is searched faster. */
  readonly isAscii: boolean;
}

const ASCII = /^[\0-\x7f]*$/;
const NOT_ASCII = /[^\0-\x7f]/gu;
const COMBINING = /\p{M}/gu;

/** Letters and signs that are taken for another, and that NFKD leaves as they are. */
const ALIKE: Readonly<Record<string, string>> = {
  ...{ ł: 'l', ø: 'o', đ: 'd', ħ: 'h', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', ς: 'σ' },
  ...{ '‐': '-', '–': '-', '−': '-', '‘': "'", '’': "'", '“': '"', '”': '"' },
  '\u00ad': '', // soft hyphen: shown only where a line is broken
};
const ALIKES = new RegExp(`[${Object.keys(ALIKE).join('')}]`, 'gu');

/** The form in which words are compared: NFKD, without accents, in lower case. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  const letters = text.normalize('NFKD').replace(COMBINING, '').toLowerCase();
  return letters.replace(ALIKES, (letter) => ALIKE[letter] ?? letter);
}

/** As `fold`, but keeps the case: for terms that ask for it. */
export function foldAccents(text: string): string {
  if (ASCII.test(text)) return text;
  const letters = text.normalize('NFKD').replace(COMBINING, '');
  return letters.replace(ALIKES, (letter) => ALIKE[letter] ?? letter);
}

/** Folds a text and keeps the way back to its own characters, which is worked out when needed. */
export function foldText(original: string): FoldedText {
  if (ASCII.test(original)) {
    return { original, text: original.toLowerCase(), offsets: null, isAscii: true };
  }
  let isOneShape = true;
  const text = original.replace(NOT_ASCII, (character) => {
    const piece = fold(character);
    // Two halves of one character must not be told apart: only single units keep the shape.
    if (piece.length !== 1 || character.length !== 1) isOneShape = false;
    return piece;
  });
  let offsets: readonly number[] | null = null;
  return {
    original,
    text: text.toLowerCase(),
    isAscii: ASCII.test(text),
    get offsets() {
      if (!isOneShape) offsets ??= offsetsOf(original);
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

/** The place in the original: no character of it is cut, a ligature neither. */
export function rangeIn(text: FoldedText, start: number, end: number): Range {
  const { offsets } = text;
  if (!offsets) return [start, end];
  let after = end;
  while (offsets[after] === offsets[end - 1]) after += 1;
  return [offsets[start] as number, offsets[after] as number];
}

/** The places in order, those that overlap made one. */
export function mergeRanges(ranges: readonly Range[]): Range[] {
  const merged: [number, number][] = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
