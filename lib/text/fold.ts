/**
 * Folding: texts are compared without case and without the accents that people leave out when they
 * search, and matches are mapped back to the original. docs/search.md says what is folded in which
 * scripts.
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
/** With the character before, which may be the letter of a mark. Found much faster than clusters. */
const NOT_ASCII = /[\0-\x7f]?[^\0-\x7f]+/gu;

/** Soft hyphens, visible only at a line break, the strokes that lengthen Arabic words, variation selectors. */
const INVISIBLE = /[\u00ad\u0640\p{Variation_Selector}]/gu;
/** Accents of Latin, Greek and Cyrillic letters, and lone ones. In decomposed texts. */
const ACCENTS = /(^|[\s\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu;
/** The points of Hebrew and Arabic. */
const POINTS = /[[\p{M}&&[\p{Script=Hebrew}\p{scx=Arab}]]--[\u0653-\u0655]]/gv;
/** Madda and hamza, which belong to a letter unless it is an alef. */
const SIGNS_ON_ALEF = /(?<=\u0627)[\u0653-\u0655]/gu;

/** Letters and punctuation treated as equivalent that NFKD leaves alone. */
const EQUIVALENTS: Readonly<Record<string, string>> = {
  ...{ ł: 'l', ø: 'o', đ: 'd', ħ: 'h', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', ς: 'σ' },
  ...{ '‐': '-', '–': '-', '−': '-', '‘': "'", '’': "'", '“': '"', '”': '"' },
};
const HAS_EQUIVALENT = new RegExp(`[${Object.keys(EQUIVALENTS).join('')}]`, 'gu');

const JAMO =
  '[\\u1100-\\u11ff\\u3131-\\u318e\\u3260-\\u327e\\ua960-\\ua97c\\ud7b0-\\ud7fb\\uffa0-\\uffdc]';
/** What belongs to the character before it; the last two are halfwidth voiced marks. */
const MARK = '[\\p{M}\\u00ad\\u0640\\uff9e\\uff9f]';
/** What is folded as one: a character with its marks, and the parts of a Korean syllable. */
const CLUSTER = new RegExp(
  `(?:[\\uac00-\\ud7a3]?(?:${MARK}*${JAMO})+|[^\\0-\\x7f])${MARK}*|[\\0-\\x7f]${MARK}+`,
  'gu',
);

/** The form in which words are compared: without case, accents and compatibility variants. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return withEquivalents(withoutAccents(text).toLowerCase());
}

/** Like `fold`, but keeps case, for case-sensitive terms. */
export function foldAccents(text: string): string {
  return ASCII.test(text) ? text : withEquivalents(withoutAccents(text));
}

function withoutAccents(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .normalize('NFKD')
    .replace(ACCENTS, '$1')
    .replace(POINTS, '')
    .replace(SIGNS_ON_ALEF, '');
}

/** Composed again: the marks that are left are part of their letters. */
function withEquivalents(letters: string): string {
  return letters
    .replace(HAS_EQUIVALENT, (letter) => EQUIVALENTS[letter] ?? letter)
    .normalize('NFC');
}

const MAX_CACHED = 10_000;
const foldedClusters = new Map<string, string>();

function foldCluster(cluster: string): string {
  const known = foldedClusters.get(cluster);
  if (known !== undefined) return known;
  if (foldedClusters.size >= MAX_CACHED) foldedClusters.clear();
  const folded = fold(cluster);
  foldedClusters.set(cluster, folded);
  return folded;
}

/** Folds a text; the offsets of its characters are computed on first use. */
export function foldText(original: string): FoldedText {
  if (ASCII.test(original)) {
    return { original, text: original.toLowerCase(), offsets: null, isAscii: true };
  }
  let keepsOffsets = true;
  const foldNext = (cluster: string) => {
    const piece = foldCluster(cluster);
    // A surrogate pair must not be split: only single code units keep offsets.
    if (piece.length !== 1 || cluster.length !== 1) keepsOffsets = false;
    return piece;
  };
  const text = original.replace(NOT_ASCII, (run) => run.replace(CLUSTER, foldNext));
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
  let at = 0;
  for (const { 0: cluster, index } of original.matchAll(CLUSTER)) {
    for (; at < index; at += 1) offsets.push(at); // plain ASCII
    for (let left = foldCluster(cluster).length; left > 0; left -= 1) offsets.push(index);
    at = index + cluster.length;
  }
  for (; at <= original.length; at += 1) offsets.push(at);
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
