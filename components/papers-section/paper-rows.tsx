import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { usePapers } from '@/components/live-lists/use-list';
import type { TagColours } from '@/components/live-lists/use-tags';
import { finderFor } from '@/components/paper-list/finder';
import { PaperRow, type RowActions } from './paper-row';

/** Height of a row before it was measured, in px. */
const ROW_HEIGHT = 66;

interface PaperRowsProps extends RowActions {
  readonly label: string;
  /** In order. */
  readonly nums: Uint32Array;
  readonly cursor: number | null;
  readonly chosen: ReadonlySet<number>;
  readonly search: string;
  readonly tagColours: TagColours;
  /** Changes when the keyboard goes to another paper: the list then shows it and moves the focus. */
  readonly keyMoves: number;
}

/** The papers of a list, however many: only those in view are there. */
export function PaperRows(props: PaperRowsProps) {
  const { label, nums, cursor, chosen, search, tagColours, keyMoves, ...actions } = props;
  const find = useMemo(() => finderFor(search), [search]);
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: nums.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: useCallback((index: number) => nums[index] ?? index, [nums]),
    overscan: 6,
    initialRect: { width: 800, height: 600 },
  });
  const items = virtualizer.getVirtualItems();
  const records = usePapers(items.map(({ index }) => nums[index] ?? -1));
  const current = cursor === null ? -1 : nums.indexOf(cursor);

  const isToFocus = useRef(false);
  /** Stays true when the row that has the focus goes: nobody is told of that. */
  const hasFocus = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when a key moved
  useEffect(() => {
    if (keyMoves === 0 || current < 0) return;
    isToFocus.current = true;
    virtualizer.scrollToIndex(current, { align: 'auto' });
  }, [keyMoves]);
  useEffect(() => {
    // The row may have come into being only now that the list has scrolled, or was read.
    const isLost = hasFocus.current && document.activeElement === document.body;
    const isBetween = cursor !== null && current < 0; // the selection has yet to follow the list
    if ((!isToFocus.current && !isLost) || isBetween) return;
    const row = scroller.current?.querySelector<HTMLElement>('[aria-current]');
    if (!row) {
      // Rows on the way there turned out higher or lower than was thought.
      if (current >= 0) virtualizer.scrollToIndex(current, { align: 'auto' });
      return;
    }
    isToFocus.current = false;
    row.focus({ preventScroll: true });
  });

  return (
    <div ref={scroller} className="paper-rows">
      <div
        role="feed"
        aria-label={label}
        style={{ height: virtualizer.getTotalSize() }}
        onFocus={() => {
          hasFocus.current = true;
        }}
        onBlur={({ relatedTarget }) => {
          hasFocus.current = relatedTarget === null && !document.hasFocus();
        }}
      >
        {items.map(({ key, index, start }) => {
          const num = nums[index];
          const record = num === undefined ? undefined : records.get(num);
          return (
            <div
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              className="row-slot"
              style={{ transform: `translateY(${start}px)` }}
            >
              {record && num !== undefined && (
                <PaperRow
                  {...actions}
                  record={record}
                  place={index}
                  total={nums.length}
                  isCurrent={num === cursor || (current < 0 && index === 0)}
                  isChosen={chosen.has(num)}
                  find={find}
                  tagColours={tagColours}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
