import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';

/** What not every browser has. */
type Action = Partial<Pick<typeof browser.action, 'getUserSettings' | 'onUserSettingsChanged'>>;

/** Whether the icon is in the toolbar, live; `undefined` until known, or where browsers do not tell. */
export function usePinned(): boolean | undefined {
  const [isPinned, setPinned] = useState<boolean>();
  useEffect(() => {
    let isGone = false;
    const action: Action = browser.action ?? {};
    const read = async () => {
      const settings = await action.getUserSettings?.();
      if (!isGone) setPinned(settings?.isOnToolbar);
    };
    void read();
    action.onUserSettingsChanged?.addListener(read);
    addEventListener('focus', read); // back from the browser's own menu, where no event is sent
    return () => {
      isGone = true;
      action.onUserSettingsChanged?.removeListener(read);
      removeEventListener('focus', read);
    };
  }, []);
  return isPinned;
}
