import { t } from '@/lib/i18n';
import type { BrowserKey } from '@/lib/protocol/browser-keys';

interface BrowserKeysLineProps {
  readonly keys: readonly BrowserKey[];
  readonly className: string;
  readonly onChange: () => void;
}

/** Says who sets the browser's keys, and why one may be missing; leads there. */
export function BrowserKeysLine({ keys, className, onChange }: BrowserKeysLineProps) {
  const isOneMissing = keys.some((one) => one.keys.length === 0);
  return (
    <>
      <span className="quiet">{t(isOneMissing ? 'browserKeysMissing' : 'browserKeysWhere')}</span>
      <button type="button" className={className} onClick={onChange}>
        {t('browserKeysChange')}
      </button>
    </>
  );
}
