import { useEffect, useState } from 'react';
import type { BrowserCommand } from '@/lib/protocol/browser-commands';
import { type BrowserKey, readBrowserKeys } from '@/lib/protocol/browser-keys';
import { browserKeyNames } from './browser-key-name';

/** Keeps them in step: read again on focus, as a change in the browser's settings sends no event. */
export function useBrowserKeys(
  read: () => Promise<readonly BrowserKey[]> = readBrowserKeys,
): readonly BrowserKey[] {
  const [keys, setKeys] = useState<readonly BrowserKey[]>([]);
  useEffect(() => {
    let isGone = false;
    const look = async () => {
      const found = await read();
      if (!isGone) setKeys(found);
    };
    void look();
    const onFocus = () => void look();
    addEventListener('focus', onFocus);
    return () => {
      isGone = true;
      removeEventListener('focus', onFocus);
    };
  }, [read]);
  return keys;
}

/** The key of a command, for people to read; `null` where it has none. */
export function useBrowserKey(wanted: BrowserCommand): string | null {
  const found = useBrowserKeys().find(({ command }) => command === wanted);
  return found && found.keys.length > 0 ? browserKeyNames(found.keys).join('+') : null;
}
