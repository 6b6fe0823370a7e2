import { t } from '@/lib/i18n';
import { keyName } from './key-name';

/** The keys of an action, or that it has none. */
export function KeyNames({ keys }: { readonly keys: readonly string[] }) {
  if (keys.length === 0) return <span className="quiet">{t('keysOff')}</span>;
  return keys.map((key) => <kbd key={key}>{keyName(key)}</kbd>);
}
