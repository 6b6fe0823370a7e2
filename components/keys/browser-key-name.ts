import { type MessageKey, t } from '@/lib/i18n';

/** What browsers call keys in every language, but for Chrome on a Mac, which has their signs. */
const NAMES: Readonly<Record<string, MessageKey>> = {
  Ctrl: 'key_control',
  MacCtrl: 'key_control',
  Shift: 'key_shift',
};

/** Keys as the browser names them, for people to read. */
export function browserKeyNames(keys: readonly string[]): string[] {
  return keys.map((key) => {
    const name = NAMES[key];
    return name ? t(name) : key;
  });
}
