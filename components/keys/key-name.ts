import { type MessageKey, t } from '@/lib/i18n';
import type { KeySettings } from '@/lib/settings/keys';
import { keysOf } from '@/lib/triage/action-keys';
import type { ActionIn, Place } from '@/lib/triage/actions';

/** What is printed on keys: the same in every language… */
const SIGNS: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑', Escape: 'Esc' };

/** …or different in each. */
const WORDS: Readonly<Record<string, MessageKey>> = {
  ' ': 'key_space',
  Delete: 'key_delete',
  Home: 'key_home',
  End: 'key_end',
  PageDown: 'key_pageDown',
  PageUp: 'key_pageUp',
};

/** A key with its modifiers, for people to read. */
export function keyName(key: string): string {
  if (key.startsWith('Ctrl+')) return t('keysControl', keyName(key.slice('Ctrl+'.length)));
  if (key.startsWith('Shift+')) return t('keysShift', keyName(key.slice('Shift+'.length)));
  if (/^\p{Lu}$/u.test(key)) return t('keysShift', key);
  if (/^\p{Ll}$/u.test(key)) return key.toUpperCase();
  const word = WORDS[key];
  return word ? t(word) : (SIGNS[key] ?? key);
}

/** Adds the first key of an action to its tooltip: "Star (S)". */
export function withKey<P extends Place>(
  hint: string,
  settings: KeySettings,
  place: P,
  action: ActionIn<P>,
): string {
  const [key] = keysOf(settings, place, action);
  return withKeyName(hint, key === undefined ? null : keyName(key));
}

/** Adds a key to a tooltip as it is read; `null`: there is none. */
export function withKeyName(hint: string, key: string | null): string {
  return key === null ? hint : t('keysHint', hint, key);
}
