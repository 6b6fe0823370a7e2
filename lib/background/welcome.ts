/** What is shown after an installation or an update, unasked: a page, or no more than a dot. */
import { type Browser, browser } from 'wxt/browser';
import { releaseUnread, welcomed } from '@/lib/settings/settings';

/**
 * Opens the welcome page once, after the installation; to be called at once on start. After an update
 * the library page says that there is something new.
 */
export function welcomeNewUsers(openWelcome: () => Promise<void>): void {
  browser.runtime.onInstalled.addListener((details) => void greet(details, openWelcome));
}

async function greet(
  { reason, previousVersion }: Browser.runtime.InstalledDetails,
  openWelcome: () => Promise<void>,
): Promise<void> {
  if (reason === 'install') {
    if (await welcomed.getValue()) return; // installed anew over what it had stored
    await welcomed.setValue(true);
    await openWelcome();
  } else if (reason === 'update') {
    // An extension that is loaded again from its folder is updated too, to what it was.
    if (previousVersion !== browser.runtime.getManifest().version)
      await releaseUnread.setValue(true);
  }
}
