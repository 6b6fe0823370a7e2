/** Shows marks: with CSS highlights if the browser has them, else at the edges of rows. */
import type { Colour } from '@/lib/protocol/colours';
import type { NodeRange } from './placed-text';

/** What a mark is for: a rule, by its colour, or the filter. */
export type MarkKind = Colour | 'filter';

/** A place on the page to mark. */
export interface Mark {
  readonly kind: MarkKind;
  readonly range: NodeRange;
}

/** What was found in a row. */
interface Found {
  readonly elements: readonly Element[];
  readonly marks: () => readonly Mark[];
  readonly kinds: () => ReadonlySet<MarkKind>;
}

export interface Surface {
  /** Replaces the row's marks. */
  readonly show: (row: object, found: Found) => void;
  readonly remove: (row: object) => void;
  /** Whether to underline marks, which takes time for every row on the page. */
  readonly setUnderlined: (isUnderlined: boolean) => void;
}

/** Whether words can be highlighted without touching the page's DOM. */
export function hasHighlights(): boolean {
  return typeof Highlight === 'function' && typeof CSS !== 'undefined' && 'highlights' in CSS;
}

interface MarkRange {
  readonly names: readonly string[];
  readonly range: StaticRange;
}

/**
 * CSS Custom Highlights: `winnow-rule-1` to `winnow-rule-8`, and `winnow-filter` above them.
 *
 * On each frame that changes the page, a browser looks at all registered ranges; 35,000 of them
 * take a third of a second. So only rows near the viewport should have theirs here. Underlines,
 * `winnow-line-1` to `winnow-line-8`, distinguish the colours for those who cannot see them. If
 * there are any, each such frame takes another 10 µs for each row of the page, as the browser
 * checks for overflow: long pages have none.
 */
export function highlightSurface(): Surface {
  const shown = new Map<object, readonly MarkRange[]>();
  const registered = new Map<string, Highlight>();
  let isUnderlined = true;

  function highlightFor(name: string): Highlight {
    const known = registered.get(name);
    if (known) return known;
    const highlight = new Highlight();
    highlight.priority = name === FILTER_NAME ? 1 : 0;
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
    show(row, found) {
      remove(row);
      const ranges = found.marks().map((mark) => toMarkRange(mark, isUnderlined));
      if (ranges.length === 0) return;
      for (const { names, range } of ranges)
        for (const name of names) highlightFor(name).add(range);
      shown.set(row, ranges);
    },
    remove,
    setUnderlined(isOn) {
      isUnderlined = isOn;
      if (isOn) return; // rows are underlined when they are next shown
      for (const [name, highlight] of registered)
        if (name.startsWith(LINE_PREFIX)) highlight.clear();
    },
  };
}

const LINE_PREFIX = 'winnow-line-';
const FILTER_NAME = 'winnow-filter';

/** The names of the highlights that a mark is in. */
function namesOf(kind: MarkKind, isUnderlined: boolean): readonly string[] {
  if (kind === 'filter') return [FILTER_NAME];
  return isUnderlined ? [`winnow-rule-${kind}`, `${LINE_PREFIX}${kind}`] : [`winnow-rule-${kind}`];
}

function toMarkRange({ kind, range }: Mark, isUnderlined: boolean): MarkRange {
  return { names: namesOf(kind, isUnderlined), range: new StaticRange(range) };
}

const ATTRIBUTE = 'data-winnow-hit';

/** Without CSS highlights, an attribute on the row's elements lists what was found in them. */
export function edgeSurface(): Surface {
  const shown = new Map<object, readonly Element[]>();

  function remove(row: object): void {
    for (const element of shown.get(row) ?? []) element.removeAttribute(ATTRIBUTE);
    shown.delete(row);
  }

  function show(row: object, found: Found): void {
    remove(row);
    const names = [...found.kinds()].map(String).sort().join(' ');
    if (names === '') return;
    for (const element of found.elements) element.setAttribute(ATTRIBUTE, names);
    shown.set(row, found.elements);
  }

  return { show, remove, setUnderlined() {} };
}
