import { useCallback, useMemo } from 'react';
import { useVirtualRows } from '@/components/design/use-virtual-rows';
import { VirtualList } from '@/components/design/virtual-list';
import { usePapers } from '@/components/live-lists/use-list';
import type { TagColours } from '@/components/live-lists/use-tags';
import { finderFor } from '@/components/paper-parts/finder';
import { PaperRow, type RowActions } from './paper-row';
import { useRowFocus } from './use-row-focus';

/** Height of a row before it is measured, in px. */
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
  const rows = useVirtualRows({
    count: nums.length,
    rowHeight: ROW_HEIGHT,
    keyAt: useCallback((index: number) => nums[index] ?? index, [nums]),
  });
  const records = usePapers(rows.rendered.map(({ index }) => nums[index] ?? -1));
  const current = cursor === null ? -1 : nums.indexOf(cursor);

  const focusHandlers = useRowFocus({
    ...{ rows, current, keyMoves },
    isBehind: cursor !== null && current < 0,
  });

  return (
    <VirtualList className="paper-rows" label={label} rows={rows} {...focusHandlers}>
      {(index) => {
        const num = nums[index] ?? -1;
        const record = records.get(num);
        return (
          record && (
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
          )
        );
      }}
    </VirtualList>
  );
}
