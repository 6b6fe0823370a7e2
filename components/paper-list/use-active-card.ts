import { type FocusEvent, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { useVirtualRows } from '@/components/design/use-virtual-rows';
import { rowIndexOf } from '@/components/design/virtual-list';
import type { CardKey, ListRows } from './list-rows';

/** Height of a card before it is measured, in px. */
const CARD_HEIGHT = 104;

/** Room below the last card for the toast, in px. */
const TOAST_HEIGHT = 60;

/** Where the active card was when it became that. */
interface Active {
  readonly key: CardKey | null;
  readonly index: number;
}

const FIRST: Active = { key: null, index: 0 };

/**
 * The one card of a list that keys are for. It stays rendered wherever the list is scrolled, and has
 * the focus for as long as that is in the list. Another `question` begins with the first card.
 */
export function useActiveCard(rows: ListRows, question: string) {
  const [active, setActive] = useState(FIRST);
  const elements = useRef(new Map<CardKey, HTMLElement>());
  /** Whether the focus is in the list. It stays true when the card that has the focus goes. */
  const isInside = useRef(false);
  /** Whether the active card is to be focused as soon as it is there. */
  const isToFocus = useRef(false);

  const index = indexOf(active, rows);
  const key = rows.count > 0 ? rows.keyAt(index) : null;
  const latestKey = useRef(key);
  latestKey.current = key;

  const virtual = useVirtualRows({
    count: rows.count,
    rowHeight: CARD_HEIGHT,
    keyAt: rows.keyAt,
    overscan: 4,
    roomBelow: TOAST_HEIGHT,
    keptIndex: index,
  });

  const asked = useRef(question);
  useLayoutEffect(() => {
    if (asked.current === question) return;
    asked.current = question;
    virtual.scrollToTop();
    if (isInside.current) return;
    isToFocus.current = false;
    setActive(FIRST);
  });

  useLayoutEffect(() => {
    if (key === null) return;
    const isLost = isInside.current && document.activeElement === document.body;
    const isGone = active.key !== null && active.key !== key;
    if (!isToFocus.current && !(isLost && isGone)) return;
    const element = elements.current.get(key);
    if (!element) return; // the list scrolls there, and the next render has it
    isToFocus.current = false;
    element.focus({ preventScroll: true });
    setActive({ key, index });
  });

  function moveTo(wanted: number): void {
    isToFocus.current = true; // where no card has come yet, the first one that does
    if (rows.count === 0) return;
    const to = Math.max(0, Math.min(rows.count - 1, wanted));
    setActive({ key: rows.keyAt(to), index: to });
    virtual.scrollTo(to);
  }

  return {
    virtual,
    index,
    key,
    moveTo,
    /** Keeps the element of a card, or forgets it. Always the same function. */
    keepElement: useCallback((one: CardKey, element: HTMLElement | null) => {
      if (element) elements.current.set(one, element);
      else elements.current.delete(one);
    }, []),
    /** Gives the focus back to a card, if it is the active one of a list that has the focus. */
    refocus: useCallback((one: CardKey) => {
      isToFocus.current = isInside.current && one === latestKey.current;
    }, []),
    /** The list's handlers by which the active card follows the focus. */
    handlers: {
      onFocus({ target }: FocusEvent): void {
        isInside.current = true;
        const at = rowIndexOf(target);
        if (at === null || rows.keyAt(at) === active.key) return;
        setActive({ key: rows.keyAt(at), index: at });
      },
      onBlur({ relatedTarget, currentTarget }: FocusEvent): void {
        if (relatedTarget) isInside.current = currentTarget.contains(relatedTarget);
      },
    },
  };
}

/** Where the active card is now: the list may have changed around it, or it may be gone. */
function indexOf(active: Active, rows: ListRows): number {
  const last = Math.max(0, rows.count - 1);
  const index = Math.min(active.index, last);
  if (active.key === null || rows.count === 0 || rows.keyAt(index) === active.key) return index;
  for (let near = 1; near <= last; near += 1) {
    if (index - near >= 0 && rows.keyAt(index - near) === active.key) return index - near;
    if (index + near <= last && rows.keyAt(index + near) === active.key) return index + near;
  }
  return index;
}
