import { DismissIcon, RemoveIcon, StarIcon } from '@/components/design/icons';
import { StatusSelect } from '@/components/paper-parts/status-select';
import { changeRecord } from '@/components/triage/change-record';
import { stateToCome } from '@/components/triage/use-triage';
import { t } from '@/lib/i18n';
import type { PaperRecord } from '@/lib/library/store/record';

/** Controls for the star, the status and the place of a paper. */
export function DetailActions({ record }: { readonly record: PaperRecord }) {
  const { id, triage } = record;
  return (
    <div className="detail-actions">
      <button
        type="button"
        className="button"
        aria-pressed={triage.starred}
        onClick={() =>
          changeRecord(record, { kind: 'star', value: !stateToCome(id, triage).starred })
        }
      >
        <StarIcon filled={triage.starred} />
        {t(triage.starred ? 'detailStarred' : 'detailStar')}
      </button>
      <StatusSelect
        className="select"
        aria-label={t('detailStatus')}
        status={triage.status}
        onChoose={(value) => changeRecord(record, { kind: 'status', value })}
      />
      <button
        type="button"
        className="button"
        onClick={() => changeRecord(record, { kind: 'dismiss', value: !triage.dismissed })}
      >
        <DismissIcon />
        {t(triage.dismissed ? 'rowBringBack' : 'rowDismiss')}
      </button>
      <button
        type="button"
        className="button"
        onClick={() => changeRecord(record, { kind: 'remove' })}
      >
        <RemoveIcon />
        {t('detailRemove')}
      </button>
    </div>
  );
}
