import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useRef } from 'react';
import { usePapers } from '@/components/live-lists/use-list';
import { formatDate, t } from '@/lib/i18n';
import { timeOf } from '@/lib/library/store/clock';
import type { PaperRecord } from '@/lib/library/store/record';

/** Height of a row before it was measured, in px. */
const ROW_HEIGHT = 61;
/** As long as `lib/library/commands/trash.ts` keeps what was removed. */
const KEPT_MS = 30 * 86_400_000;

interface TrashListProps {
  readonly nums: Uint32Array;
  readonly onRestore: (record: PaperRecord) => void;
}

/** The papers in the trash, however many: only those in view are there. */
export function TrashList({ nums, onRestore }: TrashListProps) {
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
  return (
    <div ref={scroller} className="trash-list panel">
      <div
        role="feed"
        aria-label={t('section_trash')}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {items.map(({ key, index, start }) => {
          const record = records.get(nums[index] ?? -1);
          return (
            <div
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              className="row-slot"
              style={{ transform: `translateY(${start}px)` }}
            >
              {record && (
                <article
                  className="trash-row"
                  aria-label={record.meta.title}
                  aria-posinset={index + 1}
                  aria-setsize={nums.length}
                >
                  <h2 dir="auto">{record.meta.title}</h2>
                  <p className="quiet">{goesOn(record)}</p>
                  <button
                    type="button"
                    className="button"
                    aria-label={t('trashRestoreOne', record.meta.title)}
                    onClick={() => onRestore(record)}
                  >
                    {t('trashRestore')}
                  </button>
                </article>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function goesOn({ stamps }: PaperRecord): string {
  return stamps.deleted ? t('trashGoesOn', formatDate(timeOf(stamps.deleted) + KEPT_MS)) : '';
}
