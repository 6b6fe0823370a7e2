import { plural, t } from '@/lib/i18n';
import type { Progress } from '@/lib/protocol/news';

interface BulkCountProps {
  /** How many papers are chosen, and how many match. */
  readonly count: number;
  readonly total: number;
  readonly isBusy: boolean;
  readonly progress: Progress | null;
  readonly onChooseAll: () => void;
  readonly onClear: () => void;
}

/** How many papers are chosen, with buttons for all and none; while busy, the progress. */
export function BulkCount(props: BulkCountProps) {
  const { count, total, isBusy, progress, onChooseAll, onClear } = props;
  const text = plural(isBusy ? 'bulkDoing' : 'bulkSelected', count);
  return (
    <>
      <p className="bulk-count" role="status">
        {text}
      </p>
      {isBusy ? (
        <progress
          aria-label={text}
          {...(progress && { value: progress.done, max: progress.total })}
        />
      ) : (
        <>
          {count < total && (
            <button type="button" className="text-button" onClick={onChooseAll}>
              {plural('bulkAll', total)}
            </button>
          )}
          <button type="button" className="text-button" onClick={onClear}>
            {t('bulkNone')}
          </button>
        </>
      )}
    </>
  );
}
