/** Marks places in a page's text without touching its DOM: the CSS Custom Highlight API. */
import type { Range as TextRange } from './words';

/** Text in these is no text of the page: MathJax's drawings and sources, scripts, our controls. */
const NO_TEXT = '.MathJax, .MathJax_Display, .MathJax_Preview, script, style, winnow-row';

/**
 * Marks in the elements what `find` finds in each of their texts, under `name`; what was marked
 * under that name before is unmarked. `page.css` gives each name its colours.
 */
export function paint(
  name: string,
  elements: Iterable<Element>,
  find: (text: string) => readonly TextRange[],
): void {
  const ranges: StaticRange[] = [];
  for (const element of elements) {
    for (const node of textNodes(element)) {
      for (const [startOffset, endOffset] of find(node.data)) {
        ranges.push(
          new StaticRange({ startContainer: node, startOffset, endContainer: node, endOffset }),
        );
      }
    }
  }
  if (ranges.length > 0) CSS.highlights.set(name, new Highlight(...ranges));
  else CSS.highlights.delete(name);
}

function* textNodes(element: Element): Generator<Text> {
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
