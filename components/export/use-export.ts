import { useEffect, useRef, useState } from 'react';
import { exportPapers } from '@/lib/exchange/export-papers';
import { EXPORT_FORMATS } from '@/lib/exchange/formats';
import type { FormatName } from '@/lib/exchange/formats/losses';
import { t } from '@/lib/i18n';
import { library } from '@/lib/library/open';
import { copyText } from './copy-text';

export type ExportStanding =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy'; readonly done: number; readonly total: number }
  | { readonly kind: 'copied'; readonly total: number }
  | { readonly kind: 'saved'; readonly file: string; readonly total: number }
  | { readonly kind: 'failed'; readonly reason: string };

const IDLE: ExportStanding = { kind: 'idle' };

/** So long the browser may take to begin with a download, in milliseconds. */
const DOWNLOAD_BEGINS_MS = 60_000;

/** An export as it goes on. It is given up when the one who uses it goes away. */
export function useExport() {
  const [standing, setStanding] = useState<ExportStanding>(IDLE);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function run(
    format: FormatName,
    nums: ArrayLike<number>,
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
      const file = exportPapers(format, nums, library.byNums, { signal, report });
      const standing = await finish(file);
      if (!signal.aborted) setStanding(standing);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
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
    copy: (format: FormatName, nums: ArrayLike<number>) =>
      run(format, nums, async (file) => {
        await copyText(file.then((blob) => blob.text()));
        return { kind: 'copied', total: nums.length };
      }),
    download: (format: FormatName, nums: ArrayLike<number>) =>
      run(format, nums, async (made) => {
        const file = fileName(format);
        save(await made, file);
        return { kind: 'saved', file, total: nums.length };
      }),
  };
}

function fileName(format: FormatName): string {
  const now = new Date();
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  return t('exportFileName', day, EXPORT_FORMATS[format].extension);
}

/** A link with `download` needs no permission: https://developer.mozilla.org/docs/Web/HTML/Element/a#download */
function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), DOWNLOAD_BEGINS_MS);
}
