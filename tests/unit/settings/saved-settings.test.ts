// @vitest-environment node
import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_KEYS } from '@/lib/settings/keys';
import { readSettings, turnSettings } from '@/lib/settings/saved-settings';
import { badge, pageKeys, showings, theme } from '@/lib/settings/settings';

beforeEach(() => fakeBrowser.reset());

test('settings go into a file and come back', async () => {
  await theme.setValue('dark');
  await showings.arxiv.setValue({ ...(await showings.arxiv.getValue()), cross: false });
  await pageKeys.setValue({ ...DEFAULT_KEYS, keys: { ...DEFAULT_KEYS.keys, star: ['e'] } });
  const file = JSON.parse(JSON.stringify(await readSettings()));
  fakeBrowser.reset();
  expect(await theme.getValue()).toBe('auto');
  await turnSettings(await readSettings(), file);
  expect(await readSettings()).toEqual(file);
  expect((await pageKeys.getValue()).keys.star).toEqual(['e']);
});

test('what was chosen since is kept', async () => {
  const before = await readSettings();
  await theme.setValue('dark');
  await turnSettings(before, { ...before, theme: 'light', badge: 'none' });
  expect(await readSettings()).toEqual({ ...before, theme: 'dark', badge: 'none' });
});

test('what cannot be a setting changes none', async () => {
  await theme.setValue('dark');
  await pageKeys.setValue({ ...DEFAULT_KEYS, isOn: false });
  const before = await readSettings();
  await turnSettings(before, {
    ...{ theme: 'pink', fetchAbstracts: 'yes', panelOnArxiv: { isCollapsed: 'half' }, unknown: 1 },
    ...JSON.parse('{"__proto__": {"badge": "none"}, "notDuplicates": [7], "pageKeys": "j"}'),
  });
  expect(await readSettings()).toEqual(before);
  expect(await badge.getValue()).toBe('page');
});
