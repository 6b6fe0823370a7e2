import { useLayoutEffect, useRef } from 'react';
import { type FormatName, isArchive } from '@/lib/exchange/formats';
import { MAX_ZIP_FILES } from '@/lib/exchange/zip-limit';
import { formatNumber, plural, t } from '@/lib/i18n';
import type { ExportStanding, useExport } from './use-export';

/** More than this is a file's work: other programs stop when so much is pasted. */
const MOST_COPIED = 10_000;

interface ExportActionsProps {
  readonly format: FormatName;
  readonly nums: ArrayLike<number>;
  /** With all that is no paper; in our own format. */
  readonly isWhole: boolean;
  readonly work: ReturnType<typeof useExport>;
}

/** Copies or downloads, and says how that went. */
export function ExportActions({ format, nums, isWhole, work }: ExportActionsProps) {
  const { standing, copy, download, cancel } = work;
  const isEmpty = nums.length === 0;
  const isBusy = standing.kind === 'busy';
  const cancelButton = useRef<HTMLButtonElement>(null);
  const pressed = useRef<'copy' | 'download' | null>(null);
  const buttons = useRef<HTMLElement>(null);
  // The button that was pressed makes room for another: the keyboard goes along, and back.
  useLayoutEffect(() => {
    if (isBusy) cancelButton.current?.focus();
    else if (pressed.current !== null) {
      buttons.current?.querySelector<HTMLElement>(`[data-does="${pressed.current}"]`)?.focus();
    }
  }, [isBusy]);
  if (standing.kind === 'busy') {
    const label = t('exportProgress', formatNumber(standing.done), formatNumber(standing.total));
    return (
      <footer className="export-actions">
        <p role="status">{label}</p>
        <progress aria-label={label} value={standing.done} max={standing.total} />
        <button ref={cancelButton} type="button" className="button" onClick={cancel}>
          {t('exportCancel')}
        </button>
      </footer>
    );
  }
  return (
    <footer ref={buttons} className="export-actions">
      <p role="status" className={standing.kind === 'failed' ? 'problem' : undefined}>
        {outcomeOf(standing)}
      </p>
      <button
        type="button"
        className="button"
        disabled={isEmpty || isArchive(format) || nums.length > MOST_COPIED}
        title={isArchive(format) ? t('exportNoCopyArchive') : copyHint(nums.length)}
        data-does="copy"
        onClick={() => {
          pressed.current = 'copy';
          void copy(format, nums, isWhole);
        }}
      >
        {t('exportCopy')}
      </button>
      <button
        type="button"
        className="button primary"
        disabled={isEmpty || (isArchive(format) && nums.length > MAX_ZIP_FILES)}
        data-does="download"
        onClick={() => {
          pressed.current = 'download';
          void download(format, nums, isWhole);
        }}
      >
        {t('exportDownload')}
      </button>
    </footer>
  );
}

function copyHint(count: number): string | undefined {
  return count > MOST_COPIED ? plural('exportNoCopyMany', MOST_COPIED) : undefined;
}

function outcomeOf(standing: ExportStanding): string {
  switch (standing.kind) {
    case 'copied':
      return plural('exportCopied', standing.total);
    case 'saved':
      return plural('exportSaved', standing.total, standing.file);
    case 'failed':
      return t('exportFailed', standing.reason);
    default:
      return '';
  }
}
