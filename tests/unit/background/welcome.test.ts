// @vitest-environment node
import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { welcomeNewUsers } from '@/lib/background/welcome';
import { releaseUnread } from '@/lib/settings/settings';

const open = vi.fn(async () => {});

beforeEach(() => {
  fakeBrowser.reset();
  open.mockClear();
  Object.assign(browser.runtime, { getManifest: () => ({ version: '2.0.0' }) });
  welcomeNewUsers(open);
});

/** What the browser tells, until all that follows from it is done. */
async function tell(reason: string, previousVersion?: string): Promise<void> {
  await fakeBrowser.runtime.onInstalled.trigger({ reason, previousVersion } as never);
  await new Promise((resolve) => setTimeout(resolve));
}

test('after the installation the welcome page opens, and only once', async () => {
  await tell('install');
  expect(open).toHaveBeenCalledOnce();
  await tell('install');
  expect(open).toHaveBeenCalledOnce();
  expect(await releaseUnread.getValue()).toBe(false);
});

test('after an update no page opens, but there is something new', async () => {
  await tell('update', '1.9.0');
  expect(open).not.toHaveBeenCalled();
  expect(await releaseUnread.getValue()).toBe(true);
});

test('nothing is new after an update of the browser, or when the same version is loaded again', async () => {
  await tell('chrome_update');
  await tell('update', '2.0.0');
  expect(open).not.toHaveBeenCalled();
  expect(await releaseUnread.getValue()).toBe(false);
});
