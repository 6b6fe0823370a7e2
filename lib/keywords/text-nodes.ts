/** The texts of a page that are the page's own. */

/** Text in these is no text of the page: MathJax's drawings and sources, scripts, our own elements. */
const NO_TEXT =
  '.MathJax, .MathJax_Display, .MathJax_Preview, mjx-container, script, style, winnow-row, winnow-page';

/** The text nodes in the element, in order. */
export function* textNodes(element: Element): Generator<Text> {
  const walker = document.createTreeWalker(
    element,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
    (node) => {
      if (node instanceof Text) return NodeFilter.FILTER_ACCEPT;
      const isText = !(node as Element).matches(NO_TEXT);
      return isText ? NodeFilter.FILTER_SKIP : NodeFilter.FILTER_REJECT;
    },
  );
  while (walker.nextNode()) yield walker.currentNode as Text;
}
