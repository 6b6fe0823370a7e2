import { t } from '@/lib/i18n';
import { browserKeyNames } from './browser-key-name';

/** The keys of a command of the browser's, as one cap per key, or that none is set. */
export function BrowserKeyCaps({ keys }: { readonly keys: readonly string[] }) {
  if (keys.length === 0) return <span className="quiet">{t('browserKeyNone')}</span>;
  return browserKeyNames(keys).map((name) => <kbd key={name}>{name}</kbd>);
}
