import { useEffect, useState } from 'react';
import { type Browser, browser } from 'wxt/browser';

/** Whether Winnow has a permission, live; `undefined` until known. The argument must not change. */
export function usePermission(permission: Browser.permissions.Permissions): boolean | undefined {
  const [isAllowed, setAllowed] = useState<boolean>();
  useEffect(() => {
    const look = () => void browser.permissions.contains(permission).then(setAllowed);
    const { onAdded, onRemoved } = browser.permissions;
    look();
    onAdded.addListener(look);
    onRemoved.addListener(look);
    return () => {
      onAdded.removeListener(look);
      onRemoved.removeListener(look);
    };
  }, [permission]);
  return isAllowed;
}
