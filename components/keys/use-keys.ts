import { create } from 'zustand';
import { DEFAULT_KEYS, type KeySettings } from '@/lib/settings/keys';
import { followKeys } from '@/lib/triage/follow-keys';

/** The user's keys, as the extension's own pages last heard of them. */
export const useKeys = create<KeySettings>(() => DEFAULT_KEYS);

/** Each of those pages follows the settings as long as it is open. Returns what stops it. */
export function followKeySettings(): () => void {
  return followKeys((keys) => useKeys.setState(keys));
}
