/** Brings an element to a height in the window, also where the page is too short to scroll that far. */

export const ROOM_TAG = 'winnow-room';

const MAX_ROUNDS = 4;

export interface Room {
  /**
   * Scrolls so that the element's top is `y` pixels from the top of the window. Where the page ends
   * before, there is empty room above the list or below the page, and no more than it takes.
   */
  readonly bring: (element: Element, y: number) => void;
  /** Whether there is any such room. */
  readonly isUsed: () => boolean;
  /** Takes it away again. */
  readonly remove: () => void;
}

/** `firstList` gives the element that holds the first row. */
export function createRoom(document: Document, firstList: () => HTMLElement | null): Room {
  const below = document.createElement(ROOM_TAG);
  let pushed: { readonly list: HTMLElement; readonly style: string | null } | null = null;

  function releaseList(): void {
    if (!pushed) return;
    const { list, style } = pushed;
    // Chrome leaves an empty attribute of a style that was set and never read.
    const isSet = list.getAttribute('style') !== null;
    if (style !== null) list.setAttribute('style', style);
    else if (isSet) list.removeAttribute('style');
    pushed = null;
  }

  /** `missing` says how many pixels are missing still, below 0. */
  function pushList(first: HTMLElement, missing: () => number): void {
    pushed = { list: first, style: first.getAttribute('style') };
    let margin = Number.parseFloat(getComputedStyle(first).marginTop) || 0;
    // Margins that meet are one, so that a small one pushes nothing at first.
    for (let round = 0; round < MAX_ROUNDS && missing() <= -0.5; round += 1) {
      margin -= missing();
      first.style.setProperty('margin-top', `${margin}px`, 'important');
    }
  }

  function extendPage(pixels: number): void {
    if (pixels <= 0) {
      below.remove();
      return;
    }
    below.style.cssText = `display: block !important; height: ${pixels}px !important`;
    if (!below.isConnected) document.documentElement.append(below);
  }

  function bring(element: Element, y: number): void {
    const scroller = document.scrollingElement ?? document.documentElement;
    const missing = () => element.getBoundingClientRect().top - y;
    const scroll = () => {
      const by = missing();
      if (Math.abs(by) < 0.5) return; // windows scroll by whole pixels
      scroller.scrollTo({ top: scroller.scrollTop + by, behavior: 'instant' });
    };
    remove();
    scroll();
    const by = missing();
    const first = firstList();
    if (by <= -1 && first && isBelow(first, element)) {
      pushList(first, missing);
    } else if (by >= 1) {
      extendPage(scroller.clientHeight); // no more can be missing
      scroll();
      const unneeded = scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
      extendPage(scroller.clientHeight - unneeded);
    }
  }

  function remove(): void {
    releaseList();
    extendPage(0);
  }

  return {
    bring,
    isUsed: () => pushed !== null || below.isConnected,
    remove,
  };
}

/** Whether what pushes the list pushes the element too. */
function isBelow(list: HTMLElement, element: Element): boolean {
  return (list.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0; // also of what is within
}
