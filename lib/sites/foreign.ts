/**
 * Tells elements that other software put into a text: some add to it (badges, translations), others only
 * wrap words of it (marked words, bold halves of words). Nothing says which; what is decided here is
 * what they look like.
 */
import { holdsTranslation } from './translation';

/** A piece of a text. */
export interface Piece {
  readonly text: string;
  /** The foreign element that it is in; `null` for the site's own. */
  readonly element: Element | null;
  /** Whether it stands for a formula or the like, which translators leave alone. */
  readonly isFormula: boolean;
}

export interface Separated {
  /** Elements that add to the text. */
  readonly added: ReadonlySet<Element>;
  /** Whether only a translation of it is left. */
  readonly isTranslated: boolean;
}

/** Elements with which words are marked. */
const EMPHASIS = new Set(['b', 'strong', 'i', 'em', 'u', 'mark', 's', 'ruby']);
/** Elements that hold no words of a text, unless all of it. */
const ASIDES = new Set([
  ...['button', 'select', 'textarea', 'svg', 'iframe', 'object', 'sup'],
  ...['aside', 'details', 'div', 'dl', 'ol', 'p', 'section', 'table', 'ul'],
]);
/** A sign or something in brackets. */
const NOTE = /^(?:[^\p{L}\p{N}]+|\[[^\]]*\])$/u;
/** What badges are called. */
const BADGE = /badge|button|chip|icon|label|pill|score|tooltip/i;

/** Cuts the text of an element into pieces. */
type Within = (element: Element) => readonly Piece[];

/** What to leave out of a text that is cut into these pieces. */
export function separateForeign(pieces: readonly Piece[], within: Within): Separated {
  const added = new Set<Element>();
  for (let rest = pieces; ; ) {
    const main = rest.some(isOwnWords) ? null : longestKind(rest);
    const [wrapper, ...others] = rest.flatMap(({ element }) =>
      element && kindOf(element) === main ? element : [],
    );
    const isReplaced = rest.some((_, index) => replacesWords(rest, index));
    if (isReplaced || (wrapper && holdsTranslation(wrapper))) return { added, isTranslated: true };
    for (const element of additionsAmong(rest, main, within)) added.add(element);
    if (!wrapper || others.length > 0) return { added, isTranslated: false };
    rest = within(wrapper); // it is around the whole text
  }
}

/** `main` is the kind of elements that hold the text where it has no words outside of them. */
function additionsAmong(pieces: readonly Piece[], main: string | null, within: Within): Element[] {
  const isText = (piece: Piece) =>
    isOwnWords(piece) || (piece.element !== null && kindOf(piece.element) === main);
  const first = pieces.findIndex(isText);
  const last = pieces.findLastIndex(isText);
  if (first < 0) return [];
  // What wraps words somewhere does so everywhere.
  const wrapping = new Set([main]);
  for (const [index, piece] of pieces.entries()) {
    const { element } = piece;
    const isInside = first < index && index < last;
    if (!element) continue;
    const wraps =
      joins(pieces, index).includes(true) ||
      (isInside && !isBadge(piece, isInside) && !isNote(pieces, index));
    if (wraps) wrapping.add(kindOf(element));
  }
  return pieces.flatMap((piece, index) => {
    const { element } = piece;
    if (!element || kindOf(element) === main) return [];
    if (holdsTranslation(element)) return joins(pieces, index).includes(false) ? element : [];
    if (ASIDES.has(element.localName)) return element;
    if (wrapping.has(kindOf(element))) return asidesIn(within(element));
    if (isBadge(piece, first < index && index < last) || isNote(pieces, index)) return element;
    const isBeyond = isBeyondLineBreak(pieces, index, first, last);
    const isAdded = isBeyond ?? !EMPHASIS.has(element.localName);
    return isAdded ? element : asidesIn(within(element));
  });
}

