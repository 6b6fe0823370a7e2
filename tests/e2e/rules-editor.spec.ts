import type { Page } from '@playwright/test';
import { expectNoViolations } from '../helpers/axe';
import { expect, test } from '../helpers/extension';

/** The library page in a tab of its own. */
async function openLibrary(page: Page, extensionId: string): Promise<Page> {
  await page.goto(`chrome-extension://${extensionId}/library.html#/rules`);
  await expect(page.getByRole('heading', { name: 'Rules', exact: true })).toBeVisible();
  return page;
}

const articles = (page: Page) =>
  page
    .getByRole('article')
    .evaluateAll((cards) => cards.map((card) => card.getAttribute('aria-label')));

test('rules are written by keyboard, and counted on the open listing', async ({
  context,
  extensionId,
  listing,
}) => {
  const arxiv = await listing('arxiv-list');
  await expect(arxiv.locator('winnow-row').first()).toBeVisible();
  const page = await openLibrary(await context.newPage(), extensionId);
  await expect(page).toHaveTitle('Winnow – Rules');
  await expect(page.getByText(/^Tried on the .*: \d+ papers\.$/)).toBeVisible();

  await page.getByRole('button', { name: 'Add rule' }).press('Enter');
  await page.keyboard.type('attention, transformer*');
  await page.keyboard.press('Enter');
  const rule = page.getByRole('article', { name: 'attention, transformer*' });
  await expect(rule).toContainText(/[1-9]\d* of \d+ on this page/);
  await expect(page.getByRole('textbox', { name: /^Keywords: attention/ })).toBeFocused();

  await page.getByRole('button', { name: 'Add rule' }).press('Enter');
  await page.keyboard.type('no such word');
  await page.keyboard.press('Tab');
  const other = page.getByRole('article', { name: 'no such word' });
  await expect(other.getByText(/^0 of \d+ on this page$/)).toBeVisible();
  await page.reload();
  await expect.poll(() => articles(page)).toEqual(['attention, transformer*', 'no such word']);
});

test('what is typed when the page is closed is kept, also when no worker runs', async ({
  context,
  extensionId,
  killWorker,
}) => {
  const page = await openLibrary(await context.newPage(), extensionId);
  await page.getByRole('button', { name: 'Add rule' }).click();
  await page.keyboard.type('diffusion, flow match*');
  await killWorker();
  await page.close({ runBeforeUnload: true });
  const again = await openLibrary(await context.newPage(), extensionId);
  await expect(again.getByRole('article', { name: 'diffusion, flow match*' })).toBeVisible();
});

test('a pattern is tried as soon as it can be read', async ({ context, extensionId, listing }) => {
  await listing('arxiv-list');
  const page = await openLibrary(await context.newPage(), extensionId);
  await page.getByRole('button', { name: 'Add rule' }).click();
  await page
    .getByRole('combobox', { name: 'Keywords are: New rule' })
    .selectOption('Regular expressions');
  const rule = page.getByRole('article').last();
  const box = rule.getByRole('textbox');
  await box.fill('(model');
  await box.blur();
  await expect(rule).toContainText('A parenthesis has no partner.');
  await box.fill('(model|network)s?\\b');
  await expect(rule).toContainText(/[1-9]\d* of \d+ on this page/);
  await expect(rule).not.toContainText('A parenthesis has no partner.');
});

test('a rule is moved by keyboard, deleted and brought back', async ({ page, extensionId }) => {
  await openLibrary(page, extensionId);
  await expect(page.getByText(/^No listing is open/)).toBeVisible();
  await page.getByRole('button', { name: /^Add all/ }).click();
  await expect(page.getByRole('article')).toHaveCount(5);
  const [first, second, third] = await articles(page);

  const down = page.getByRole('button', { name: `Move down: ${first}` });
  await down.press('Enter');
  await expect.poll(async () => (await articles(page)).slice(0, 3)).toEqual([second, first, third]);
  await expect(down).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await articles(page)).slice(0, 3)).toEqual([second, third, first]);
  await expect(down).toBeFocused();

  await page.getByRole('button', { name: `Delete: ${second}` }).press('Enter');
  await expect(page.getByRole('article')).toHaveCount(4);
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await articles(page))[0]).toBe(second);
});

test('the colours unfold, and fold again', async ({ page, extensionId }) => {
  await openLibrary(page, extensionId);
  await page.getByRole('button', { name: /^Add all/ }).click();
  const rule = page.getByRole('article').first();
  const colour = rule.locator('summary');
  await expect(colour).toHaveText(/teal$/);
  await colour.press('Enter');
  const colours = rule.getByRole('radiogroup', { name: /^Colour: / });
  await colours.getByRole('radio', { name: 'teal' }).press('ArrowDown');
  await expect(colour).toHaveText(/violet$/);
  await page.keyboard.press('Escape');
  await expect(colours).toBeHidden();
  await expect(colour).toBeFocused();
  await colour.click();
  await colours.getByText('rose').click();
  await expect(colours).toBeHidden();
  await expect(colour).toHaveText(/rose$/);
});

test('nothing sticks out of the page at any width', async ({ page, extensionId }) => {
  await openLibrary(page, extensionId);
  await page.getByRole('button', { name: 'Add rule' }).click();
  await page.keyboard.type(`${'long'.repeat(60)}, short`);
  await page.keyboard.press('Enter');
  for (const width of [360, 720, 1_600]) {
    await page.setViewportSize({ width, height: 800 });
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    await expect.poll(overflow).toBeLessThanOrEqual(0);
    // The text box shows all of its text: what is drawn behind it breaks its lines alike.
    const hidden = await page
      .getByRole('textbox', { name: /^Keywords: / })
      .evaluate((box) => box.scrollHeight - box.clientHeight);
    expect(hidden).toBeLessThanOrEqual(0);
  }
});

test('axe finds nothing in the rules editor', async ({ page, extensionId }) => {
  await openLibrary(page, extensionId);
  await expectNoViolations(page);
  await page.getByRole('button', { name: /^Add all/ }).click();
  await page.getByRole('button', { name: 'Add rule' }).click();
  await page.keyboard.type('(a');
  await page.getByRole('combobox').nth(-2).selectOption('Regular expressions');
  await expect(page.getByRole('article').last()).toContainText('Not searched for.');
  await page.getByRole('article').first().locator('summary').click();
  await page.getByText('As text', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Rules as text' }).fill('what is this?');
  await page.getByRole('button', { name: 'Replace rules with this' }).click();
  await expect(page.getByRole('alert')).toContainText('Line 1:');
  await expectNoViolations(page);
});
