/** The texts of a page that are the page's own. */

/** Text in these is no text of the page: scripts, our own elements, MathJax 3's drawings. */
const NO_TEXT = new Set(['SCRIPT', 'STYLE', 'WINNOW-ROW', 'WINNOW-PAGE', 'MJX-CONTAINER']);

/** Nor is what MathJax 2.7 draws: `MathJax`, `MathJax_Display`, `MathJax_Preview`. */
const DRAWN = /(?:^|\s)MathJax/;

/** The text nodes in the element, in order. Asks no selectors: this runs on each node of a page. */
export function* textNodes(element: Element): Generator<Text> {
  const walker = document.createTreeWalker(
    element,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
    (node) => {
      if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
      const { tagName } = node as Element;
      const isNoText =
        NO_TEXT.has(tagName) || DRAWN.test((node as Element).getAttribute('class') ?? '');
      return isNoText ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
    },
  );
  while (walker.nextNode()) yield walker.currentNode as Text;
}
