/** Finds the formulas in a text, as authors write them for TeX. */

/** A piece of a text; all pieces together are the text. */
export interface TexPiece {
  /** What stands between the delimiters; `null` where the piece is plain text. */
  readonly formula: string | null;
  readonly start: number;
  readonly end: number;
}

/** Longer ones are left as they are written: it is a stray dollar rather than a formula. */
const LONGEST = 1_000;

const DELIMITERS: Readonly<Record<string, string>> = {
  ...{ $$: '$$', $: '$' },
  ...{ '\\(': '\\)', '\\[': '\\]' },
};
/** What begins one, and `\$`, which does not. */
const OPENING = /\\\$|\$\$|\$|\\\(|\\\[/g;
/** What is in formulas, and hardly between two prices. */
const TELLING = /[\\^_{]/;

/** Splits a text at its formulas. Prices are none: "$5 and $10" is plain. */
export function splitAtFormulas(text: string): TexPiece[] {
  const pieces: TexPiece[] = [];
  let plainFrom = 0;
  OPENING.lastIndex = 0;
  for (let found = OPENING.exec(text); found; found = OPENING.exec(text)) {
    const [opening] = found;
    const closing = DELIMITERS[opening];
    if (closing === undefined) continue; // an escaped dollar
    const from = found.index + opening.length;
    const to = closingAt(text, closing, from);
    const formula = to < 0 ? '' : text.slice(from, to);
    if (!isFormula(formula, opening, text[to + closing.length])) continue;
    const end = to + closing.length;
    if (found.index > plainFrom) pieces.push(plain(plainFrom, found.index));
    pieces.push({ formula: formula.trim(), start: found.index, end });
    plainFrom = end;
    OPENING.lastIndex = end;
  }
  if (plainFrom < text.length || pieces.length === 0) pieces.push(plain(plainFrom, text.length));
  return pieces;
}

function plain(start: number, end: number): TexPiece {
  return { formula: null, start, end };
}

/** Where the closing delimiter stands, an escaped one passed over; `-1` when it is too far away. */
function closingAt(text: string, closing: string, from: number): number {
  const last = Math.min(text.length, from + LONGEST);
  for (let at = from; at < last; at += 1) {
    if (text.startsWith(closing, at)) return at;
    if (text[at] === '\\') at += 1;
  }
  return -1;
}

/** As Pandoc tells dollars apart: https://pandoc.org/MANUAL.html#extension-tex_math_dollars */
function isFormula(formula: string, opening: string, next: string | undefined): boolean {
  if (formula.trim() === '') return false;
  if (opening !== '$' || TELLING.test(formula)) return true;
  return !/^\s|\s$/.test(formula) && !/\d/.test(next ?? '');
}
