import { type FocusEvent, useEffect, useRef } from 'react';
import type { VirtualRows } from '@/components/design/use-virtual-rows';

interface RowFocusOptions {
  readonly rows: VirtualRows;
  /** The index of the current row; -1 if it is not in the list. */
  readonly current: number;
  /** Whether the selection has yet to follow a change of the list. */
  readonly isBehind: boolean;
  /** Changes when a key moves to another row. */
  readonly keyMoves: number;
}

/**
 * Scrolls to and focuses the current row after a key press, or when the focused row is removed.
 * @returns focus handlers for the list
 */
export function useRowFocus({ rows, current, isBehind, keyMoves }: RowFocusOptions) {
  const isToFocus = useRef(false);
  /** Stays true when the focused row is removed, which sends no event. */
  const hasFocus = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when a key moved
  useEffect(() => {
    if (keyMoves === 0 || current < 0) return;
    isToFocus.current = true;
    rows.scrollTo(current);
  }, [keyMoves]);
  useEffect(() => {
    const isLost = hasFocus.current && document.activeElement === document.body;
    if ((!isToFocus.current && !isLost) || isBehind) return;
    const row = rows.scroller.current?.querySelector<HTMLElement>('[aria-current]');
    if (row) {
      isToFocus.current = false;
      row.focus({ preventScroll: true });
    } else if (current >= 0) rows.scrollTo(current); // estimated heights of rows on the way were off
  });
  return {
    onFocus(): void {
      hasFocus.current = true;
    },
    onBlur({ relatedTarget }: FocusEvent): void {
      hasFocus.current = relatedTarget === null && !document.hasFocus();
    },
  };
}
