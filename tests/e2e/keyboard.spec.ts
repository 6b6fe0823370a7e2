import type { Page } from '@playwright/test';
import { card, dismiss, expectStarred, showReadingList, star } from '../helpers/controls';
import { expect, test } from '../helpers/extension';

const help = (page: Page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' });
const toast = (page: Page) => page.getByRole('status').filter({ hasText: /left|decided|Und|Red/ });

/** The papers' titles in page order, each once. */
async function titlesOn(page: Page): Promise<string[]> {
  await expect(page.getByRole('region', { name: 'Winnow' })).toBeVisible();
  const names = await page
    .getByRole('button', { name: /^Star: / })
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label') ?? ''));
  return [...new Set(names.map((name) => name.replace('Star: ', '')))];
}

test('a listing is cleared by keyboard, shows so on the other site, and is undone to the start @firefox', async ({
  listing,
  killWorker,
}) => {
  const page = await listing('arxiv-list');
  const titles = await titlesOn(page);
  await page.keyboard.press('j');
  await page.keyboard.press('s');
  await expect(toast(page)).toContainText(`Starred. ${titles.length - 1} left`);
  await page.keyboard.press('j');
  await killWorker();
  for (let left = titles.length - 1; left > 0; left -= 1) await page.keyboard.press('x');
  await expect(toast(page)).toContainText('All are decided');
  await expect(page.getByText(`All ${titles.length} decided`)).toBeVisible();
  await expectStarred(star(page, titles[0] ?? '').first());

  const huggingFace = await listing('hf-daily');
  const shared = (await titlesOn(huggingFace)).find((title) => titles.slice(1).includes(title));
  expect(shared).toBeDefined();
  await expect(dismiss(huggingFace, shared ?? '')).toHaveAttribute('aria-pressed', 'true');

  await page.bringToFront();
  for (let done = titles.length; done > 0; done -= 1) await page.keyboard.press('u');
  await expect(page.getByText(`0 of ${titles.length} decided`)).toBeVisible();
  await expect(dismiss(huggingFace, shared ?? '')).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('u');
  await expect(page.getByText('There is nothing to undo.')).toBeVisible();
  await page.keyboard.press('Shift+U');
  await expectStarred(star(page, titles[0] ?? '').first());
});

test('tags, note and status by keyboard', async ({ listing, openPopup }) => {
  const page = await listing('arxiv-list');
  const [first = '', second = ''] = await titlesOn(page);
  await page.keyboard.press('j');
  await page.keyboard.press('t');
  await expect(page.getByRole('combobox', { name: 'Add tag' })).toBeFocused();
  await page.keyboard.type('graph nets');
  await page.keyboard.press('Enter');
  await page.keyboard.type('3d to read');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await page.keyboard.press('t');
  await page.keyboard.press('2');
  const dialog = page.getByRole('dialog', { name: `Tags: ${second}` });
  await expect(dialog.getByRole('button', { name: 'Remove tag graph nets' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused();
  await page.keyboard.type('why j, k and x do not matter here');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('status').filter({ hasText: 'Note saved' })).toBeVisible();
  await page.keyboard.press('r');
  await expect(page.getByRole('status').filter({ hasText: 'Marked as being read' })).toBeVisible();

  const popup = await openPopup();
  await showReadingList(popup);
  await expect(card(popup, first)).toContainText('3d to read');
  await popup.getByRole('searchbox', { name: 'Search papers' }).fill('do not matter');
  await expect(card(popup, second)).toBeVisible();
});

test('a note typed when the page is closed is not lost', async ({ listing, openPopup }) => {
  const page = await listing('arxiv-list');
  const [title = ''] = await titlesOn(page);
  await page.keyboard.press('j');
  await page.keyboard.press('n');
  await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused();
  await page.keyboard.type('last words');
  await page.goto('about:blank');
  const popup = await openPopup();
  await showReadingList(popup);
  await popup.getByRole('searchbox', { name: 'Search papers' }).fill('last words');
  await expect(card(popup, title)).toBeVisible();
});

test('keys are silent in boxes, and can be changed and turned off in the help', async ({
  listing,
}) => {
  const page = await listing('arxiv-list');
  const [first = ''] = await titlesOn(page);
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Filter this page' })).toBeFocused();
  await page.keyboard.type('s');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await expectStarred(star(page, first).first(), false);

  await page.keyboard.press('?');
  await expect(help(page)).toBeVisible();
  await page.keyboard.press('s');
  await help(page).getByRole('button', { name: 'Change keys' }).click();
  await help(page).getByRole('button', { name: 'Remove key S from: Star' }).click();
  await help(page).getByRole('button', { name: 'Add a key for: Star' }).click();
  await page.keyboard.press('x');
  await expect(help(page).getByRole('alert')).toContainText('X is used already');
  await page.keyboard.press('f');
  await help(page).getByRole('button', { name: 'Close' }).click();
  await page.keyboard.press('s');
  await page.keyboard.press('f');
  await expectStarred(star(page, first).first());

  await page.keyboard.press('?');
  await help(page)
    .getByRole('checkbox', { name: /Use these keys/ })
    .uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('f');
  await page.keyboard.press('?');
  await expect(help(page)).toBeHidden();
  await page.reload();
  await titlesOn(page);
  await page.keyboard.press('f');
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await expect(help(page).getByRole('checkbox', { name: /Use these keys/ })).not.toBeChecked();
  await expectStarred(star(page, first).first());
});

test('a key changed on a page is the key of popup and library too, and their helps tell it', async ({
  listing,
  openPopup,
  openPage,
}) => {
  const page = await listing('arxiv-list');
  const [first = '', second = ''] = await titlesOn(page);
  await page.keyboard.press('?');
  await help(page).getByRole('button', { name: 'Change keys' }).click();
  await help(page).getByRole('button', { name: 'Remove key S from: Star' }).click();
  await help(page).getByRole('button', { name: 'Add a key for: Star' }).click();
  await page.keyboard.press('f');
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await page.keyboard.press('f');
  await expectStarred(star(page, first).first());
  await page.keyboard.press('j');
  await page.keyboard.press('r');
  await expect(page.getByRole('status').filter({ hasText: 'Marked as being read' })).toBeVisible();

  const popup = await openPopup();
  await showReadingList(popup);
  await popup.keyboard.press('ArrowDown');
  await expect(card(popup, second)).toBeFocused();
  await popup.keyboard.press('s');
  await popup.keyboard.press('f');
  await expectStarred(star(card(popup, second), second));
  await expect(star(card(popup, second), second)).toHaveAttribute('title', 'Star (F)');
  await popup.keyboard.press('?');
  await expect(popup.getByRole('dialog', { name: 'Keys' })).toContainText('FStar');

  const library = await openPage('library.html');
  await expect(library.getByRole('article', { name: second })).toBeVisible();
  await library.keyboard.press('Escape');
  await library.keyboard.press('ArrowDown');
  const row = library.getByRole('article', { name: second });
  await expect(row).toBeFocused();
  await library.keyboard.press('s');
  await library.keyboard.press('f');
  await expectStarred(star(row, second), false);
  await library.keyboard.press('?');
  await expect(library.getByRole('dialog', { name: 'Keys' })).toContainText('FStar');
});

test('links are copied and opened by keys and buttons: on a page, in the popup, in the library', async ({
  context,
  listing,
  openPopup,
  openPage,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await listing('arxiv-list');
  const [first = ''] = await titlesOn(page);
  const clipboard = (on: Page) => on.evaluate(() => navigator.clipboard.readText());
  const said = (on: Page, text: string) =>
    expect(on.getByRole('status').filter({ hasText: text })).toBeVisible();

  await page.keyboard.press('j');
  await page.keyboard.press('c');
  await said(page, 'Link copied');
  const link = await clipboard(page);
  expect(link).toMatch(/^https:\/\/arxiv\.org\/abs\//);
  await page.keyboard.press('m');
  await said(page, 'Markdown link copied');
  expect(await clipboard(page)).toContain(`](<${link}>)`);
  await page.keyboard.press('b');
  await said(page, 'BibTeX copied');
  expect(await clipboard(page)).toMatch(/^@\w+\{/);
  await page.keyboard.press('g');
  await said(page, 'No code is known of this paper');
  const [pdf] = await Promise.all([
    context.waitForEvent('page'),
    context.waitForEvent('request', (request) => request.url() === link.replace('/abs/', '/pdf/')),
    page.keyboard.press('p'),
  ]);
  await pdf.close();
  await page.bringToFront();
  await page.keyboard.press('s');
  await page.keyboard.press('t');
  await page.getByRole('button', { name: 'Copy link' }).click();
  await said(page, 'Link copied');
  await page.keyboard.press('Escape');

  const popup = await openPopup();
  await showReadingList(popup);
  await card(popup, first).focus();
  await popup.keyboard.press('b');
  await said(popup, 'BibTeX copied');
  expect(await clipboard(popup)).toMatch(/^@\w+\{/);

  const library = await openPage('library.html');
  await library.getByRole('article', { name: first }).click();
  await library.keyboard.press('c');
  await said(library, 'Link copied');
  expect(await clipboard(library)).toBe(link);
});
