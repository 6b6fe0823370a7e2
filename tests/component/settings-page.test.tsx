import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { formatBytes } from '@/components/settings-page/data-use';
import { SettingsPage } from '@/components/settings-page/settings-page';
import { triageActions } from '@/components/triage/use-triage';
import { lastRequest } from '@/lib/arxiv/last-request';
import { lookupProgress } from '@/lib/arxiv/lookup-progress';
import { NO_REQUEST } from '@/lib/arxiv/pace';
import { READING_LIST } from '@/lib/protocol/list-query';
import { DEFAULT_KEYS } from '@/lib/settings/keys';
import { readSettings } from '@/lib/settings/saved-settings';
import {
  fetchAbstracts,
  lookUpImports,
  pageKeys,
  panelFolds,
  savedFilters,
  showings,
  theme,
} from '@/lib/settings/settings';
import { followTheme } from '@/lib/settings/theme';
import { isEqualJson } from '@/lib/util/is-equal-json';
import { fakeBackground } from '../helpers/messaging';
import { fakePermissions } from '../helpers/permissions';

const SHORTCUTS = [
  { name: '_execute_action', description: '', shortcut: 'Ctrl+Shift+Y' },
  { name: 'open-library', description: 'Open the library', shortcut: 'Alt+Shift+L' },
];

beforeEach(() => {
  fakeBrowser.reset();
  localStorage.clear();
  fakePermissions();
  browser.commands.getAll = (async () => SHORTCUTS) as never;
});

const group = (name: string) => within(screen.getByRole('region', { name }));

async function openSettings() {
  render(<SettingsPage />);
  const first = await screen.findByRole('switch', { name: 'Fetch abstracts from arXiv' });
  await waitFor(() => expect(first).toHaveProperty('disabled', false));
  return userEvent.setup();
}

test('shows what is set, and keeps what is changed', async () => {
  await showings.arxiv.setValue({ ...(await showings.arxiv.getValue()), cross: false });
  const user = await openSettings();
  const onArxiv = group('On arXiv');
  const cross = onArxiv.getByRole('switch', { name: 'Show cross-lists' });
  await waitFor(() => expect(cross).toHaveProperty('checked', false));
  await user.click(cross);
  await user.click(screen.getByRole('switch', { name: 'Fetch abstracts from arXiv' }));
  await user.click(onArxiv.getByRole('switch', { name: /^Fold Winnow’s bar/ }));
  await waitFor(async () => expect((await showings.arxiv.getValue()).cross).toBe(true));
  expect(await fetchAbstracts.getValue()).toBe(true);
  await waitFor(async () => expect((await panelFolds.arxiv.getValue()).isCollapsed).toBe(true));
  expect((await panelFolds.huggingface.getValue()).isCollapsed).toBe(false);
});

/** Settings that files carry, those that are objects field by field. */
async function everySetting(): Promise<Map<string, unknown>> {
  const entries = Object.entries(await readSettings()).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).map(([field, part]) => [`${name}.${field}`, part] as const)
      : [[name, value] as const],
  );
  return new Map(entries);
}

test('whatever backups carry can be changed here, but for what follows from what people do', async () => {
  await openSettings();
  const before = await everySetting();
  const kept = () => new Promise((resolve) => setTimeout(resolve));
  for (const choice of screen.getAllByRole<HTMLSelectElement>('combobox')) {
    const other = [...choice.options].find(({ selected }) => !selected) as HTMLOptionElement;
    fireEvent.change(choice, { target: { value: other.value } });
    await kept();
  }
  for (const one of screen.getAllByRole('switch')) {
    fireEvent.click(one);
    await kept();
  }
  await waitFor(async () => {
    const after = await everySetting();
    const unchanged = [...before].filter(([name, was]) => isEqualJson(after.get(name), was));
    expect(unchanged.map(([name]) => name).sort()).toEqual([
      ...['chosenListings.arxiv', 'notDuplicates', 'pageKeys.keys', 'pageKeys.version'],
      'recentTags',
      ...['showingOnHuggingFace.cross', 'showingOnHuggingFace.replaced'],
    ]);
  });
});

test('follows what is changed elsewhere', async () => {
  await openSettings();
  await fetchAbstracts.setValue(true);
  const fetch = screen.getByRole('switch', { name: 'Fetch abstracts from arXiv' });
  await waitFor(() => expect(fetch).toHaveProperty('checked', true));
});

test('Hugging Face has no cross-lists to show or hide', async () => {
  await openSettings();
  const onHuggingFace = group('On Hugging Face');
  expect(onHuggingFace.queryByRole('switch', { name: 'Show cross-lists' })).toBeNull();
  expect(onHuggingFace.getByRole('switch', { name: 'Show papers seen before' })).toBeTruthy();
});

test('the colours of all our pages follow the setting', async () => {
  followTheme();
  const user = await openSettings();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Colours' }), ['Dark']);
  await waitFor(() => expect(document.documentElement.style.colorScheme).toBe('dark'));
  document.documentElement.style.colorScheme = '';
  followTheme(); // on another page, before anything was read from storage
  expect(document.documentElement.style.colorScheme).toBe('dark');
  await theme.setValue('auto');
  await waitFor(() => expect(document.documentElement.style.colorScheme).toBe(''));
});

