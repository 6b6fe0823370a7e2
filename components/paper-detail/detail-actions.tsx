import { StarIcon, TagIcon } from '@/components/design/icons';
import { usePopoverButton } from '@/components/design/use-popover-button';
import { withKey } from '@/components/keys/key-name';
import { useKeys } from '@/components/keys/use-keys';
import { PaperTagDialog } from '@/components/paper-parts/paper-tag-dialog';
import { StatusSelect } from '@/components/paper-parts/status-select';
import { changeable, changeRecord } from '@/components/triage/change-record';
import { stateToCome } from '@/components/triage/use-triage';
import { t } from '@/lib/i18n';
import type { PaperRecord } from '@/lib/library/store/record';
import { urlOf } from '@/lib/paper';

interface DetailActionsProps {
  readonly record: PaperRecord;
  /** All tags in use, the most used first. */
  readonly knownTags: readonly string[];
}

/** What is done most with a paper; always in view, however long its texts are. */
export function DetailActions({ record, knownTags }: DetailActionsProps) {
  const { id, triage } = record;
  const keys = useKeys();
  const { anchor, close, button } = usePopoverButton();
  const url = urlOf(id);
  return (
    <div className="detail-actions">
      {url !== null && (
        <a
          className="button primary"
          href={url}
          target="_blank"
          rel="noreferrer"
          title={withKey(t('keys_open'), keys, 'library', 'open')}
        >
          {t('detailOpen')}
        </a>
      )}
      <button
        type="button"
        className="button"
        aria-label={t('detailStar')}
        aria-pressed={triage.starred}
        title={withKey(t('keys_star'), keys, 'library', 'star')}
        onClick={() =>
          changeRecord(record, { kind: 'star', value: !stateToCome(id, triage).starred })
        }
      >
        <StarIcon filled={triage.starred} />
      </button>
      <button
        type="button"
        className="button"
        aria-label={t('detailEditTags')}
        title={withKey(t('keys_tag'), keys, 'library', 'tag')}
        {...button}
      >
        <TagIcon />
      </button>
      <StatusSelect
        className="select"
        aria-label={t('detailStatus')}
        title={withKey(t('detailStatus'), keys, 'library', 'status')}
        status={triage.status}
        onChoose={(value) => changeRecord(record, { kind: 'status', value })}
      />
      {anchor && (
        <PaperTagDialog
          paper={changeable(record)}
          state={triage}
          knownTags={knownTags}
          anchor={anchor}
          onClose={close}
        />
      )}
    </div>
  );
}
