import { useRef, useState } from 'react';
import {
  DismissIcon,
  ExportIcon,
  RemoveIcon,
  SendIcon,
  StarIcon,
  TagIcon,
} from '@/components/design/icons';
import { TagDialog } from '@/components/tag-dialog/tag-dialog';
import { useTriage } from '@/components/triage/use-triage';
import { SendToZotero } from '@/components/zotero/send-to-zotero';
import { plural, t } from '@/lib/i18n';
import { STATUSES, type Status } from '@/lib/paper';
import type { Change } from '@/lib/protocol/change';
import { changeNumbered, papersOf } from './bulk';

interface BulkBarProps {
  readonly chosen: ReadonlySet<number>;
  /** How many papers match, chosen or not. */
  readonly total: number;
  readonly isDismissed: boolean;
  /** All tags in use, the most used first. */
  readonly knownTags: readonly string[];
  readonly onChooseAll: () => void;
  readonly onClear: () => void;
  readonly onExport: () => void;
}

/** What can be done with all papers that are chosen. */
export function BulkBar(props: BulkBarProps) {
  const { chosen, total, isDismissed, knownTags, onChooseAll, onClear, onExport } = props;
  const [tagged, setTagged] = useState<readonly string[] | null>(null);
  const tagButton = useRef<HTMLButtonElement>(null);
  const progress = useTriage((state) => state.progress);
  const [isSent, setSent] = useState(false);
  const isBusy = isSent || progress !== null;

  async function run(change: Change): Promise<void> {
    setSent(true);
    await changeNumbered(chosen, change);
    setSent(false);
  }

  function onTag(tag: string, value: boolean): void {
    setTagged((before) =>
      value ? [...(before ?? []), tag] : (before ?? []).filter((one) => one !== tag),
    );
    void run({ kind: 'tag', tag, value });
  }

  return (
    <div className="bulk-bar" role="toolbar" aria-label={t('bulkLabel')}>
      <p className="bulk-count" role="status">
        {plural(isBusy ? 'bulkDoing' : 'bulkSelected', chosen.size)}
      </p>
      {isBusy ? (
        <progress
          aria-label={plural('bulkDoing', chosen.size)}
          {...(progress && { value: progress.done, max: progress.total })}
        />
      ) : (
        <>
          {chosen.size < total && (
            <button type="button" className="text-button" onClick={onChooseAll}>
              {plural('bulkAll', total)}
            </button>
          )}
          <button type="button" className="text-button" onClick={onClear}>
            {t('bulkNone')}
          </button>
        </>
      )}
      <fieldset className="bulk-actions" disabled={isBusy}>
        <legend className="unseen">{t('bulkLabel')}</legend>
        <button
          type="button"
          className="button"
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
          ref={tagButton}
          data-tags
          type="button"
          className="button"
          aria-haspopup="dialog"
          aria-expanded={tagged !== null}
          onClick={() => setTagged([])}
        >
          <TagIcon />
          {t('bulkTag')}
        </button>
        {knownTags.length > 0 && (
          <Menu
            label={t('bulkUntag')}
            options={knownTags.map((tag) => [tag, tag])}
            onChoose={(tag) => void run({ kind: 'tag', tag, value: false })}
          />
        )}
        <Menu
          label={t('bulkStatus')}
          options={STATUSES.map((status) => [status, t(`status_${status}`)])}
          onChoose={(status) => void run({ kind: 'status', value: status as Status })}
        />
        <button
          type="button"
          className="button"
          onClick={() => void run({ kind: 'dismiss', value: !isDismissed })}
        >
          <DismissIcon />
          {t(isDismissed ? 'rowBringBack' : 'rowDismiss')}
        </button>
        <button type="button" className="button" aria-haspopup="dialog" onClick={onExport}>
          <ExportIcon />
          {t('exportOpen')}
        </button>
        <SendToZotero className="button" papers={() => papersOf(chosen)}>
          <SendIcon />
        </SendToZotero>
        <button type="button" className="button" onClick={() => void run({ kind: 'remove' })}>
          <RemoveIcon />
          {t('bulkRemove')}
        </button>
      </fieldset>
      {tagged && tagButton.current && (
        <TagDialog
          title={plural('papers', chosen.size)}
          tags={tagged}
          suggestions={knownTags}
          failure={null}
          anchor={tagButton.current}
          onChange={onTag}
          onClose={() => setTagged(null)}
        />
      )}
    </div>
  );
}

interface MenuProps {
  readonly label: string;
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly onChoose: (value: string) => void;
}

/** A button that asks for one of a few values. */
function Menu({ label, options, onChoose }: MenuProps) {
  return (
    <select
      className="button"
      aria-label={label}
      value=""
      onChange={({ target }) => onChoose(target.value)}
    >
      <option value="" disabled hidden>
        {label}
      </option>
      {options.map(([value, name]) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </select>
  );
}
