import { t } from '@/lib/i18n';

/** A key as people read it: capitals are typed with Shift. */
export function keyName(key: string): string {
  if (/^\p{Lu}$/u.test(key)) return t('keysShift', key);
  return /^\p{Ll}$/u.test(key) ? key.toUpperCase() : key;
}
