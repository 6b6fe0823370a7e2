/**
 * The reader's place: while rows fold, vanish, come back or grow, the row being read stays where it is
 * on the screen, or the nearest row that is left takes its place; when it comes back, it is there again.
 */
import type { Row } from '@/lib/sites/site';
import { boxOf, isInView, listOf, nearestShown, rowAtLine } from './reading-row';
import { createRoom } from './room';
import { mayMoveRows } from './row-changes';
import type { PageState, PageStore } from './store';
import type { PageUiStore } from './ui';

/** What the page itself does right after a click is the reader's doing, for so many milliseconds. */
const OWN_DOING_MS = 500;

/** Where a row is, in pixels from the top of the window. */
interface Place {
  /** `null`: the top of the page, where nobody reads a certain row yet. */
  readonly row: Row | null;
  readonly y: number;
  /** The current row when this was the place. */
  readonly current: Row | null;
}

/** What stands at the place now. As long as it is still there, the reader has not scrolled. */
interface Stand {
  /** `null` for the top of the page. */
  readonly element: Element | null;
  readonly y: number;
  readonly scrollY: number;
}

interface Options {
  readonly store: PageStore;
  readonly ui: PageUiStore;
  /** What is shown where the rows would be while there are none. */
  readonly inPlaceOfRows: () => Element | null;
}

export interface PlaceKeeper {
  /** To be subscribed to the store before all that draws rows. */
  readonly before: (state: PageState, earlier: PageState) => void;
  /** To be subscribed to the store after all that draws rows: in the same frame. */
  readonly after: () => void;
  readonly stop: () => void;
}

export function createPlaceKeeper({ store, ui, inPlaceOfRows }: Options): PlaceKeeper {
  const stopping = new AbortController();
  const { signal } = stopping;
  const room = createRoom(document, () => listOf(store.getState().rows));
  /** `null` until it is asked for: at the start the answer would cost a layout. */
  let knownAtTop: boolean | null = null;
  let place: Place | null = null;
  let stand: Stand | null = null;
  /** The place to be kept by the change under way. */
  let kept: Place | null = null;
  let lastPress = Number.NEGATIVE_INFINITY;

  function isAtTop(): boolean {
    knownAtTop ??= window.scrollY === 0;
    return knownAtTop;
  }

  function before(state: PageState, earlier: PageState): void {
    kept = null;
    if (!mayMoveRows(state, earlier)) return;
    const { current } = ui.getState();
    if (!isUnmoved()) place = null;
    const isOther = current !== null && place?.current !== current && isInView(current);
    if (!place || (isOther && earlier.matching === null)) place = placeOf(earlier, current);
    // Without the filter, the reader is back where they were before it, whatever they did meanwhile.
    const isBack = earlier.matching !== null && state.matching === null;
    kept = isOther && !isBack ? placeOf(earlier, current) : place;
    if (!kept) stand = null;
  }

  function after(): void {
    if (!kept) return;
    keep(kept);
    kept = null;
  }

  /** Where the reader is. `null` if no row is in view. */
  function placeOf({ rows }: PageState, current: Row | null): Place | null {
    if (current && isInView(current)) return { row: current, y: topOf(current), current };
    if (isAtTop()) return { row: null, y: 0, current };
    const row = rowAtLine(rows);
    return row && { row, y: topOf(row), current };
  }

  function keep({ row, y }: Place): void {
    if (!row) {
      room.remove();
      standOn(null);
      return;
    }
    const shown = nearestShown(store.getState().rows, row);
    const element = shown?.elements[0] ?? inPlaceOfRows();
    if (element) room.bring(element, shown ? withinView(shown, y) : Math.max(y, margin()));
    standOn(element ?? document.documentElement);
  }

  function standOn(element: Element | null): void {
    setAnchoring(element === null);
    stand = element
      ? { element, y: element.getBoundingClientRect().top, scrollY: window.scrollY }
      : { element, y: 0, scrollY: 0 };
  }

  function isUnmoved(): boolean {
    if (!stand) return false;
    if (!stand.element) return isAtTop();
    return Math.abs(stand.element.getBoundingClientRect().top - stand.y) < 1;
  }

  function isScrolled({ scrollY }: Stand): boolean {
    return Math.abs(window.scrollY - scrollY) >= 1;
  }

  /** The page has grown by itself, as when MathJax sets formulas. */
  function onResize(): void {
    if (!stand?.element || performance.now() - lastPress < OWN_DOING_MS) return;
    if (isScrolled(stand) || isUnmoved()) return;
    room.bring(stand.element, stand.y);
    standOn(stand.element);
  }

  /** Room that has been scrolled out of view goes; the current row is held from here on. */
  function onScrollEnd(): void {
    if (isUnmoved()) return;
    // The scrolling was ours, and the page has grown since: see `onResize`.
    if (stand && !isScrolled(stand)) return;
    const { current } = ui.getState();
    place = current && isInView(current) ? placeOf(store.getState(), current) : null;
    const row = room.isUsed() ? (place?.row ?? rowAtLine(store.getState().rows)) : place?.row;
    if (row) keep({ row, y: topOf(row), current });
    else {
      stand = null;
      setAnchoring(true);
    }
  }

  const resizes = new ResizeObserver(onResize);
  resizes.observe(document.body);
  const listen = (type: string, listener: (event: Event) => void) =>
    document.addEventListener(type, listener, { signal, passive: true, capture: true });
  listen('scroll', () => {
    knownAtTop = window.scrollY === 0;
  });
  listen('scrollend', onScrollEnd);
  listen('pointerdown', ({ timeStamp }) => {
    lastPress = timeStamp;
  });
  const unsubscribe = ui.subscribe(({ current }, earlier) => {
    if (current === earlier.current || store.getState().matching) return;
    if (!current || !isInView(current)) return;
    place = placeOf(store.getState(), current);
    standOn(current.elements[0]);
  });

  return {
    before,
    after,
    stop() {
      stopping.abort();
      resizes.disconnect();
      unsubscribe();
      room.remove();
      setAnchoring(true);
    },
  };
}

/** The browser too moves pages, to keep what it takes for the reader's place: see page.css. */
function setAnchoring(isOn: boolean): void {
  document.documentElement.toggleAttribute('data-winnow-place', !isOn);
}

function topOf({ elements: [element] }: Row): number {
  return element.getBoundingClientRect().top;
}

/** Where something of the row is seen: one that was longer may have ended in the window alone. */
function withinView(row: Row, y: number): number {
  const box = boxOf(row);
  return box && y + box.bottom - box.top <= 0 ? margin() : y;
}

/** The room above what comes into view; as in `scrollToRow`. */
function margin(): number {
  return Math.min(96, window.innerHeight / 6);
}
