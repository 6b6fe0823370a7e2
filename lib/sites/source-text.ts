/** Reads text from a page as its authors wrote it. */
import { collapseSpace } from '@/lib/text/white-space';
import { ABSTRACT_TAG, CONTROL_TAG, EXTRAS_TAG } from './own-tags';

export const TEXT_NODE = 3;
export const ELEMENT_NODE = 1;

/** Elements without text of the page's own, as the readings above words; the last are Winnow's. */
const SKIPPED_TAGS = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  ...['RT', 'RP'],
  ...[CONTROL_TAG, EXTRAS_TAG, ABSTRACT_TAG].map((tag) => tag.toUpperCase()),
]);

/** Classes of MathJax 2.7's output, whichever its renderer. arXiv's own class is `mathjax`. */
const RENDERED_MATH = /(?:^|\s)(?:MathJax|MJX|mjx-)/;

/** What arXiv substitutes for a URL in running text. */
const NAMELESS_LINK = /^\s*this\s+(?:https?|ftp)\s+URL\s*$/i;

/** Words end where such an element begins or ends. */
const BLOCKS = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE CAPTION DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER FORM ' +
    'H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TD TH TR UL'
  ).split(' '),
);

/** Returns true for elements that are not part of the text. */
export type Exclude = (element: Element) => boolean;

/**
 * Receives a piece of a text, white space as it is in the document, with the node that shows it: a text
 * node, or the element that the piece stands for (with an empty piece: that is left out); `null` for the
 * space between blocks.
 */
type Visit = (piece: string, node: Node | null) => void;

/**
 * The text that an element was made from, white space collapsed: formulas rendered by MathJax
 * or LaTeXML become TeX again, "this https URL" becomes the URL, and hidden elements and our own controls are
 * left out, as is text that was appended to the page's.
 */
export function sourceText(element: Element, exclude?: Exclude): string {
  return textOf((visit) => visitSource(element, visit, exclude));
}

/** The same for an element and everything after it in its parent. */
export function sourceTextFrom(element: Element, exclude?: Exclude): string {
  return textOf((visit) => visitSourceFrom(element, visit, exclude));
}

function textOf(visitAll: (visit: Visit) => void): string {
  let text = '';
  visitAll((piece) => {
    text += piece;
  });
  return collapseSpace(text);
}

/** Visits the pieces that `sourceText` is made of. */
export function visitSource(element: Element, visit: Visit, exclude?: Exclude): void {
  walk(element.firstChild, element, visit, exclude);
}

/** Visits the pieces that `sourceTextFrom` is made of. */
export function visitSourceFrom(element: Element, visit: Visit, exclude?: Exclude): void {
  walk(element.firstChild, element, visit, exclude);
  walk(element.nextSibling, element.parentNode, visit, exclude);
}

/** Iterative, so that deeply nested pages cannot overflow the stack. */
function walk(first: Node | null, root: Node | null, visit: Visit, exclude?: Exclude): void {
  const onLeave = ({ tagName }: Element) => BLOCKS.has(tagName) && visit(' ', null);
  let node = first;
  while (node) {
    if (node.nodeType === TEXT_NODE) {
      if (!isAppended(node)) visit(node.nodeValue ?? '', node);
    } else if (node.nodeType === ELEMENT_NODE) {
      const element = node as Element;
      const replacement = exclude?.(element) ? '' : replacementOf(element);
      if (replacement === null) {
        if (BLOCKS.has(element.tagName)) visit(' ', null);
        if (element.firstChild) {
          node = element.firstChild;
          continue;
        }
      } else visit(replacement, element);
    }
    node = nextAfter(node, root, onLeave);
  }
}

/**
 * Whether other software appended a text node: of what is parsed, no text adjoins another, and the
 * line break of a template ends the site's own.
 */
export function isAppended({ previousSibling: before }: Node): boolean {
  return before?.nodeType === TEXT_NODE && /\n\s*$/.test(before.nodeValue ?? '');
}

/** The node after `node` and its descendants, within `root`; `onLeave` gets the elements that end there. */
export function nextAfter(
  node: Node,
  root: Node | null,
  onLeave?: (element: Element) => void,
): Node | null {
  let last: Node | null = node;
  while (last && last !== root) {
    if (last.nextSibling) return last.nextSibling;
    last = last.parentNode;
    if (last && last !== root) onLeave?.(last as Element);
  }
  return null;
}

/** What replaces an element in the source text; `null` if its contents do. */
export function replacementOf(element: Element): string | null {
  const tag = element.tagName;
  if (tag === 'BR') return ' ';
  if (tag === 'SCRIPT') return texOf(element);
  if (tag === 'math') return texOfMathML(element);
  if (SKIPPED_TAGS.has(tag) || isHidden(element)) return '';
  if (RENDERED_MATH.test(element.getAttribute('class') ?? '')) return '';
  return tag === 'A' ? addressOf(element) : null;
}

/**
 * `$…$` or `$$…$$` for the script in which MathJax 2.7 keeps a formula; nothing for other scripts.
 */
function texOf(script: Element): string {
  const type = script.getAttribute('type') ?? '';
  if (!type.startsWith('math/tex')) return '';
  const fence = /mode\s*=\s*display/.test(type) ? '$$' : '$';
  return fence + script.textContent + fence;
}

/** The same for MathML that keeps its source, as LaTeXML's does; `null` for other MathML. */
function texOfMathML(math: Element): string | null {
  const tex = math.getAttribute('alttext')?.replace(/%\r?\n/g, ''); // how it breaks long lines
  if (tex === undefined) return null;
  const fence = math.getAttribute('display') === 'block' ? '$$' : '$';
  return fence + tex + fence;
}

function isHidden(element: Element): boolean {
  return (
    element.hasAttribute('hidden') ||
    /display\s*:\s*none/i.test(element.getAttribute('style') ?? '')
  );
}

function addressOf(link: Element): string | null {
  const href = link.getAttribute('href') ?? '';
  if (!/^(?:https?|ftp):/i.test(href)) return null;
  return NAMELESS_LINK.test(link.textContent ?? '') ? href : null;
}