/** What is added to words within an element that only wraps them, as a gloss. */
function asidesIn(pieces: readonly Piece[]): Element[] {
  return pieces.flatMap(({ element, text }, index) => {
    if (!element) return [];
    const isAside =
      ASIDES.has(element.localName) || isCalledBadge(element) || isNote(pieces, index);
    const follows = isAfterWord(pieces, index) && /^[\p{L}\p{N}]/u.test(text);
    return isAside || (follows && !joins(pieces, index).includes(true)) ? element : [];
  });
}

/** Whether a translation stands where words of the text were, which are lost. */
function replacesWords(pieces: readonly Piece[], index: number): boolean {
  const [before, piece, after] = [pieces[index - 1], pieces[index], pieces[index + 1]];
  if (!piece?.element || !holdsTranslation(piece.element)) return false;
  if (!before || !after || !isOwnWords(before) || !isOwnWords(after)) return false;
  return /\s$/.test(before.text) && /^\s/.test(after.text) && piece.text === piece.text.trim();
}

/** Whether a sign, or something in brackets, is set at the end of a word. */
function isNote(pieces: readonly Piece[], index: number): boolean {
  return isAfterWord(pieces, index) && NOTE.test(pieces[index]?.text ?? '');
}

function isAfterWord(pieces: readonly Piece[], index: number): boolean {
  return /[\p{L}\p{N}]$/u.test(pieces[index - 1]?.text ?? '');
}

/** By its name, or by the space within that sets it apart: marks end where words do, mostly. */
function isBadge({ element, text }: Piece, isInside: boolean): boolean {
  const isMark = isInside && EMPHASIS.has(element?.localName ?? '');
  return (element && isCalledBadge(element)) || (!isMark && /^\s|\s$/.test(text));
}

function isCalledBadge(element: Element): boolean {
  return BADGE.test(`${element.id} ${element.getAttribute('class') ?? ''}`);
}

/** Elements of the same software look alike. */
function kindOf(element: Element): string {
  return `${element.localName} ${element.getAttribute('class') ?? ''}`;
}

function longestKind(pieces: readonly Piece[]): string | null {
  const lengths = new Map<string, number>();
  for (const { element, text } of pieces) {
    if (!element || !/[\p{L}\p{N}]/u.test(text)) continue;
    const kind = kindOf(element);
    lengths.set(kind, (lengths.get(kind) ?? 0) + text.length);
  }
  return [...lengths].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

function isOwnWords({ element, text, isFormula }: Piece): boolean {
  return element === null && !isFormula && /[\p{L}\p{N}]/u.test(text);
}

/** Whether the element's text begins, and ends, within a word. */
function joins(pieces: readonly Piece[], index: number): [boolean, boolean] {
  const [before, piece, after] = [pieces[index - 1], pieces[index], pieces[index + 1]];
  const isEmphasis = EMPHASIS.has(piece?.element?.localName ?? '');
  // A badge without a space before it begins with a capital or a number.
  const joint = isEmphasis ? /[\p{L}\p{N}]{2}/u : /\p{Ll}{2}/u;
  const isJoint = (a = '', b = '') => joint.test(a.slice(-1) + b.slice(0, 1));
  return [isJoint(before?.text, piece?.text), isJoint(piece?.text, after?.text)];
}

/**
 * arXiv's templates put line breaks around a text. Whether an element at its edge is beyond them; `null`
 * if there are none, or on both sides of it.
 */
function isBeyondLineBreak(
  pieces: readonly Piece[],
  index: number,
  first: number,
  last: number,
): boolean | null {
  const isAfter = index > last;
  const between = isAfter ? pieces.slice(last, index) : pieces.slice(index + 1, first + 1);
  const outside = isAfter ? pieces.slice(index + 1) : pieces.slice(0, index);
  const breakAtEdge = isAfter ? /\n\s*$/ : /^\s*\n/;
  const isWithin = between.some(({ element, text }) => !element && breakAtEdge.test(text));
  const isOutside = outside.some(({ element, text }) => !element && text.includes('\n'));
  return isWithin === isOutside ? null : isWithin;
}
