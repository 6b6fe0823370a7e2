import { useCallback } from 'react';
import { useVirtualRows } from '@/components/design/use-virtual-rows';
import { VirtualList } from '@/components/design/virtual-list';
import { usePapers } from '@/components/live-lists/use-list';
import { formatDate, t } from '@/lib/i18n';
import { timeOf } from '@/lib/library/store/clock';
import type { PaperRecord } from '@/lib/library/store/record';

/** Estimated height of a row, in px. */
const ROW_HEIGHT = 61;
/** Must match how long `lib/library/commands/empty-trash.ts` keeps papers. */
const KEPT_MS = 30 * 86_400_000;

interface TrashListProps {
  readonly nums: Uint32Array;
  readonly onRestore: (record: PaperRecord) => void;
}

/** The papers in the trash, virtualized. */
export function TrashList({ nums, onRestore }: TrashListProps) {
  const rows = useVirtualRows({
    count: nums.length,
    rowHeight: ROW_HEIGHT,
    keyAt: useCallback((index: number) => nums[index] ?? index, [nums]),
  });
  const records = usePapers(rows.rendered.map(({ index }) => nums[index] ?? -1));
  return (
    <VirtualList className="trash-list panel" label={t('section_trash')} rows={rows}>
      {(index) => {
        const record = records.get(nums[index] ?? -1);
        return (
          record && (
            <article
              className="trash-row"
              aria-label={record.meta.title}
              aria-posinset={index + 1}
              aria-setsize={nums.length}
            >
              <h2 dir="auto">{record.meta.title}</h2>
              <p className="quiet">{deletionNote(record)}</p>
              <button
                type="button"
                className="button"
                aria-label={t('trashRestoreOne', record.meta.title)}
                onClick={() => onRestore(record)}
              >
                {t('trashRestore')}
              </button>
            </article>
          )
        );
      }}
    </VirtualList>
  );
}

function deletionNote({ stamps }: PaperRecord): string {
  return stamps.deleted ? t('trashGoesOn', formatDate(timeOf(stamps.deleted) + KEPT_MS)) : '';
}
