import { type ReactNode, useState } from 'react';
import { refresh } from '@/components/triage/use-triage';
import { t } from '@/lib/i18n';
import type { PaperId } from '@/lib/paper';

interface RefreshFromArxivProps {
  readonly className: string;
  readonly tabIndex?: 0 | -1;
  readonly papers: () => Promise<readonly PaperId[]>;
  /** Precedes the text. */
  readonly children?: ReactNode;
}

/** A button that asks arXiv about papers, and takes over what it says; the toast reports the result. */
export function RefreshFromArxiv({ className, tabIndex, papers, children }: RefreshFromArxivProps) {
  const [isAsking, setAsking] = useState(false);

  async function ask(): Promise<void> {
    if (isAsking) return;
    setAsking(true);
    await refresh(await papers()).finally(() => setAsking(false));
  }

  return (
    <button
      type="button"
      className={className}
      tabIndex={tabIndex}
      aria-live="polite"
      aria-disabled={isAsking}
      onClick={() => void ask()}
    >
      {children}
      {t(isAsking ? 'refreshGoing' : 'refreshOpen')}
    </button>
  );
}
