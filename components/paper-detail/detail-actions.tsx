import { StarIcon, TagIcon } from '@/components/design/icons';
import { usePopoverButton } from '@/components/design/use-popover-button';
import { useKeyHint } from '@/components/keys/use-key-hint';
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
  const hint = useKeyHint('library');
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
          title={hint(t('keys_open'), 'open')}
        >
          {t('detailOpen')}
        </a>
      )}
      <button
        type="button"
        className="button"
        aria-label={t('detailStar')}
        aria-pressed={triage.starred}
        title={hint(t('keys_star'), 'star')}
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
        title={hint(t('keys_tag'), 'tag')}
        {...button}
      >
        <TagIcon />
      </button>
      <StatusSelect
        className="select"
        aria-label={t('detailStatus')}
        title={hint(t('detailStatus'), 'status')}
        status={triage.status}
        onChoose={(value) => changeRecord(record, { kind: 'status', value })}
      />
      {anchor && (
        <PaperTagDialog
          place="library"
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
