import { type FocusEvent, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { useVirtualRows } from '@/components/design/use-virtual-rows';
import { rowIndexOf } from '@/components/design/virtual-list';
import type { CardKey, ListRows } from './list-rows';

/** Estimated height of a card, in px. */
const CARD_HEIGHT = 104;

/** Room below the last card for the toast, in px. */
const TOAST_HEIGHT = 60;

/** The active card, and its index when it became active. */
interface Active {
  readonly key: CardKey | null;
  readonly index: number;
}

const FIRST: Active = { key: null, index: 0 };

/**
 * The one card of a list that keys act on. It stays rendered when scrolled out of view, and keeps the
 * focus while the focus is in the list. A new `question` starts at the first card.
 */
export function useActiveCard(rows: ListRows, question: string) {
  const [active, setActive] = useState(FIRST);
  const elements = useRef(new Map<CardKey, HTMLElement>());
  /** Whether the focus is in the list. Stays true when the focused card is removed. */
  const isInside = useRef(false);
  /** Whether to focus the active card as soon as it is rendered. */
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
    if (!element) return; // rendered once the list has scrolled there
    isToFocus.current = false;
    element.focus({ preventScroll: true });
    setActive({ key, index });
  });

  function moveTo(wanted: number): void {
    isToFocus.current = true; // if there are no cards yet, the first one to come
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
    /** Registers or removes the element of a card. Stable. */
    keepElement: useCallback((one: CardKey, element: HTMLElement | null) => {
      if (element) elements.current.set(one, element);
      else elements.current.delete(one);
    }, []),
    /** Returns the focus to a card, if it is the active one and the focus is in the list. Stable. */
    refocus: useCallback((one: CardKey) => {
      isToFocus.current = isInside.current && one === latestKey.current;
    }, []),
    /** Handlers for the list, which make the active card follow the focus. */
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

/** The current index of the active card; the list may have changed around it, or without it. */
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
