import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { IconButton } from '@/components/design/icon-button';
import { withKeyName } from '@/components/keys/key-name';
import { useBrowserKey } from '@/components/keys/use-browser-keys';
import { t } from '@/lib/i18n';
import { openSidePanel } from '@/lib/util/side-panel';

/** Moves the popup into the side panel of its window, where it stays open. */
export function SidePanelButton() {
  const [windowId, setWindowId] = useState<number | null>(null);
  const key = useBrowserKey('open-side-panel');

  // Read in advance: browsers open the panel only directly on a click.
  useEffect(() => {
    void browser.windows.getCurrent().then(({ id }) => setWindowId(id ?? null));
  }, []);

  async function open(): Promise<void> {
    if (windowId === null) return;
    await openSidePanel(windowId);
    window.close();
  }

  const name = t('popupOpenSidePanel');
  return (
    <IconButton
      name={name}
      hint={withKeyName(name, key)}
      disabled={windowId === null}
      onClick={() => void open()}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" fill="none" aria-hidden="true">
        <rect
          x="1.7"
          y="2.7"
          width="12.6"
          height="10.6"
          rx="1.5"
          stroke="currentColor"
          strokeWidth="1.4"
        />
        <rect x="9.2" y="4.4" width="3.4" height="7.2" rx=".6" fill="currentColor" />
      </svg>
    </IconButton>
  );
}
