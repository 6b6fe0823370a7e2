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

export type ExportStanding =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy'; readonly done: number; readonly total: number }
  | { readonly kind: 'copied'; readonly total: number }
  | { readonly kind: 'saved'; readonly file: string; readonly total: number }
  | { readonly kind: 'failed'; readonly reason: string };

const IDLE: ExportStanding = { kind: 'idle' };

/** An export as it goes on. It is given up when the one who uses it goes away. */
export function useExport() {
  const [standing, setStanding] = useState<ExportStanding>(IDLE);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function run(
    format: FormatName,
    nums: ArrayLike<number>,
    isWhole: boolean,
    finish: (file: Promise<Blob>) => Promise<ExportStanding>,
  ): Promise<void> {
    running.current?.abort();
    const mine = new AbortController();
    running.current = mine;
    const { signal } = mine;
    const total = nums.length;
    const report = (done: number) => {
      if (!signal.aborted) setStanding({ kind: 'busy', done, total });
    };
    report(0);
    try {
      const file = fileOf(format, nums, isWhole, { signal, report });
      const standing = await finish(file);
      if (!signal.aborted) setStanding(standing);
    } catch (error) {
      const reason = errorMessage(error);
      if (!signal.aborted) setStanding({ kind: 'failed', reason });
    }
  }

  return {
    standing,
    reset: () => setStanding(IDLE),
    cancel() {
      running.current?.abort();
      setStanding(IDLE);
    },
    copy: (format: FormatName, nums: ArrayLike<number>, isWhole: boolean) =>
      run(format, nums, isWhole, async (file) => {
        await copyText(file.then((blob) => blob.text()));
        return { kind: 'copied', total: nums.length };
      }),
    download: (format: FormatName, nums: ArrayLike<number>, isWhole: boolean) =>
      run(format, nums, isWhole, async (made) => {
        const file = fileName(format);
        save(await made, file);
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
