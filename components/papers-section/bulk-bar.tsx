import { useState } from 'react';
import {
  DismissIcon,
  ExportIcon,
  RefreshIcon,
  RemoveIcon,
  SendIcon,
  StarIcon,
  TagIcon,
} from '@/components/design/icons';
import { SelectButton } from '@/components/design/select-button';
import { usePopoverButton } from '@/components/design/use-popover-button';
import { useKeyHint } from '@/components/keys/use-key-hint';
import { BulkTagDialog } from '@/components/paper-parts/bulk-tag-dialog';
import { RefreshFromArxiv } from '@/components/paper-parts/refresh-from-arxiv';
import { useTriage } from '@/components/triage/use-triage';
import { SendToZotero } from '@/components/zotero/send-to-zotero';
import { library } from '@/lib/connections/library';
import { t } from '@/lib/i18n';
import { STATUSES } from '@/lib/paper';
import type { Change } from '@/lib/protocol/change';
import { changeNumbered, papersOf } from './bulk';
import { BulkCount } from './bulk-count';

interface BulkBarProps {
  readonly chosen: ReadonlySet<number>;
  /** How many papers match, whether chosen or not. */
  readonly total: number;
  readonly isDismissed: boolean;
  /** All tags in use, the most used first. */
  readonly knownTags: readonly string[];
  readonly onChooseAll: () => void;
  readonly onClear: () => void;
  readonly onExport: () => void;
}

/** Actions on all chosen papers. */
export function BulkBar(props: BulkBarProps) {
  const { chosen, total, isDismissed, knownTags, onChooseAll, onClear, onExport } = props;
  const keyHint = useKeyHint('library');
  const tagging = usePopoverButton();
  const progress = useTriage((state) => state.progress);
  const [isSent, setSent] = useState(false);
  const isBusy = isSent || progress !== null;

  async function run(change: Change): Promise<void> {
    setSent(true);
    await changeNumbered(chosen, change);
    setSent(false);
  }

  return (
    <div className="bulk-bar" role="toolbar" aria-label={t('bulkLabel')}>
      <BulkCount count={chosen.size} {...{ total, isBusy, progress, onChooseAll, onClear }} />
      <fieldset className="bulk-actions" disabled={isBusy}>
        <legend className="unseen">{t('bulkLabel')}</legend>
        <button
          type="button"
          className="button"
          title={keyHint(t('bulkStar'), 'star')}
          onClick={() => void run({ kind: 'star', value: true })}
        >
          <StarIcon filled />
          {t('bulkStar')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => void run({ kind: 'star', value: false })}
        >
          <StarIcon filled={false} />
          {t('bulkUnstar')}
        </button>
        <button
          data-tags
          type="button"
          className="button"
          title={keyHint(t('bulkTag'), 'tag')}
          {...tagging.button}
        >
          <TagIcon />
          {t('bulkTag')}
        </button>
        {knownTags.length > 0 && (
          <SelectButton
            label={t('bulkUntag')}
            options={knownTags.map((tag) => [tag, tag])}
            onChoose={(tag) => void run({ kind: 'tag', tag, value: false })}
          />
        )}
        <SelectButton
          label={t('bulkStatus')}
          options={STATUSES.map((status) => [status, t(`status_${status}`)])}
          onChoose={(status) => void run({ kind: 'status', value: status })}
        />
        <button
          type="button"
          className="button"
          title={keyHint(t(isDismissed ? 'rowBringBack' : 'rowDismiss'), 'dismiss')}
          onClick={() => void run({ kind: 'dismiss', value: !isDismissed })}
        >
          <DismissIcon />
          {t(isDismissed ? 'rowBringBack' : 'rowDismiss')}
        </button>
        <button
          type="button"
          className="button"
          title={keyHint(t('exportOpen'), 'export')}
          aria-haspopup="dialog"
          onClick={onExport}
        >
          <ExportIcon />
          {t('exportOpen')}
        </button>
        <RefreshFromArxiv className="button" papers={() => library.ids([...chosen])}>
          <RefreshIcon />
        </RefreshFromArxiv>
        <SendToZotero className="button" papers={() => papersOf(chosen)}>
          <SendIcon />
        </SendToZotero>
        <button
          type="button"
          className="button"
          title={keyHint(t('bulkRemove'), 'remove')}
          onClick={() => void run({ kind: 'remove' })}
        >
          <RemoveIcon />
          {t('bulkRemove')}
        </button>
      </fieldset>
      {tagging.anchor && ( // outside the fieldset, which is disabled while busy
        <BulkTagDialog
          count={chosen.size}
          knownTags={knownTags}
          anchor={tagging.anchor}
          onTag={(tag, value) => void run({ kind: 'tag', tag, value })}
          onClose={tagging.close}
        />
      )}
    </div>
  );
}
