/** Finds the formulas in a text that contains TeX. */

/** A piece of a text; the pieces together make up the text. */
export interface Piece {
  /** The TeX between the delimiters; `null` for plain text. */
  readonly formula: string | null;
  readonly start: number;
  readonly end: number;
}

/** In characters. Anything longer is a stray dollar rather than a formula. */
const MAX_LENGTH = 1_000;

const DELIMITERS: Readonly<Record<string, string>> = {
  ...{ $$: '$$', $: '$' },
  ...{ '\\(': '\\)', '\\[': '\\]' },
};
/** Also matches `\$`, which opens nothing. */
const OPENING_DELIMITER = /\\\$|\$\$|\$|\\\(|\\\[/g;
/** Common in formulas, but hardly ever found between two prices. */
const MATH_SIGN = /[\\^_{]/;

/** Splits a text at its formulas. Prices are not formulas: "$5 and $10" is plain text. */
export function splitAtFormulas(text: string): Piece[] {
  const pieces: Piece[] = [];
  let plainFrom = 0;
  OPENING_DELIMITER.lastIndex = 0;
  for (let found = OPENING_DELIMITER.exec(text); found; found = OPENING_DELIMITER.exec(text)) {
    const [opening] = found;
    const closing = DELIMITERS[opening];
    if (closing === undefined) continue; // an escaped dollar
    const from = found.index + opening.length;
    const to = findClosing(text, closing, from);
    const formula = to < 0 ? '' : text.slice(from, to);
    if (!isFormula(formula, opening, text[to + closing.length])) continue;
    const end = to + closing.length;
    if (found.index > plainFrom) pieces.push(plain(plainFrom, found.index));
    pieces.push({ formula: formula.trim(), start: found.index, end });
    plainFrom = end;
    OPENING_DELIMITER.lastIndex = end;
  }
  if (plainFrom < text.length || pieces.length === 0) pieces.push(plain(plainFrom, text.length));
  return pieces;
}

function plain(start: number, end: number): Piece {
  return { formula: null, start, end };
}

/** The index of the closing delimiter, ignoring escaped ones; `-1` if it is too far away. */
function findClosing(text: string, closing: string, from: number): number {
  const last = Math.min(text.length, from + MAX_LENGTH);
  for (let at = from; at < last; at += 1) {
    if (text.startsWith(closing, at)) return at;
    if (text[at] === '\\') at += 1;
  }
  return -1;
}

/**
 * Dollars are disambiguated as in Pandoc: https://pandoc.org/MANUAL.html#extension-tex_math_dollars
 */
function isFormula(formula: string, opening: string, next: string | undefined): boolean {
  if (formula.trim() === '') return false;
  if (opening !== '$' || MATH_SIGN.test(formula)) return true;
  return !/^\s|\s$/.test(formula) && !/\d/.test(next ?? '');
}
