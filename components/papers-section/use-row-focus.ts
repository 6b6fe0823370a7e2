import { type FocusEvent, useEffect, useRef } from 'react';
import type { VirtualRows } from '@/components/design/use-virtual-rows';

interface RowFocusOptions {
  readonly rows: VirtualRows;
  /** The index of the current row; -1 where there is none in the list. */
  readonly current: number;
  /** Whether the current row is still to follow a change of the list. */
  readonly isBehind: boolean;
  /** Changes when a key makes another row the current one. */
  readonly keyMoves: number;
}

/**
 * Shows and focuses the current row when a key moved there, or when the row that had the focus went.
 * @returns the handlers of the list that it follows the focus by
 */
export function useRowFocus({ rows, current, isBehind, keyMoves }: RowFocusOptions) {
  const isToFocus = useRef(false);
  /** Stays true when the row that has the focus goes: no event tells of that. */
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
    } else if (current >= 0) rows.scrollTo(current); // rows on the way there were not as high as estimated
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
