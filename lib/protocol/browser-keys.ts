/** The keys that the browser has given to our commands; people change them in its own settings. */
import { browser } from 'wxt/browser';
import { BROWSER_COMMAND_NAMES, type BrowserCommand } from './browser-commands';

export interface BrowserKey {
  readonly command: BrowserCommand;
  /** The keys to be held and pressed, as the browser names them; none where it has given none. */
  readonly keys: readonly string[];
}

/** Where keys of extensions are changed; Firefox has an API for it instead. */
const SETTINGS_URL = 'chrome://extensions/shortcuts';

/** The keys of all our commands, as they are now; none in browsers without a keyboard. */
export async function readBrowserKeys(): Promise<BrowserKey[]> {
  const all = (await browser.commands?.getAll()) ?? [];
  return BROWSER_COMMAND_NAMES.flatMap((command) => {
    const found = all.find(({ name }) => name === command);
    return found ? [{ command, keys: keysIn(found.shortcut ?? '') }] : [];
  });
}

/** Opens the browser's page where they are changed. No link leads there. */
export async function openBrowserKeys(): Promise<void> {
  const { commands } = browser as {
    commands?: { readonly openShortcutSettings?: () => Promise<void> };
  };
  if (commands?.openShortcutSettings) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: SETTINGS_URL });
}

/** Of `Alt+Shift+L`, or `⌥⇧L` as Chrome writes on a Mac. */
function keysIn(shortcut: string): string[] {
  const keys = shortcut.includes('+') ? shortcut.split('+') : (shortcut.match(/[⌃⌥⇧⌘]|.+/gu) ?? []);
  return keys.map((key) => key.trim()).filter((key) => key !== '');
}
