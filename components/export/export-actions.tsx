import { useLayoutEffect, useRef } from 'react';
import { type FormatName, isArchive } from '@/lib/exchange/formats';
import { MAX_ZIP_FILES } from '@/lib/exchange/zip-limit';
import { plural, t } from '@/lib/i18n';
import type { ExportStatus, useExport } from './use-export';

/** Beyond this, only a file will do: other programs hang when so much is pasted. */
const MAX_COPIED = 10_000;

interface ExportActionsProps {
  readonly format: FormatName;
  readonly nums: ArrayLike<number>;
  /** Winnow format only: includes everything that is not a paper. */
  readonly isWhole: boolean;
  readonly exporter: ReturnType<typeof useExport>;
}

/** Copies or downloads, and reports the result. */
export function ExportActions({ format, nums, isWhole, exporter }: ExportActionsProps) {
  const { status, copy, download, cancel } = exporter;
  const isEmpty = nums.length === 0;
  const isBusy = status.kind === 'busy';
  const cancelButton = useRef<HTMLButtonElement>(null);
  const pressed = useRef<'copy' | 'download' | null>(null);
  const buttons = useRef<HTMLElement>(null);
  // The pressed button is replaced while busy: move the focus along, and back afterwards.
  useLayoutEffect(() => {
    if (isBusy) cancelButton.current?.focus();
    else if (pressed.current !== null) {
      buttons.current?.querySelector<HTMLElement>(`[data-does="${pressed.current}"]`)?.focus();
    }
  }, [isBusy]);
  if (status.kind === 'busy') {
    const label = t('exportProgress', status.done, status.total);
    return (
      <footer className="export-actions">
        <p role="status">{label}</p>
        <progress aria-label={label} value={status.done} max={status.total} />
        <button ref={cancelButton} type="button" className="button" onClick={cancel}>
          {t('exportCancel')}
        </button>
      </footer>
    );
  }
  return (
    <footer ref={buttons} className="export-actions">
      <p role="status" className={status.kind === 'failed' ? 'problem' : undefined}>
        {outcomeOf(status)}
      </p>
      <button
        type="button"
        className="button"
        disabled={isEmpty || isArchive(format) || nums.length > MAX_COPIED}
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
  return count > MAX_COPIED ? plural('exportNoCopyMany', MAX_COPIED) : undefined;
}

function outcomeOf(status: ExportStatus): string {
  switch (status.kind) {
    case 'copied':
      return plural('exportCopied', status.total);
    case 'saved':
      return plural('exportSaved', status.total, status.file);
    case 'failed':
      return t('exportFailed', status.reason);
    default:
      return '';
  }
}
