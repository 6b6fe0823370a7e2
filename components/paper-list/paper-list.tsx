import { type Ref, useEffect, useImperativeHandle } from 'react';
import { VirtualList } from '@/components/design/virtual-list';
import type { CardSurroundings } from './card-paper';
import type { ListRows } from './list-rows';
import { PaperCard } from './paper-card';
import { useActiveCard } from './use-active-card';
import { useCardKeys } from './use-card-keys';
import { useOpenParts } from './use-open-parts';

/** A handle for the component that contains the list. */
export interface ListHandle {
  /** Focuses the active card, else the first, if need be as soon as it is there. */
  readonly focus: () => void;
}

interface PaperListProps extends CardSurroundings {
  readonly ref?: Ref<ListHandle>;
  /** The accessible name of the list. */
  readonly label: string;
  readonly rows: ListRows;
  /** Identifies the query: another one starts at the top. */
  readonly asked: string;
  /** Called with the indexes of the first and the last row in view. */
  readonly onView?: (first: number, last: number) => void;
  /** Moves the focus to what is above the list. */
  readonly onLeave?: () => void;
}

/** Any number of papers as cards. Only those in view and the active one are rendered. */
export function PaperList({ ref, label, rows, asked, onView, onLeave, ...card }: PaperListProps) {
  const active = useActiveCard(rows, asked);
  const parts = useOpenParts(active.refocus);
  const onKeyDown = useCardKeys({ rows, active, parts, onLeave, ...card });
  const { first, last } = active.virtual;
  useEffect(() => onView?.(first, last), [onView, first, last]);
  useImperativeHandle(ref, () => ({ focus: () => active.moveTo(active.index) }));

  return (
    <VirtualList
      className="paper-list"
      label={label}
      rows={active.virtual}
      onKeyDown={onKeyDown}
      {...active.handlers}
    >
      {(index) => {
        const key = rows.keyAt(index);
        const item = rows.paperAt(index);
        return item ? (
          <PaperCard
            {...card}
            item={item}
            cardKey={key}
            position={index}
            total={rows.count}
            isActive={index === active.index}
            isUnfolded={parts.isUnfolded(key)}
            open={parts.partOf(key)}
            onElement={active.keepElement}
            onOpen={parts.openPart}
            onUnfold={parts.toggleUnfolded}
          />
        ) : (
          <div className="card-to-come" />
        );
      }}
    </VirtualList>
  );
}
