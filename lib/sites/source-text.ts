/** Reads text from a page as its authors wrote it. */
import { collapseSpace } from '@/lib/text/white-space';
import { ABSTRACT_TAG, CONTROL_TAG, EXTRAS_TAG } from './own-tags';

export const TEXT_NODE = 3;
export const ELEMENT_NODE = 1;

/** Elements without text of the page's own; the last are Winnow's. */
const SKIPPED_TAGS = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  ...[CONTROL_TAG, EXTRAS_TAG, ABSTRACT_TAG].map((tag) => tag.toUpperCase()),
]);

/** Classes of MathJax 2.7's output, whichever its renderer. arXiv's own class is `mathjax`. */
const RENDERED_MATH = /(?:^|\s)(?:MathJax|MJX|mjx-)/;

/** What arXiv substitutes for a URL in running text. */
const NAMELESS_LINK = /^\s*this\s+(?:https?|ftp)\s+URL\s*$/i;

/** Returns true for elements that are not part of the text. */
export type Exclude = (element: Element) => boolean;

/**
 * The text that an element was made from, white space collapsed: formulas rendered by MathJax
 * or LaTeXML become TeX again, "this https URL" becomes the URL, and hidden elements and our own controls are
 * left out.
 */
export function sourceText(element: Element, exclude?: Exclude): string {
  return textFrom(element.firstChild, element, exclude);
}

/** The same for an element and everything after it in its parent. */
export function sourceTextFrom(element: Element, exclude?: Exclude): string {
  return textFrom(element, element.parentNode, exclude);
}

/** Iterative, so that deeply nested pages cannot overflow the stack. */
function textFrom(first: Node | null, root: Node | null, exclude?: Exclude): string {
  let text = '';
  let node = first;
  while (node) {
    if (node.nodeType === TEXT_NODE) {
      text += node.nodeValue;
    } else if (node.nodeType === ELEMENT_NODE) {
      const element = node as Element;
      const replacement = exclude?.(element) ? '' : replacementOf(element);
      if (replacement === null && element.firstChild) {
        node = element.firstChild;
        continue;
      }
      text += replacement ?? '';
    }
    node = nextAfter(node, root);
  }
  return collapseSpace(text);
}

/** The node after `node` and its descendants, within `root`. */
export function nextAfter(node: Node, root: Node | null): Node | null {
  let last: Node | null = node;
  while (last && last !== root) {
    if (last.nextSibling) return last.nextSibling;
    last = last.parentNode;
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
