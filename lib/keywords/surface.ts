/** Where marks are shown: CSS highlights where the browser has them, else the edges of rows. */
import type { Colour } from './colours';

/** What a mark is for: a rule's colour, or the filter. */
type MarkKind = Colour | 'filter';

/** A place in a text node. */
export interface Mark {
  readonly kind: MarkKind;
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

export interface Surface {
  /** Shows these marks on the row, in place of those shown before. */
  readonly show: (row: object, elements: readonly Element[], marks: readonly Mark[]) => void;
  readonly remove: (row: object) => void;
}

/** Whether single words can be marked without touching the page's DOM. */
export function hasHighlights(): boolean {
  return typeof Highlight === 'function' && typeof CSS !== 'undefined' && 'highlights' in CSS;
}

/** CSS Custom Highlights: `winnow-rule-1` to `winnow-rule-8`, and `winnow-filter` above them. */
export function highlightSurface(): Surface {
  const shown = new Map<object, { readonly highlight: Highlight; readonly range: StaticRange }[]>();

  function remove(row: object): void {
    for (const { highlight, range } of shown.get(row) ?? []) highlight.delete(range);
    shown.delete(row);
  }

  return {
    remove,
    show(row, _elements, marks) {
      remove(row);
      if (marks.length === 0) return;
      const ranges = marks.map(({ kind, node, start, end }) => {
        const range = new StaticRange({
          ...{ startContainer: node, startOffset: start },
          ...{ endContainer: node, endOffset: end },
        });
        const highlight = highlightFor(kind);
        highlight.add(range);
        return { highlight, range };
      });
      shown.set(row, ranges);
    },
  };
}

function highlightFor(kind: MarkKind): Highlight {
  const name = kind === 'filter' ? 'winnow-filter' : `winnow-rule-${kind}`;
  const known = CSS.highlights.get(name);
  if (known) return known;
  const highlight = new Highlight();
  highlight.priority = kind === 'filter' ? 1 : 0;
  CSS.highlights.set(name, highlight);
  return highlight;
}

const ATTRIBUTE = 'data-winnow-hit';

/** For browsers without: the row's elements name in an attribute what was found in them. */
export function edgeSurface(): Surface {
  const shown = new Map<object, readonly Element[]>();

  function remove(row: object): void {
    for (const element of shown.get(row) ?? []) element.removeAttribute(ATTRIBUTE);
    shown.delete(row);
  }

  return {
    remove,
    show(row, elements, marks) {
      remove(row);
      if (marks.length === 0) return;
      const kinds = [...new Set(marks.map(({ kind }) => String(kind)))].sort().join(' ');
      for (const element of elements) element.setAttribute(ATTRIBUTE, kinds);
      shown.set(row, elements);
    },
  };
}
