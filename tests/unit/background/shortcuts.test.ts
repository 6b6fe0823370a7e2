import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { offerShortcuts } from '@/lib/background/shortcuts';

/** What the browser calls when a key was pressed. */
let press: (command: string, tab?: { windowId: number }) => Promise<void>;
const openLibrary = vi.fn(async () => {});
const open = vi.fn(async () => {});

beforeEach(() => {
  vi.clearAllMocks();
  fakeBrowser.reset();
  const addListener = (listener: typeof press) => {
    press = listener;
  };
  vi.spyOn(browser, 'commands', 'get').mockReturnValue({ onCommand: { addListener } } as never);
  vi.spyOn(browser, 'sidePanel', 'get').mockReturnValue({ open } as never);
  offerShortcuts(openLibrary);
});

test('a key opens the library', async () => {
  await press('open-library', { windowId: 3 });
  expect(openLibrary).toHaveBeenCalledOnce();
  expect(open).not.toHaveBeenCalled();
});

test('a key opens the side panel of the window that it was pressed in', () => {
  void press('open-side-panel', { windowId: 3 });
  // At once: later the browser would not believe that a person asked for it.
  expect(open).toHaveBeenCalledExactlyOnceWith({ windowId: 3 });
});

test('any other command does nothing', async () => {
  await press('self-destruct', { windowId: 3 });
  await press('open-side-panel');
  expect(open).not.toHaveBeenCalled();
  expect(openLibrary).not.toHaveBeenCalled();
});
