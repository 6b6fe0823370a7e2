/** Shortcuts that work everywhere in the browser; users change them on the browser's own page. */
import { type Browser, browser } from 'wxt/browser';
import type { BrowserCommand } from '@/lib/protocol/browser-commands';
import { openSidePanel } from '@/lib/util/side-panel';
import type { StarrableTab } from './star-tab';

interface Shortcuts {
  readonly openLibrary: () => Promise<void>;
  readonly toggleStar: (tab: StarrableTab) => Promise<void>;
}

type OwnCommand = Exclude<BrowserCommand, '_execute_action'>; // the browser itself opens the popup

/** Carries them out; to be called at once on start. */
export function offerShortcuts({ openLibrary, toggleStar }: Shortcuts): void {
  const acts: Readonly<Record<OwnCommand, (tab?: Browser.tabs.Tab) => Promise<void> | undefined>> =
    {
      'open-library': openLibrary,
      'open-side-panel': (tab) => tab && openSidePanel(tab.windowId),
      'star-paper': (tab) => tab && toggleStar(tab),
    };
  browser.commands.onCommand.addListener(async (command, tab) => {
    if (Object.hasOwn(acts, command)) await acts[command as OwnCommand](tab);
  });
}
