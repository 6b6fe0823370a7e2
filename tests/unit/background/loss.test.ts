// @vitest-environment node
import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { noticeLoss } from '@/lib/background/loss';
import { libraryLost } from '@/lib/settings/settings';

beforeEach(() => fakeBrowser.reset());

const start = async (device: string | null) => {
  await noticeLoss({ device: async () => device });
  return (await libraryLost.getValue()) > 0;
};

test('a library that is there, or never was, is not lost', async () => {
  expect(await start(null)).toBe(false);
  expect(await start(null)).toBe(false);
  expect(await start('one')).toBe(false);
  expect(await start('one')).toBe(false);
});

test.each([[null], ['another']])('after a library, %s is a loss, noticed once', async (found) => {
  await start('one');
  expect(await start(found)).toBe(true);
  await libraryLost.setValue(0); // the user knows
  expect(await start(found)).toBe(false);
  expect(await start('new')).toBe(found !== null);
});

test('a library that cannot be opened is no loss', async () => {
  await start('one');
  const failing = { device: () => Promise.reject(new Error('damaged')) };
  await expect(noticeLoss(failing)).rejects.toThrow('damaged');
  expect(await libraryLost.getValue()).toBe(0);
  expect(await start('one')).toBe(false);
});
