import { useEffect, useState } from 'react';
import { copyText } from '@/components/design/copy-text';
import { t } from '@/lib/i18n';
import type { PaperRecord } from '@/lib/library/store/record';

/** How long the result is shown, in milliseconds. */
const SAID_MS = 2_500;

interface CopyBibtexProps {
  readonly className: string;
  readonly tabIndex?: 0 | -1;
  readonly readRecord: () => Promise<PaperRecord>;
}

/** A button that copies the BibTeX entry of a paper. */
export function CopyBibtex({ className, tabIndex, readRecord }: CopyBibtexProps) {
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null);
  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => setOutcome(null), SAID_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function entry(): Promise<string> {
    const { writeBibtex } = await import('@/lib/exchange/formats/bibtex-write');
    return [...writeBibtex([await readRecord()])].join('');
  }

  return (
    <button
      type="button"
      className={className}
      tabIndex={tabIndex}
      aria-live="polite"
      onClick={() =>
        void copyText(entry()).then(
          () => setOutcome('copied'),
          () => setOutcome('failed'),
        )
      }
    >
      {t(outcome === null ? 'exportCopyBibtex' : `exportCopyBibtex_${outcome}`)}
    </button>
  );
}
