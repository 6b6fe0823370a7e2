/** Reading the text of a page as its authors wrote it. */

const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

/** Without text of the page's own: the last two are what Winnow puts on rows. */
const SILENT = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'WINNOW-ROW',
  'WINNOW-ABSTRACT',
]);

/** Classes of what MathJax 2.7 draws, whichever its renderer. arXiv's own class is `mathjax`. */
const DRAWN = /(?:^|\s)(?:MathJax|MJX|mjx-)/;

/** What arXiv writes in place of an address in running text. */
const NAMELESS_LINK = /^\s*this\s+(?:https?|ftp)\s+URL\s*$/i;

/** White space as a reader sees it: one space between words, none at the ends. */
export function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Says yes to elements that are not part of the text. */
type LeaveOut = (element: Element) => boolean;

/**
 * The text that an element was made from, white space collapsed: formulas drawn by MathJax are
 * their TeX again, "this https URL" is the address, and hidden elements and our own controls are
 * left out.
 */
export function sourceText(element: Element, leaveOut?: LeaveOut): string {
  return textFrom(element.firstChild, element, leaveOut);
}

/** The same of an element and all that follows it in its parent. */
export function sourceTextFrom(element: Element, leaveOut?: LeaveOut): string {
  return textFrom(element, element.parentNode, leaveOut);
}

/** A loop and no recursion: however deep a page nests, this does not overflow. */
function textFrom(first: Node | null, root: Node | null, leaveOut?: LeaveOut): string {
  let text = '';
  let node = first;
  while (node) {
    if (node.nodeType === TEXT_NODE) {
      text += node.nodeValue;
    } else if (node.nodeType === ELEMENT_NODE) {
      const element = node as Element;
      const replacement = leaveOut?.(element) ? '' : replacementOf(element);
      if (replacement === null && element.firstChild) {
        node = element.firstChild;
        continue;
      }
      text += replacement ?? '';
    }
    node = nextAfter(node, root);
  }
  return collapse(text);
}

/** The node that follows `node` and all it holds, within `root`. */
function nextAfter(node: Node, root: Node | null): Node | null {
  let last: Node | null = node;
  while (last && last !== root) {
    if (last.nextSibling) return last.nextSibling;
    last = last.parentNode;
  }
  return null;
}

/** What stands for an element in the source text; `null` when that is what it holds. */
function replacementOf(element: Element): string | null {
  const tag = element.tagName;
  if (tag === 'BR') return ' ';
  if (tag === 'SCRIPT') return texOf(element);
  if (SILENT.has(tag) || isHidden(element)) return '';
  if (DRAWN.test(element.getAttribute('class') ?? '')) return '';
  return tag === 'A' ? addressOf(element) : null;
}

/** `$…$` or `$$…$$` for a formula's script, as MathJax 2.7 keeps it; nothing for other scripts. */
function texOf(script: Element): string {
  const type = script.getAttribute('type') ?? '';
  if (!type.startsWith('math/tex')) return '';
  const fence = /mode\s*=\s*display/.test(type) ? '$$' : '$';
  return fence + script.textContent + fence;
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
