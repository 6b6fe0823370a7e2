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

/** Visits the items, letting the page breathe; ends early when aborted. `lib/page/slices.ts` has one. */
export type Slices = <T>(
  items: Iterable<T>,
  signal: AbortSignal,
  visit: (item: T) => void,
) => Promise<void>;

export interface Surface {
  /** Shows these marks on the row, in place of those shown before. */
  readonly show: (row: object, elements: readonly Element[], marks: readonly Mark[]) => void;
  /** As `show`, but what was prepared is seen only when `commit` is done, all at once. */
  readonly prepare: (row: object, elements: readonly Element[], marks: readonly Mark[]) => void;
  /** Shows what was prepared; when it is aborted, the next call does. */
  readonly commit: (inSlices: Slices, signal: AbortSignal) => Promise<void>;
  readonly remove: (row: object) => void;
}

/** Whether single words can be marked without touching the page's DOM. */
export function hasHighlights(): boolean {
  return typeof Highlight === 'function' && typeof CSS !== 'undefined' && 'highlights' in CSS;
}

interface Place {
  readonly kind: MarkKind;
  readonly range: StaticRange;
}

/** So many marks are changed where they stand: it takes a few milliseconds. */
const FEW = 4_000;

/**
 * CSS Custom Highlights: `winnow-rule-1` to `winnow-rule-8`, and `winnow-filter` above them.
 *
 * For each frame in which a highlight changed, a browser looks at all of its ranges, and at 35,000
 * that takes a third of a second. So the marks of many rows are collected in highlights that are not
 * registered, which costs no frame anything, and take the place of the old ones in one go.
 */
export function highlightSurface(): Surface {
  const shown = new Map<object, readonly Place[]>();
  const prepared = new Map<object, readonly Place[]>();
  const registered = new Map<MarkKind, Highlight>();

  function highlightFor(kind: MarkKind): Highlight {
    const known = registered.get(kind);
    if (known) return known;
    const highlight = makeHighlight(kind);
    register(kind, highlight);
    return highlight;
  }

  function register(kind: MarkKind, highlight: Highlight): void {
    CSS.highlights.set(kind === 'filter' ? 'winnow-filter' : `winnow-rule-${kind}`, highlight);
    registered.set(kind, highlight);
  }

  function takeOff(row: object): void {
    for (const { kind, range } of shown.get(row) ?? []) registered.get(kind)?.delete(range);
    shown.delete(row);
  }

  function putOn(row: object, places: readonly Place[]): void {
    takeOff(row);
    if (places.length === 0) return;
    for (const { kind, range } of places) highlightFor(kind).add(range);
    shown.set(row, places);
  }

  function countChanges(): number {
    let changes = 0;
    for (const [row, places] of prepared) changes += places.length + (shown.get(row)?.length ?? 0);
    return changes;
  }

  return {
    show(row, _elements, marks) {
      prepared.delete(row);
      putOn(row, marks.map(placeOf));
    },
    prepare(row, _elements, marks) {
      prepared.set(row, marks.map(placeOf));
    },
    async commit(inSlices, signal) {
      if (countChanges() <= FEW) {
        for (const [row, places] of prepared) putOn(row, places);
        prepared.clear();
        return;
      }
      const drafts = new Map([...registered.keys()].map((kind) => [kind, makeHighlight(kind)]));
      await inSlices(new Set([...shown.keys(), ...prepared.keys()]), signal, (row) => {
        for (const { kind, range } of prepared.get(row) ?? shown.get(row) ?? []) {
          const draft = drafts.get(kind) ?? makeHighlight(kind);
          drafts.set(kind, draft);
          draft.add(range);
        }
      });
      if (signal.aborted) return;
      for (const [kind, draft] of drafts) register(kind, draft);
      for (const [row, places] of prepared) {
        if (places.length > 0) shown.set(row, places);
        else shown.delete(row);
      }
      prepared.clear();
    },
    remove(row) {
      prepared.delete(row);
      takeOff(row);
    },
  };
}

function placeOf({ kind, node, start, end }: Mark): Place {
  const range = new StaticRange({
    startContainer: node,
    startOffset: start,
    endContainer: node,
    endOffset: end,
  });
  return { kind, range };
}

function makeHighlight(kind: MarkKind): Highlight {
  const highlight = new Highlight();
  highlight.priority = kind === 'filter' ? 1 : 0;
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

  function show(row: object, elements: readonly Element[], marks: readonly Mark[]): void {
    remove(row);
    if (marks.length === 0) return;
    const kinds = [...new Set(marks.map(({ kind }) => String(kind)))].sort().join(' ');
    for (const element of elements) element.setAttribute(ATTRIBUTE, kinds);
    shown.set(row, elements);
  }

  return { show, prepare: show, commit: () => Promise.resolve(), remove };
}
