/** Reads a text of a page as the site wrote it, without what other software put into it. */

import type { Paper } from '@/lib/paper';
import { collapseSpace } from '@/lib/text/white-space';
import { type Piece, separateForeign } from './foreign';
import {
  ELEMENT_NODE,
  type Exclude,
  isAppended,
  nextAfter,
  replacementOf,
  sourceText,
  sourceTextFrom,
  TEXT_NODE,
} from './source-text';
import { isMarkedTranslated } from './translation';

/** How sites mark up parts of their texts: labels, search hits, small print, formulas, links. */
const OWN_CLASSES = [
  ...['descriptor', 'primary-subject', 'search-hit', 'highlight', 'mathjax'],
  ...['has-text-black-bis', 'has-text-grey-dark'],
  ...['link-http', 'link-https', 'link-ftp', 'link-external'],
];
/** LaTeXML, which makes arXiv's HTML, has names of its own for everything. */
const LATEXML_CLASS = /(?:^|\s)ltx_/;
/** Words of an abstract that Hugging Face links to a search. */
const OWN_LINK = /^\/papers\?q=/;

export interface OwnText {
  /** White space collapsed. */
  readonly text: string;
  /** Whether this is only a translation of what the site wrote. */
  readonly isTranslated: boolean;
}

/** Marks a paper if a text that was read off the page for it may be a translation. */
export function markTranslated(
  texts: readonly (OwnText | null)[],
  isPageTranslated: boolean,
): Pick<Paper, 'isTranslated'> {
  const isTranslated = texts.some((own) => own && (isPageTranslated || own.isTranslated));
  return isTranslated ? { isTranslated } : {};
}

/** Like `sourceText`, without badges, appended translations and the like. */
export function ownText(field: Element, exclude?: Exclude): string {
  return readOwnText(field, exclude).text;
}

/** The same, and whether a translation took the text's place. */
export function readOwnText(field: Element, exclude: Exclude = () => false): OwnText {
  return read(field, field.firstChild, field, exclude, (without) => sourceText(field, without));
}

/** The same for an element of the site and everything after it in its parent. */
export function readOwnTextFrom(element: Element): OwnText {
  return read(
    element,
    element,
    element.parentNode,
    () => false,
    (without) => sourceTextFrom(element, without),
  );
}

/** Of `first` and what follows it within `root`; `readWithout` reads the same with exceptions. */
function read(
  field: Element,
  first: Node | null,
  root: Node | null,
  exclude: Exclude,
  readWithout: (exclude: Exclude) => string,
): OwnText {
  const isMarked = isMarkedTranslated(field);
  const pieces = piecesOf(first, root, exclude);
  if (pieces.every(({ element }) => element === null)) {
    return { text: collapseSpace(pieces.map(({ text }) => text).join('')), isTranslated: isMarked };
  }
  const within = (wrapper: Element) => piecesOf(wrapper.firstChild, wrapper, exclude);
  const { added, isTranslated } = separateForeign(pieces, within);
  const text = readWithout((element) => exclude(element) || added.has(element));
  return { text, isTranslated: isTranslated || isMarked };
}

/** A text in pieces, cut at the outermost elements that the site does not use in texts. */
function piecesOf(first: Node | null, root: Node | null, exclude: Exclude): Piece[] {
  const pieces: Piece[] = [];
  let node = first;
  while (node) {
    const element: Element | null = node.nodeType === ELEMENT_NODE ? (node as Element) : null;
    let inner: Node | null = null;
    if (!element) {
      if (node.nodeType === TEXT_NODE && !isAppended(node))
        pieces.push(pieceOf(node.nodeValue ?? '', null));
    } else if (!exclude(element)) {
      const replacement = replacementOf(element);
      if (replacement !== null) pieces.push({ ...pieceOf(replacement, null), isFormula: true });
      else if (isOwn(element)) inner = element.firstChild;
      else pieces.push(foreignPiece(element));
    }
    node = inner ?? nextAfter(node, root);
  }
  return pieces.filter(({ text }) => text !== '');
}

/** A space is one, whoever has put an element around it. */
function foreignPiece(element: Element): Piece {
  const text = element.textContent ?? '';
  return pieceOf(text, text.trim() === '' ? null : element);
}

function pieceOf(text: string, element: Element | null): Piece {
  return { text, element, isFormula: false };
}

function isOwn(element: Element): boolean {
  return (
    OWN_CLASSES.some((name) => element.classList.contains(name)) ||
    LATEXML_CLASS.test(element.getAttribute('class') ?? '') ||
    (element.localName === 'a' && OWN_LINK.test(element.getAttribute('href') ?? ''))
  );
}
