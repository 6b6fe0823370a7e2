/** The keys that the browser itself gives to Winnow, and what is told of them, as they are. */
import type { Page } from '@playwright/test';
import { expectNoViolations } from '../helpers/axe';
import { expect, test } from '../helpers/extension';
import type { Inside } from '../helpers/session';

const COMMANDS = ['_execute_action', 'open-library', 'open-side-panel', 'star-paper'];
const OPEN_LIBRARY = 'Open the library';
const STAR_PAPER = 'Star the paper that is open, or take its star';

const keysIn = (worker: Inside) => worker.evaluate(() => chrome.commands.getAll());

test('the browser binds a key to each command, and describes them in words @firefox', async ({
  worker,
}) => {
  const commands = await keysIn(await worker());
  expect(commands.map(({ name }) => name).sort()).toEqual(COMMANDS);
  for (const { name, shortcut } of commands) expect(shortcut, name).not.toBe('');
  const described = Object.fromEntries(commands.map((one) => [one.name, one.description]));
  expect(described).toMatchObject({
    'open-library': OPEN_LIBRARY,
    'open-side-panel': 'Open the side panel',
    'star-paper': STAR_PAPER,
  });
});

const popupHelp = (popup: Page) => popup.getByRole('dialog', { name: 'Keys' });
const pageHelp = (page: Page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' });

test('popup, settings and every help show the keys that are set, and lead to where they are', async ({
  context,
  listing,
  openPage,
  openPopup,
  worker,
}) => {
  const page = await listing('arxiv-list');
  await expect(page.getByRole('region', { name: 'Winnow' })).toBeVisible();
  await page.keyboard.press('?');
  await expect(pageHelp(page)).toContainText(`${OPEN_LIBRARY}AltShiftL`);

  const opened = context.waitForEvent('page');
  await pageHelp(page).getByRole('button', { name: 'Change in the browser' }).click();
  const shortcuts = await opened;
  await expect(shortcuts).toHaveURL('chrome://extensions/shortcuts');
  const entry = (command: string) =>
    shortcuts.locator('.shortcut-card .command-entry', { hasText: command });
  await entry(OPEN_LIBRARY).getByTitle('Clear').click();
  await entry(STAR_PAPER).getByTitle('Edit').click();
  await shortcuts.keyboard.press('Alt+Shift+G');
  await expect
    .poll(async () => (await keysIn(await worker())).map(({ shortcut }) => shortcut))
    .toEqual(['Alt+Shift+Y', '', 'Alt+Shift+D', 'Alt+Shift+G']);

  const popup = await openPopup();
  const library = popup.getByRole('button', { name: OPEN_LIBRARY });
  await expect(library).toHaveAttribute('title', OPEN_LIBRARY);
  await expect(popup.getByRole('button', { name: 'Open side panel' })).toHaveAttribute(
    ...['title', 'Open side panel (Alt+Shift+D)'],
  );
  await popup.getByRole('button', { name: 'Keys and search' }).click();
  await expect(popupHelp(popup)).toContainText(`not set${OPEN_LIBRARY}`);
  await expect(popupHelp(popup)).toContainText(`AltShiftG${STAR_PAPER}`);
  await expect(popupHelp(popup)).toContainText('another extension may have the usual key');
  await expectNoViolations(popup);

  const settings = await openPage('library.html#/settings');
  const group = settings.getByRole('region', { name: 'Everywhere in the browser' });
  await expect(group).toContainText(`${OPEN_LIBRARY}not set`);
  await expect(group).toContainText(`${STAR_PAPER}AltShiftG`);

  await page.bringToFront();
  await page.evaluate(() => dispatchEvent(new Event('focus'))); // as when its window is turned to
  await expect(pageHelp(page)).toContainText(`${OPEN_LIBRARY}not set`);
});

test('buttons on the page and in the popup name their keys', async ({ listing, openPopup }) => {
  const page = await listing('arxiv-list');
  await expect(page.getByRole('region', { name: 'Winnow' })).toBeVisible();
  const star = page.getByRole('button', { name: /^Star: / }).first();
  await star.hover();
  await expect(star).toHaveAttribute('title', 'Star (S)');
  await expect(page.getByRole('button', { name: 'Keyboard shortcuts' })).toHaveAttribute(
    ...['title', 'Keyboard shortcuts (?)'],
  );
  const popup = await openPopup();
  const titles = {
    'Keys and search': 'Keys and search (?)',
    'Open the library': 'Open the library (Alt+Shift+L)',
    'Open side panel': 'Open side panel (Alt+Shift+D)',
  };
  for (const [name, title] of Object.entries(titles)) {
    await expect(popup.getByRole('button', { name })).toHaveAttribute('title', title);
  }
  await expect(popup.getByRole('tab', { name: 'This page' })).toHaveAttribute(
    ...['title', 'This page (1)'],
  );
});