test('shows the browser’s shortcuts, and where they are changed', async () => {
  const user = await openSettings();
  const shortcuts = within(
    await screen.findByRole('region', { name: 'Everywhere in the browser' }),
  );
  const keyOf = (command: string) => shortcuts.getByText(command).parentElement?.textContent;
  expect(keyOf('Open Winnow')).toContain('CtrlShiftY');
  expect(keyOf('Open the library')).toContain('AltShiftL');
  expect(shortcuts.getByText('The browser keeps these keys itself.')).toBeTruthy();

  // Taken away in the browser's settings, from where one comes back.
  browser.commands.getAll = (async () => [
    SHORTCUTS[0],
    { ...SHORTCUTS[1], shortcut: '' },
  ]) as never;
  fireEvent.focus(window);
  await waitFor(() => expect(keyOf('Open the library')).toContain('not set'));
  expect(shortcuts.getByText(/another extension may have the usual key/)).toBeTruthy();
  await user.click(shortcuts.getByRole('button', { name: 'Change in the browser' }));
  const tabs = await fakeBrowser.tabs.query({});
  expect(tabs.map(({ url }) => url)).toContain('chrome://extensions/shortcuts');
});

test('keys on pages are changed one by one, off and back; a key taken already says so', async () => {
  const user = await openSettings();
  const keys = within(await screen.findByRole('region', { name: 'Keys on pages' }));
  const stored = async () => (await pageKeys.getValue()).keys;
  await user.click(keys.getByRole('button', { name: 'Add a key for: Star' }));
  await user.keyboard('x');
  expect(keys.getByRole('alert').textContent).toContain('X is used already for: Dismiss');
  await user.keyboard('f');
  await waitFor(async () => expect((await stored()).star).toEqual(['s', 'f']));
  await user.click(keys.getByRole('button', { name: 'Remove key S from: Star' }));
  await waitFor(async () => expect((await stored()).star).toEqual(['f']));
  await user.click(keys.getByRole('button', { name: 'Back to the usual keys' }));
  await waitFor(async () => expect(await pageKeys.getValue()).toEqual(DEFAULT_KEYS));
  await user.click(keys.getByRole('switch', { name: 'Use these keys on arXiv and Hugging Face' }));
  await waitFor(async () => expect((await pageKeys.getValue()).isOn).toBe(false));
  expect(keys.queryByRole('button')).toBeNull();
});

test('keys of another version are shown as the usual ones', async () => {
  await pageKeys.setValue({ version: 9, keys: 'gone' } as never);
  await openSettings();
  const keys = within(await screen.findByRole('region', { name: 'Keys on pages' }));
  expect(keys.getByRole('button', { name: 'Remove key S from: Star' })).toBeTruthy();
});

test('saved filters are renamed, put in order, and deleted with undo', async () => {
  const names = async () => (await savedFilters.getValue()).map(({ name }) => name);
  await savedFilters.setValue([
    { id: '1', name: 'One', query: READING_LIST },
    { id: '2', name: 'Two', query: { ...READING_LIST, starred: true } },
  ]);
  const user = await openSettings();
  const filters = within(await screen.findByRole('region', { name: 'Saved filters' }));
  const box = filters.getByRole('textbox', { name: 'Name: One' });
  await user.clear(box);
  await user.type(box, 'First{Enter}');
  await waitFor(async () => expect(await names()).toEqual(['First', 'Two']));
  await user.click(await filters.findByRole('button', { name: 'Move down: First' }));
  await waitFor(async () => expect(await names()).toEqual(['Two', 'First']));
  await user.click(await filters.findByRole('button', { name: 'Delete: Two' }));
  await waitFor(async () => expect(await names()).toEqual(['First']));
  await triageActions.undoLatest();
  expect(await names()).toEqual(['Two', 'First']);
  await savedFilters.setValue([]);
  expect(await filters.findByText(/^None yet/)).toBeTruthy();
});

test('storage is said in a unit that can be read', () => {
  expect([0, 999, 1_000, 1_540_000, 48_700_000, 3e9, 5e12].map(formatBytes)).toEqual([
    ...['0 byte', '999 byte', '1 kB', '1.5 MB', '49 MB', '3 GB', '5,000 GB'],
  ]);
});

test('looking up what imported papers lack is off; turned on, it says how far it has come', async () => {
  render(<SettingsPage />);
  const wanted = screen.getByRole<HTMLInputElement>('switch', {
    name: 'Look up what imported papers lack',
  });
  await waitFor(() => expect(wanted.disabled).toBe(false));
  expect(wanted.checked).toBe(false);
  await userEvent.click(wanted);
  expect(await lookUpImports.getValue()).toBe(true);
  await lookupProgress.setValue({ waiting: ['title:b', 'title:c'], done: 1, found: 1, joins: [] });
  await screen.findByText('Looking up 3 papers: 1 done, 1 of them found at arXiv.');
  const problem = { text: 'arXiv asks us to wait.', retryAt: 1 };
  await lastRequest.setValue({ ...NO_REQUEST, problem });
  await screen.findByText('arXiv asks us to wait. It goes on by itself.');
  const joins = [crypto.randomUUID(), crypto.randomUUID()];
  await lookupProgress.setValue({ waiting: [], done: 3, found: 2, joins });
  await screen.findByText('Looked up 3 papers; 2 found at arXiv.');
  expect(screen.queryByText(/asks us to wait/)).toBeNull();

  const background = fakeBackground().mockResolvedValue({ answer: { ok: true } });
  await userEvent.click(
    screen.getByRole('button', { name: 'Give joined papers their old ids back' }),
  );
  await screen.findByText('Joined papers have their old ids again.');
  const undone = background.mock.calls.map(([{ payload }]) => payload);
  expect(undone).toMatchObject(joins.toReversed().map((undoes) => ({ undoes })));
});
