/** Shortcuts that work everywhere in the browser; users change them on the browser's own page. */
import { browser } from 'wxt/browser';
import { openSidePanel } from '@/lib/util/side-panel';
import type { StarrableTab } from './star-tab';

interface Shortcuts {
  readonly openLibrary: () => Promise<void>;
  readonly toggleStar: (tab: StarrableTab) => Promise<void>;
}

/**
 * Carries them out; to be called at once on start. The manifest (`wxt.config.ts`) has their names and
 * default keys. The browser itself opens the popup.
 */
export function offerShortcuts({ openLibrary, toggleStar }: Shortcuts): void {
  browser.commands.onCommand.addListener(async (command, tab) => {
    if (command === 'open-library') await openLibrary();
    else if (command === 'open-side-panel' && tab) await openSidePanel(tab.windowId);
    else if (command === 'star-paper' && tab) await toggleStar(tab);
  });
}
