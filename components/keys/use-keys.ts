import { create } from 'zustand';
import { DEFAULT_KEYS, type KeySettings } from '@/lib/settings/keys';
import { followKeys } from '@/lib/triage/follow-keys';

/** The user's keys in the extension's own pages. */
export const useKeys = create<KeySettings>(() => DEFAULT_KEYS);

/** Keeps them up to date while a page is open. Returns a function that stops it. */
export function followKeySettings(): () => void {
  return followKeys((keys) => useKeys.setState(keys));
}
