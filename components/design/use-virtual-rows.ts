import { defaultRangeExtractor, useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { type RefObject, useRef } from 'react';

/** The assumed size of a list before it is measured, in px. */
const INITIAL_RECT = { width: 800, height: 600 };

interface VirtualRowsOptions {
  readonly count: number;
  /** Estimated height of a row, in px. */
  readonly rowHeight: number;
  /** Identifies rows; by index if omitted. Must be the same function while the rows are the same. */
  readonly keyAt?: (index: number) => string | number;
  /** How many rows to render beyond each edge of the view. */
  readonly overscan?: number;
  /** Room below the last row, in px. */
  readonly roomBelow?: number;
  /** A row that stays rendered when scrolled out of view. */
  readonly keptIndex?: number;
}

/** The rows of a long list to render, for `VirtualList`. */
export interface VirtualRows {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly count: number;
  /** The height of all rows, in px. */
  readonly height: number;
  readonly rendered: readonly Pick<VirtualItem, 'key' | 'index' | 'start'>[];
  readonly measure: (row: HTMLElement | null) => void;
  /** The indexes of the first and the last row in view. */
  readonly first: number;
  readonly last: number;
  /** Scrolls just far enough to bring a row into view. */
  readonly scrollTo: (index: number) => void;
  readonly scrollToTop: () => void;
}

/** Works out which rows of a long list are in view. */
export function useVirtualRows(options: VirtualRowsOptions): VirtualRows {
  const { count, rowHeight, keyAt, overscan = 6, roomBelow = 0, keptIndex = -1 } = options;
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    ...(keyAt && { getItemKey: keyAt }),
    overscan,
    paddingEnd: roomBelow,
    initialRect: INITIAL_RECT,
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      if (keptIndex < 0 || keptIndex >= range.count || indexes.includes(keptIndex)) return indexes;
      return [...indexes, keptIndex].sort((a, b) => a - b);
    },
  });
  const { startIndex: first = 0, endIndex: last = 0 } = virtualizer.range ?? {};
  return {
    scroller,
    count,
    height: virtualizer.getTotalSize(),
    rendered: virtualizer.getVirtualItems(),
    measure: virtualizer.measureElement,
    first,
    last,
    scrollTo: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
    scrollToTop() {
      if (scroller.current) scroller.current.scrollTop = 0;
    },
  };
}
