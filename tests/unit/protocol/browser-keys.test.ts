import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openBrowserKeys, readBrowserKeys } from '@/lib/protocol/browser-keys';

beforeEach(() => fakeBrowser.reset());

const fakeCommands = (commands: unknown) =>
  vi.spyOn(browser, 'commands', 'get').mockReturnValue(commands as never);

test('keys are read as each browser writes them, in our order, and ours alone', async () => {
  fakeCommands({
    getAll: async () => [
      { name: 'star-paper', shortcut: '' },
      { name: 'open-side-panel', shortcut: 'F9' },
      { name: 'open-library', shortcut: '⌃⇧L' },
      { name: 'reload-for-development', shortcut: 'Alt+R' },
      { name: '_execute_action', shortcut: 'Alt+Umschalt+Y' },
    ],
  });
  expect(await readBrowserKeys()).toEqual([
    { command: '_execute_action', keys: ['Alt', 'Umschalt', 'Y'] },
    { command: 'open-library', keys: ['⌃', '⇧', 'L'] },
    { command: 'open-side-panel', keys: ['F9'] },
    { command: 'star-paper', keys: [] },
  ]);
});

test('a browser without keys has none', async () => {
  fakeCommands(undefined);
  expect(await readBrowserKeys()).toEqual([]);
});

test('the browser’s settings are opened in the way that it has', async () => {
  const openShortcutSettings = vi.fn(async () => undefined);
  fakeCommands({ openShortcutSettings });
  await openBrowserKeys();
  expect(openShortcutSettings).toHaveBeenCalledOnce();
  expect(await fakeBrowser.tabs.query({})).toHaveLength(1);
  fakeCommands({});
  await openBrowserKeys();
  const tabs = await fakeBrowser.tabs.query({});
  expect(tabs.map(({ url }) => url)).toContain('chrome://extensions/shortcuts');
});
