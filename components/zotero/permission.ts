import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { isZoteroAllowed, ZOTERO_PERMISSION } from '@/lib/zotero/permission';

/** Has the browser ask the user; to be called in the handler of a click, before anything is waited for. */
export function askForZotero(): Promise<boolean> {
  return browser.permissions.request(ZOTERO_PERMISSION);
}

/** Takes the permission back. */
export async function withdrawZotero(): Promise<void> {
  await browser.permissions.remove(ZOTERO_PERMISSION);
}

/** Live; `undefined` before it is known. */
export function useZoteroAllowed(): boolean | undefined {
  const [isAllowed, setAllowed] = useState<boolean>();
  useEffect(() => {
    const look = () => void isZoteroAllowed().then(setAllowed);
    const { onAdded, onRemoved } = browser.permissions;
    look();
    onAdded.addListener(look);
    onRemoved.addListener(look);
    return () => {
      onAdded.removeListener(look);
      onRemoved.removeListener(look);
    };
  }, []);
  return isAllowed;
}
