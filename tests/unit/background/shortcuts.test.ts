import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { offerShortcuts } from '@/lib/background/shortcuts';

/** What the browser calls when a key was pressed. */
let press: (
  command: string,
  tab?: { windowId: number; id?: number; url?: string },
) => Promise<void>;
const openLibrary = vi.fn(async () => {});
const toggleStar = vi.fn(async () => {});
const open = vi.fn(async () => {});

beforeEach(() => {
  vi.clearAllMocks();
  fakeBrowser.reset();
  const addListener = (listener: typeof press) => {
    press = listener;
  };
  vi.spyOn(browser, 'commands', 'get').mockReturnValue({ onCommand: { addListener } } as never);
  vi.spyOn(browser, 'sidePanel', 'get').mockReturnValue({ open } as never);
  offerShortcuts({ openLibrary, toggleStar });
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

test('a key stars the paper of the tab that it was pressed in', async () => {
  const tab = { windowId: 3, id: 7, url: 'https://arxiv.org/pdf/2611.00001' };
  await press('star-paper', tab);
  expect(toggleStar).toHaveBeenCalledExactlyOnceWith(tab);
});

test('any other command does nothing', async () => {
  await press('self-destruct', { windowId: 3 });
  await press('open-side-panel');
  await press('star-paper');
  expect(open).not.toHaveBeenCalled();
  expect(openLibrary).not.toHaveBeenCalled();
  expect(toggleStar).not.toHaveBeenCalled();
});
