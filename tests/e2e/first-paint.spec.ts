/** A listing that is opened again does not jump: what was folded is folded when it is first painted. */
import type { Page } from '@playwright/test';
import { expect, test } from '../helpers/extension';
import { listingOf } from '../helpers/made-pages';

const LIST = 'https://arxiv.org/list/cs.LG/new';
const ROWS = 150;

declare global {
  interface Window {
    /** What of the page moved without the user's doing, as browsers score it: https://web.dev/articles/cls */
    layoutShift: number;
  }
}

/** Measures each page that is opened from now on. */
async function measure(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.layoutShift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
        window.layoutShift += entry.value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

async function openMeasured(page: Page): Promise<void> {
  await measure(page);
  await page.goto(LIST);
}

const layoutShift = (page: Page) => page.evaluate(() => window.layoutShift);
const lines = (page: Page) => page.locator('winnow-extras').filter({ hasText: /Undo$/ });
const loaded = (page: Page) => expect(page.locator('winnow-row')).toHaveCount(ROWS);

test('rows dismissed before do not fold before the reader’s eyes', async ({ context, pages }) => {
  pages.serve(LIST, listingOf(ROWS));
  const page = await context.newPage();
  await openMeasured(page);
  await loaded(page);
  await page.waitForTimeout(800);
  expect(await layoutShift(page), 'controls move nothing').toBeLessThan(0.001);

  for (let n = 1; n <= 30; n += 1) {
    for (let step = 0; step < (n === 1 ? 2 : 1); step += 1) await page.keyboard.press('j');
    await page.keyboard.press('x');
  }
  await expect(lines(page)).toHaveCount(30);
  for (let round = 0; round < 3; round += 1) {
    await page.reload();
    await loaded(page);
    await expect(lines(page)).toHaveCount(30);
    await page.waitForTimeout(800);
    expect(await layoutShift(page), `reload ${round + 1}`).toBeLessThan(0.001);
  }
  await expect(page.locator('[data-winnow-early]')).toHaveCount(0);
});

test('results of a search do not either', async ({ listing }) => {
  const page = await listing('arxiv-search');
  const rows = await page.locator('winnow-row').count();
  await expect(lines(page)).toHaveCount(0);
  await page.keyboard.press('j');
  for (let n = 1; n <= 3; n += 1) await page.keyboard.press('x');
  await expect(lines(page)).toHaveCount(3);
  await measure(page);
  await page.reload();
  await expect(page.locator('winnow-row')).toHaveCount(rows);
  await expect(lines(page)).toHaveCount(3);
  await page.waitForTimeout(800);
  expect(await layoutShift(page)).toBeLessThan(0.001);
});

test('a row that is no longer dismissed unfolds', async ({ context, pages, openPage }) => {
  pages.serve(LIST, listingOf(ROWS));
  const page = await context.newPage();
  await openMeasured(page);
  await loaded(page);
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(lines(page)).toHaveCount(1);
  await page.goto('about:blank');
  const library = await openPage('library.html');
  await library.evaluate(() =>
    chrome.runtime.sendMessage({ winnow: 'undoLatest', payload: crypto.randomUUID() }),
  );
  await page.goto(LIST);
  await loaded(page);
  await expect(page.locator('dd').first()).toBeVisible();
  await expect(lines(page)).toHaveCount(0);
});

test('the page learns nothing of what was folded elsewhere', async ({ context, pages }) => {
  pages.serve(LIST, listingOf(ROWS));
  const page = await context.newPage();
  await openMeasured(page);
  await loaded(page);
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(lines(page)).toHaveCount(1);
  pages.serve(LIST, listingOf(ROWS).replaceAll(/2611\.0000\d/g, '2611.99999'));
  await page.reload();
  await loaded(page);
  const html = await page.evaluate(() => {
    const sheets = [...document.styleSheets, ...document.adoptedStyleSheets].flatMap((sheet) =>
      [...sheet.cssRules].map(({ cssText }) => cssText),
    );
    const stored = [JSON.stringify(sessionStorage), JSON.stringify(localStorage), document.cookie];
    return [document.documentElement.outerHTML, ...sheets, ...stored].join('\n');
  });
  expect(html).toContain('2611.99999');
  expect(html).not.toContain('2611.00001');
});
