import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { type CardPaper, PaperCard, type PaperCardProps } from './paper-card';

/** Height of a card before it was measured, in px. */
const CARD_HEIGHT = 96;

interface PaperListProps extends Omit<PaperCardProps, 'item'> {
  /** What the list is called. */
  readonly label: string;
  readonly items: readonly CardPaper[];
}

/** Cards of papers, however many: only those in view are there. */
export function PaperList({ label, items, ...card }: PaperListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD_HEIGHT,
    getItemKey: (index) => items[index]?.id ?? index,
    overscan: 4,
    initialRect: { width: 400, height: 480 },
  });

  return (
    <div ref={scroller} className="paper-list">
      <div role="feed" aria-label={label} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ key, index, start }) => {
          const item = items[index];
          return (
            item && (
              <div
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                className="paper-slot"
                style={{ transform: `translateY(${start}px)` }}
              >
                <PaperCard {...card} item={item} />
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}
