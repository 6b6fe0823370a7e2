/** Winnow in a German browser: pages and rules speak German, and longer words have their place. */
import type { Locator } from '@playwright/test';
import { expect, test } from '../helpers/extension';

test.use({ language: 'de' });

/** How far the content is wider than its box, in pixels. */
const tooWide = (box: Locator) =>
  box.evaluate((element) => element.scrollWidth - element.clientWidth);

test('a listing: row controls and panel', async ({ listing }) => {
  const page = await listing('arxiv-list');
  const panel = page.getByRole('region', { name: 'Winnow' });
  await page
    .getByRole('button', { name: /^Stern: / })
    .first()
    .click();
  await expect(panel).toContainText(/1 von \d+ entschieden/);
  await panel.getByRole('searchbox', { name: 'Diese Seite filtern' }).fill('a');
  await expect(panel.getByRole('status').first()).toHaveText(/^\d+ von \d+ passen$/);
  await panel.getByRole('button', { name: 'Regeln' }).click();
  await expect(panel.getByRole('button', { name: 'Filter als Regel speichern' })).toBeVisible();
  await page.keyboard.press('Escape');
  for (const width of [360, 640, 800, 900, 1024, 1160, 1280]) {
    await page.setViewportSize({ width, height: 700 });
    expect(await tooWide(panel.locator('.bar')), `at ${width}`).toBe(0);
  }

  await page
    .getByRole('button', { name: /^Schlagwörter: / })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: /^Schlagwörter: / });
  await dialog.getByRole('combobox', { name: 'Schlagwort hinzufügen' }).fill('Aufmerksamkeit');
  await expect(dialog.getByRole('option', { name: '„Aufmerksamkeit“ anlegen' })).toBeVisible();
  expect(await tooWide(dialog)).toBe(0);
});

test('the library page: rules', async ({ context, extensionId }) => {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/library.html#rules`);
  await expect(page.getByRole('heading', { name: 'Regeln', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Regel hinzufügen' }).click();
  await page.getByRole('textbox', { name: 'Stichwörter: Neue Regel' }).fill('attention');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article', { name: 'attention' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  for (const width of [1280, 640, 400]) {
    await page.setViewportSize({ width, height: 700 });
    expect(await tooWide(page.locator('html')), `at ${width} px`).toBe(0);
  }
});

test('the library page: choices in the settings are not cut off', async ({ page, extensionId }) => {
  await page.goto(`chrome-extension://${extensionId}/library.html#/settings`);
  const select = page.getByRole('combobox', { name: 'Zahl auf dem Symbol' });
  const cutOff = await select.evaluate((element) => {
    const { width } = element.getBoundingClientRect();
    element.style.maxWidth = 'none';
    return element.getBoundingClientRect().width - width;
  });
  expect(cutOff).toBe(0);
});

test('the library page: what the worker that searches has to say', async ({
  context,
  extensionId,
}) => {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/library.html`);
  await page.getByRole('searchbox', { name: 'Arbeiten durchsuchen' }).fill('is:lost');
  await expect(page.getByText('"is:lost" wird als Wort gesucht')).toBeVisible();
});

test('the popup', async ({ listing, openPopup }) => {
  await listing('arxiv-list');
  const popup = await openPopup();
  await expect(popup.getByRole('tab')).toHaveText([/^Diese Seite/, /^Leseliste/]);
  expect(await tooWide(popup.locator('html'))).toBe(0);
  await popup.getByRole('tab', { name: 'Leseliste' }).click();
  expect(await tooWide(popup.locator('html'))).toBe(0);
  await expect(popup.locator('html')).toHaveAttribute('lang', 'de');
});
