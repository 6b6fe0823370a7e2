import { type KeySettings, readKeys } from '@/lib/settings/keys';
import { pageKeys, watchSetting } from '@/lib/settings/settings';

/** Calls `hear` with the user's keys, now and whenever they change. Returns a function that stops it. */
export function followKeys(hear: (keys: KeySettings) => void): () => void {
  let isCurrent = false;
  const stop = watchSetting(pageKeys, (stored) => {
    isCurrent = true;
    hear(readKeys(stored));
  });
  void pageKeys.getValue().then((stored) => {
    if (!isCurrent) hear(readKeys(stored)); // they may have changed meanwhile
  });
  return stop;
}
