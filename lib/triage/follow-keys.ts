import type { KeySettings } from '@/lib/settings/keys';
import { pageKeys } from '@/lib/settings/settings';

/** Calls `hear` with the user's keys, now and whenever they change. Returns a function that stops it. */
export function followKeys(hear: (keys: KeySettings) => void): () => void {
  let isCurrent = false;
  const stop = pageKeys.watch((changed) => {
    isCurrent = true;
    hear(changed);
  });
  void pageKeys.getValue().then((stored) => {
    if (!isCurrent) hear(stored); // they may have changed meanwhile
  });
  return stop;
}
