import { useCallback, useMemo } from 'react';
import { useVirtualRows } from '@/components/design/use-virtual-rows';
import { VirtualList } from '@/components/design/virtual-list';
import { usePapers } from '@/components/live-lists/use-list';
import type { TagColours } from '@/components/live-lists/use-tags';
import { finderFor } from '@/components/paper-parts/finder';
import { PaperRow, type RowActions } from './paper-row';
import { useRowFocus } from './use-row-focus';
import type { ListSelection } from './use-selection';

/** Estimated height of a row, in px. */
const ROW_HEIGHT = 66;

interface PaperRowsProps extends RowActions {
  readonly label: string;
  /** In order. */
  readonly nums: Uint32Array;
  readonly selection: ListSelection;
  readonly search: string;
  readonly tagColours: TagColours;
}

/** Any number of papers as rows. Only those in view are rendered. */
export function PaperRows(props: PaperRowsProps) {
  const { label, nums, selection, search, tagColours, ...actions } = props;
  const { cursor, chosen, keyMoves } = selection;
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
              position={index}
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
