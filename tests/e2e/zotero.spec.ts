/** Sends papers to a stand-in for Zotero, from the built extension in a real browser. */
import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext, Page } from '@playwright/test';
import { EMPTY_METADATA, type Paper } from '@/lib/paper';
import { ZOTERO_ORIGIN, zoteroPattern } from '@/lib/protocol/zotero-origin';
import { expect, test } from '../helpers/extension';
import { keep } from '../helpers/keep';
import { ZoteroServer } from '../helpers/zotero-server';

const PAPERS: Paper[] = Array.from({ length: 30 }, (_, n) => ({
  ...EMPTY_METADATA,
  id: `arxiv:2611.${String(n).padStart(5, '0')}`,
  title: `Lattices of moss, part ${n}`,
  authors: ['Ada Byte'],
  source: 'arxiv',
}));

async function openLibrary(context: BrowserContext, extensionId: string): Promise<Page> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`chrome-extension://${extensionId}/library.html`);
  await keep(page, { kind: 'tag', tag: 'to read', value: true }, PAPERS);
  await page.getByRole('article', { name: /part 29$/ }).waitFor();
  return page;
}

test.describe('where the user has allowed it', () => {
  test.use({ granted: [zoteroPattern(false)] });

  test('one paper from the popup, then a selection: what was sent is not sent again unasked', async ({
    context,
    extensionId,
    openPopup,
    pages,
  }) => {
    const zotero = new ZoteroServer();
    await zotero.start();
    pages.forward(ZOTERO_ORIGIN, zotero.origin);
    const page = await openLibrary(context, extensionId);

    const popup = await openPopup();
    await popup.getByRole('tab', { name: 'Reading list' }).click();
    const card = popup.getByRole('article', { name: /part 29$/ });
    await card.getByRole('button', { name: /^Abstract: / }).click();
    await card.getByRole('button', { name: 'Send to Zotero' }).click();
    const single = popup.getByRole('dialog', { name: 'Send to Zotero' });
    await expect(single.getByText('Into “Reading” in “My Library”')).toBeVisible();
    await single.getByRole('button', { name: 'Send 1 paper' }).press('Enter');
    await expect(single.getByText('Sent 1 paper to “Reading”.')).toBeVisible();
    await popup.close();

    await page.bringToFront();
    await page.getByRole('checkbox', { name: /^Select: .* part 29$/ }).check();
    await page.getByRole('button', { name: /^Select all 30/ }).click();
    await page.getByRole('toolbar').getByRole('button', { name: 'Send to Zotero' }).click();
    const dialog = page.getByRole('dialog', { name: 'Send to Zotero' });
    const again = dialog.getByRole('checkbox', {
      name: '1 of 30 were sent before: send them again too',
    });
    await expect(again).not.toBeChecked();
    expect((await new AxeBuilder({ page }).include('dialog').analyze()).violations).toEqual([]);
    zotero.manner.failures = 1;
    await dialog.getByRole('button', { name: 'Send 29 papers' }).click();
    await expect(dialog.getByRole('alert')).toHaveText(/^Zotero said that it could not save/);
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await dialog.getByRole('button', { name: 'Send 29 papers' }).click();
    await expect(dialog.getByText('Sent 29 papers to “Reading”.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).last().click();

    expect(zotero.complaints).toEqual([]);
    expect(zotero.batches).toEqual([1, 25, 4]);
    expect(new Set(zotero.saved.map(({ title }) => title)).size).toBe(30);
    expect(zotero.saved[0]).toMatchObject({
      title: 'Lattices of moss, part 29',
      DOI: '10.48550/arXiv.2611.00029',
      tags: [{ tag: 'to read' }],
    });
    await zotero.stop();

    await page.getByRole('article', { name: /part 28$/ }).click();
    await page.getByRole('complementary').getByRole('button', { name: 'Send to Zotero' }).click();
    await expect(dialog.getByRole('alert')).toHaveText(/^Zotero was not found on this computer/);
  });
});

test('before that nothing is asked of Zotero, and the settings say so', async ({
  context,
  extensionId,
  pages,
}) => {
  const page = await openLibrary(context, extensionId);
  await page.getByRole('article', { name: /part 28$/ }).click();
  await page.getByRole('complementary').getByRole('button', { name: 'Send to Zotero' }).click();
  const dialog = page.getByRole('dialog', { name: 'Send to Zotero' });
  await expect(dialog.getByRole('button', { name: 'Allow' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.goto(`chrome-extension://${extensionId}/library.html#/settings`);
  await expect(page.getByText('Winnow may not reach Zotero.')).toBeVisible();
  expect(pages.unserved).toEqual([]);
});
