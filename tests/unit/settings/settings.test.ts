// @vitest-environment node
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { SITE_HOSTS } from '@/lib/paper';
import { READING_LIST } from '@/lib/protocol/list-query';
import { DEFAULT_KEYS } from '@/lib/settings/keys';
import { readSettings, turnSettings } from '@/lib/settings/saved-settings';
import type { Setting, StoredSetting } from '@/lib/settings/setting';
import * as settings from '@/lib/settings/settings';
import { SHOW_ALL } from '@/lib/settings/showing';

type Settings = typeof settings;
type ValueOf<S> =
  S extends Setting<infer T> ? T : S extends Readonly<Record<string, Setting<infer T>>> ? T : never;

/** A value of each setting that is not its default. */
const VALUES: { readonly [K in keyof Settings]: ValueOf<Settings[K]> } = {
  fetchAbstracts: true,
  lookUpImports: true,
  theme: 'dark',
  badge: 'unread',
  chosenListings: { arxiv: ['math.AG', 'stat'], huggingface: false },
  panelFolds: { isCollapsed: true },
  showings: { ...SHOW_ALL, cross: false },
  foldedPages: [
    {
      address: 'https://arxiv.org/list/cs/new',
      rows: { 'arxiv:2611.00001': { as: 'line', why: 'muted' } },
    },
  ],
  pageKeys: { ...DEFAULT_KEYS, isOn: false },
  notDuplicates: ['arxiv:2611.00001 arxiv:2611.00002'],
  recentTags: ['moss'],
  savedFilters: [{ id: 'a', name: 'Moss', query: READING_LIST }],
  backupReminder: false,
  backupDownloaded: 7,
  backupReminderPutOff: 7,
  libraryMarker: 'a',
  libraryLost: 7,
  backupFailure: 'No room.',
  exportFormat: 'csv',
  welcomed: true,
  releaseUnread: true,
};

interface Case {
  readonly name: string;
  readonly setting: StoredSetting<unknown>;
  readonly value: unknown;
}

/** Each setting, those of a host each for itself. */
const CASES = Object.entries(settings).flatMap(([name, one]): Case[] => {
  const value = VALUES[name as keyof Settings];
  if ('getValue' in one) return [{ name, setting: one as StoredSetting<unknown>, value }];
  return SITE_HOSTS.map((host) => ({
    name: `${name} on ${host}`,
    setting: one[host] as StoredSetting<unknown>,
    value,
  }));
});

beforeEach(() => fakeBrowser.reset());

/** What is stored, by its names. */
const stored = () => fakeBrowser.storage.local.get();

describe.each(CASES)('$name', ({ setting, value }) => {
  test('is its default until it is set, and then what was set', async () => {
    const heard: unknown[] = [];
    setting.watch((changed) => heard.push(changed));
    expect(await setting.getValue()).not.toEqual(value);
    await setting.setValue(value);
    expect(await setting.getValue()).toEqual(value);
    expect(heard).toEqual([value]);
  });

  test('is its default where what is stored cannot be read', async () => {
    const fallback = await setting.getValue();
    await setting.setValue(value);
    const [key = ''] = Object.keys(await stored());
    await fakeBrowser.storage.local.set({ [key]: [7] });
    expect(await setting.getValue()).toEqual(fallback);
  });

  test('comes back from a file, if files carry it', async () => {
    await setting.setValue(value);
    const file = JSON.parse(JSON.stringify(await readSettings()));
    fakeBrowser.reset();
    const before = await readSettings();
    await turnSettings(before, file);
    if (setting.savedAs === null) expect(await readSettings()).toEqual(before);
    else expect(await setting.getValue()).toEqual(value);
  });
});

test('each has a name of its own in storage, which is that of earlier versions', async () => {
  for (const { setting, value } of CASES) await setting.setValue(value);
  expect(Object.keys(await stored()).sort()).toEqual([
    ...['backupDownloaded', 'backupFailure', 'backupReminder', 'backupReminderPutOff', 'badge'],
    'chosenListings',
    ...[
      'exportFormat',
      'fetchAbstracts',
      'foldedPages',
      'libraryLost',
      'libraryMarker',
      'lookUpImports',
    ],
    ...['notDuplicates', 'pageKeys', 'panel:arxiv', 'panel:huggingface'],
    ...[
      'recentTags',
      'releaseUnread',
      'savedFilters',
      'showing:arxiv',
      'showing:huggingface',
      'theme',
    ],
    'welcomed',
  ]);
});

test('files carry these, by the names that they have in files of earlier versions', async () => {
  expect(Object.keys(await readSettings()).sort()).toEqual([
    ...['backupReminder', 'badge', 'chosenListings', 'fetchAbstracts', 'lookUpImports'],
    ...['notDuplicates', 'pageKeys'],
    ...['panelOnArxiv', 'panelOnHuggingFace', 'recentTags', 'showingOnArxiv'],
    ...['showingOnHuggingFace', 'theme'],
  ]);
});

test('what an earlier version did not store is as it is by default', async () => {
  await fakeBrowser.storage.local.set({ 'showing:arxiv': { dismissed: false } });
  expect(await settings.showings.arxiv.getValue()).toEqual({ ...SHOW_ALL, dismissed: false });
});

test('a panel that an earlier version had in a corner is folded as it was, and the corner is gone', async () => {
  const before = { corner: 'top-left', isCollapsed: true };
  await fakeBrowser.storage.local.set({ 'panel:arxiv': before });
  expect(await settings.panelFolds.arxiv.getValue()).toEqual({ isCollapsed: true });
  await turnSettings(await readSettings(), { panelOnHuggingFace: before });
  expect(await stored()).toMatchObject({ 'panel:huggingface': { isCollapsed: true } });
  expect(JSON.stringify(await readSettings())).not.toContain('corner');
});

describe('in a page that the extension has left behind', () => {
  test('settings are what they are by default, and nothing is stored or heard', async () => {
    const { storage, runtime } = browser;
    const stop = settings.theme.watch(() => undefined);
    Object.assign(browser, { storage: undefined, runtime: {} });
    try {
      await expect(settings.theme.getValue()).resolves.toBe('auto');
      await expect(settings.theme.setValue('dark')).resolves.toBeUndefined();
      expect(stop).not.toThrow();
    } finally {
      Object.assign(browser, { storage, runtime });
    }
  });

  test('elsewhere a setting that cannot be stored says so', async () => {
    vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('full'));
    await expect(settings.theme.setValue('dark')).rejects.toThrow('full');
  });
});
