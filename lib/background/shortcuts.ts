/** The keys that work everywhere in the browser; the user changes them on the browser's own page. */
import { browser } from 'wxt/browser';
import { openSidePanel } from '@/lib/util/side-panel';

/**
 * Does what the keys ask for; to be called at once on start. Their names and first keys are in the
 * manifest (`wxt.config.ts`). The popup's is the browser's own business.
 */
export function offerShortcuts(openLibrary: () => Promise<void>): void {
  browser.commands.onCommand.addListener(async (command, tab) => {
    if (command === 'open-library') await openLibrary();
    else if (command === 'open-side-panel' && tab) await openSidePanel(tab.windowId);
  });
}
