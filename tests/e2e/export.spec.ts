import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { EMPTY_METADATA, type Paper } from '@/lib/paper';
import { expect, test } from '../helpers/extension';

const PAPERS: Paper[] = Array.from({ length: 12 }, (_, n) => ({
  ...EMPTY_METADATA,
  id: `arxiv:2611.${String(n).padStart(5, '0')}`,
  title: `Schrödinger’s $O(N^2)$ part ${n}: "quoted", and more`,
  abstract: 'An abstract with $x_1$.',
  authors: ['Ada Byte', 'Ludwig van Beethoven'],
  categories: ['cs.LG'],
  date: '2026-11-05',
  source: 'arxiv',
}));

async function openLibrary(page: Page, extensionId: string): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`chrome-extension://${extensionId}/library.html`);
  const answer = await page.evaluate(
    (papers) =>
      chrome.runtime.sendMessage({
        winnow: 'run',
        payload: {
          op: crypto.randomUUID(),
          change: { kind: 'tag', tag: 'to read', value: true },
          papers: papers.map((paper) => ({ id: paper.id, paper })),
        },
      }),
    PAPERS,
  );
  expect(answer.answer.ok).toBe(true);
  await expect(page.getByRole('article')).toHaveCount(PAPERS.length);
}

/** What a click on "Download" brings. */
async function downloaded(page: Page, format: RegExp) {
  const dialog = page.getByRole('dialog', { name: 'Export papers' });
  await dialog.getByRole('radio', { name: format }).check();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download' }).click(),
  ]);
  await expect(dialog.getByText(/^Saved 12 papers as winnow-/)).toBeVisible();
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test('everything is exported in each format, the selection is copied, and one paper', async ({
  context,
  page,
  extensionId,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openLibrary(page, extensionId);
  await page.keyboard.press('Escape'); // out of the search box
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export papers' });
  await expect(dialog.getByRole('radio', { name: /^Whole reading list/ })).toBeChecked();

  const bib = await downloaded(page, /^BibTeX/);
  expect(bib.name).toMatch(/^winnow-\d{4}-\d\d-\d\d\.bib$/);
  expect(bib.bytes.toString().match(/^@misc\{byte2026schrodinger[a-z]*,$/gm)).toHaveLength(12);
  const ris = await downloaded(page, /^RIS/);
  expect(ris.bytes.toString().match(/^ER {2}- /gm)).toHaveLength(12);
  const csl = await downloaded(page, /^CSL-JSON/);
  expect(JSON.parse(csl.bytes.toString())).toHaveLength(12);
  const csv = await downloaded(page, /^CSV/);
  expect(csv.bytes.subarray(0, 3)).toEqual(Buffer.from('\uFEFF'));
  expect(csv.bytes.toString().split('\r\n')).toHaveLength(14);
  const list = await downloaded(page, /^Markdown list/);
  expect(list.bytes.toString().match(/^- \[/gm)).toHaveLength(12);
  const zip = await downloaded(page, /^Markdown files/);
  expect(Object.keys(unzipSync(zip.bytes))).toHaveLength(12);
  expect((await new AxeBuilder({ page }).include('dialog').analyze()).violations).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await page.getByRole('checkbox', { name: /^Select: .* part 3:/ }).check();
  await page.getByRole('checkbox', { name: /^Select: .* part 7:/ }).check();
  await page.getByRole('toolbar').getByRole('button', { name: 'Export' }).click();
  await expect(dialog.getByRole('radio', { name: /^Markdown files/ })).toBeChecked(); // remembered
  await dialog.getByRole('radio', { name: /^BibTeX/ }).check();
  await dialog.getByRole('button', { name: 'Copy' }).click();
  await expect(dialog.getByText('Copied 2 papers.')).toBeVisible();
  expect((await clipboard(page)).match(/eprint = .*/g)).toEqual([
    'eprint = {2611.00003},',
    'eprint = {2611.00007},',
  ]);
  await page.keyboard.press('Escape');

  await page.getByRole('article', { name: /part 5:/ }).click();
  await page.getByRole('button', { name: 'Copy as BibTeX' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'BibTeX copied' })).toBeVisible();
  expect(await clipboard(page)).toContain('{2611.00005}');
});

test('the popup exports what its list shows', async ({ context, page, extensionId, openPopup }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openLibrary(page, extensionId);
  const popup = await openPopup();
  await popup.getByRole('tab', { name: 'Reading list' }).click();
  await popup.getByRole('searchbox', { name: 'Search papers' }).fill('"part 4"');
  await expect(popup.getByRole('article')).toHaveCount(1);
  await popup.getByRole('button', { name: 'Export papers' }).click();
  const dialog = popup.getByRole('dialog', { name: 'Export papers' });
  await expect(dialog.getByRole('radio', { name: /^Shown now.* 1 paper$/ })).toBeChecked();
  await dialog.getByRole('radio', { name: /^CSV/ }).check();
  await dialog.getByRole('button', { name: 'Copy' }).click();
  await expect(dialog.getByText('Copied 1 paper.')).toBeVisible();
  expect(await clipboard(popup)).toMatch(
    /^Title,.*\r?\n"Schrödinger’s \$O\(N\^2\)\$ part 4: ""quoted"", and more"/,
  );
});
