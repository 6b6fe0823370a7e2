/** Where marks are shown: CSS highlights where the browser has them, else the edges of rows. */
import type { Colour } from '@/lib/protocol/colours';

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
  /** Says whether the page is short enough for what takes time with every row that it has. */
  readonly setShort: (isShort: boolean) => void;
}

/** Whether single words can be marked without touching the page's DOM. */
export function hasHighlights(): boolean {
  return typeof Highlight === 'function' && typeof CSS !== 'undefined' && 'highlights' in CSS;
}

interface Place {
  readonly names: readonly string[];
  readonly range: StaticRange;
}

/**
 * CSS Custom Highlights: `winnow-rule-1` to `winnow-rule-8`, and `winnow-filter` above them.
 *
 * For each frame in which the page changed, a browser looks at all ranges that are registered, and
 * at 35,000 that takes a third of a second. So only rows near what is seen may have theirs here.
 * Lines under words, `winnow-line-1` to `winnow-line-8`, tell the colours apart for those who don't
 * see them. With any, each such frame also takes 10 µs for each row of the page, in which a browser
 * looks for what hangs out of it: a page that is not short has none.
 */
export function highlightSurface(): Surface {
  const shown = new Map<object, readonly Place[]>();
  const registered = new Map<string, Highlight>();
  let isLined = true;

  function highlightFor(name: string): Highlight {
    const known = registered.get(name);
    if (known) return known;
    const highlight = new Highlight();
    highlight.priority = name === FILTER ? 1 : 0;
    CSS.highlights.set(name, highlight);
    registered.set(name, highlight);
    return highlight;
  }

  function remove(row: object): void {
    for (const { names, range } of shown.get(row) ?? []) {
      for (const name of names) registered.get(name)?.delete(range);
    }
    shown.delete(row);
  }

  return {
    show(row, _elements, marks) {
      remove(row);
      if (marks.length === 0) return;
      const places = marks.map((mark) => placeOf(mark, isLined));
      for (const { names, range } of places)
        for (const name of names) highlightFor(name).add(range);
      shown.set(row, places);
    },
    remove,
    setShort(isShort) {
      isLined = isShort;
      if (isLined) return; // rows get their lines when they are shown anew
      for (const [name, highlight] of registered) if (name.startsWith(LINE)) highlight.clear();
    },
  };
}

const LINE = 'winnow-line-';
const FILTER = 'winnow-filter';

/** The highlights that a mark is in. */
function namesOf(kind: MarkKind, isLined: boolean): readonly string[] {
  if (kind === 'filter') return [FILTER];
  return isLined ? [`winnow-rule-${kind}`, `${LINE}${kind}`] : [`winnow-rule-${kind}`];
}

function placeOf({ kind, node, start, end }: Mark, isLined: boolean): Place {
  const range = new StaticRange({
    startContainer: node,
    startOffset: start,
    endContainer: node,
    endOffset: end,
  });
  return { names: namesOf(kind, isLined), range };
}

const ATTRIBUTE = 'data-winnow-hit';

/** For browsers without: the row's elements name in an attribute what was found in them. */
export function edgeSurface(): Surface {
  const shown = new Map<object, readonly Element[]>();

  function remove(row: object): void {
    for (const element of shown.get(row) ?? []) element.removeAttribute(ATTRIBUTE);
    shown.delete(row);
  }

  function show(row: object, elements: readonly Element[], marks: readonly Mark[]): void {
    remove(row);
    if (marks.length === 0) return;
    const kinds = [...new Set(marks.map(({ kind }) => String(kind)))].sort().join(' ');
    for (const element of elements) element.setAttribute(ATTRIBUTE, kinds);
    shown.set(row, elements);
  }

  return { show, remove, setShort() {} };
}
