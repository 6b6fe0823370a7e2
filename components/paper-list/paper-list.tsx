import { type Ref, useEffect, useImperativeHandle } from 'react';
import { VirtualList } from '@/components/design/virtual-list';
import type { CardSurroundings } from './card-paper';
import type { ListRows } from './list-rows';
import { PaperCard } from './paper-card';
import { useActiveCard } from './use-active-card';
import { useCardKeys } from './use-card-keys';
import { useOpenParts } from './use-open-parts';

/** What can be asked of a list from outside. */
export interface ListHandle {
  /** Moves the focus to the active card, else to the first, also where that is still to come. */
  readonly focus: () => void;
}

interface PaperListProps extends CardSurroundings {
  readonly ref?: Ref<ListHandle>;
  /** What the list is called. */
  readonly label: string;
  readonly rows: ListRows;
  /** What was asked for: another question is answered from its beginning. */
  readonly asked: string;
  /** Called with the indexes of the first and the last row in view. */
  readonly onView?: (first: number, last: number) => void;
  /** Moves the focus to what is above the list. */
  readonly onLeave?: () => void;
}

/** Cards of papers, however many: only those in view are there, and the one that keys are for. */
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
