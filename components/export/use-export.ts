import { useEffect, useRef, useState } from 'react';
import { copyText } from '@/components/design/copy-text';
import { save, today } from '@/components/design/save-file';
import { library } from '@/lib/connections/library';
import { type ExportOptions, exportPapers } from '@/lib/exchange/export-papers';
import { type FormatName, formatOf } from '@/lib/exchange/formats';
import { gatherExtras } from '@/lib/exchange/gather-extras';
import { t } from '@/lib/i18n';
import { backupDownloaded } from '@/lib/settings/settings';
import { errorMessage } from '@/lib/util/error-message';

export type ExportStatus =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy'; readonly done: number; readonly total: number }
  | { readonly kind: 'copied'; readonly total: number }
  | { readonly kind: 'saved'; readonly file: string; readonly total: number }
  | { readonly kind: 'failed'; readonly reason: string };

const IDLE: ExportStatus = { kind: 'idle' };

/** Runs exports and follows their progress; unmounting aborts. */
export function useExport() {
  const [status, setStatus] = useState<ExportStatus>(IDLE);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function run(
    format: FormatName,
    nums: ArrayLike<number>,
    isWhole: boolean,
    finish: (file: Promise<Blob>) => Promise<ExportStatus>,
  ): Promise<void> {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    const total = nums.length;
    const report = (done: number) => {
      if (!signal.aborted) setStatus({ kind: 'busy', done, total });
    };
    report(0);
    try {
      const file = fileOf(format, nums, isWhole, { signal, report });
      const status = await finish(file);
      if (!signal.aborted) setStatus(status);
    } catch (error) {
      const reason = errorMessage(error);
      if (!signal.aborted) setStatus({ kind: 'failed', reason });
    }
  }

  return {
    status,
    reset: () => setStatus(IDLE),
    cancel() {
      running.current?.abort();
      setStatus(IDLE);
    },
    copy: (format: FormatName, nums: ArrayLike<number>, isWhole: boolean) =>
      run(format, nums, isWhole, async (file) => {
        await copyText(file.then((blob) => blob.text()));
        return { kind: 'copied', total: nums.length };
      }),
    download: (format: FormatName, nums: ArrayLike<number>, isWhole: boolean) =>
      run(format, nums, isWhole, async (blob) => {
        const file = fileName(format);
        save(await blob, file);
        if (isWhole) await backupDownloaded.setValue(Date.now());
        return { kind: 'saved', file, total: nums.length };
      }),
  };
}

async function fileOf(
  format: FormatName,
  nums: ArrayLike<number>,
  isWhole: boolean,
  options: ExportOptions,
): Promise<Blob> {
  const extras = format === 'winnow' ? await gatherExtras(library, isWhole) : undefined;
  return exportPapers(format, nums, library.byNums, { ...options, extras });
}

function fileName(format: FormatName): string {
  return t('exportFileName', today(), formatOf(format).extension);
}
