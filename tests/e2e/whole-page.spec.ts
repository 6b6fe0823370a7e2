import type { Page } from '@playwright/test';
import { addTags, dismiss, expectStarred, star } from '../helpers/controls';
import { expect, test } from '../helpers/extension';
import { ID, listingOf, paperPage, TITLE } from '../helpers/made-pages';
import { chooseForAll, panelOf } from '../helpers/panel';

const decided = (page: Page, count: number) =>
  panelOf(page).getByText(new RegExp(`^(${count} of \\d+|All ${count}) decided$`));

test('commands about the whole page, each one undo; many tabs only when asked', async ({
  pages,
  context,
  worker,
}) => {
  const url = 'https://arxiv.org/list/cs.LG/new';
  pages.serve(url, listingOf(20));
  for (let n = 1; n <= 20; n += 1) pages.serve(`https://arxiv.org/abs/${ID(n)}`, paperPage(n));
  const tabs = async () =>
    (await worker()).evaluate(async () =>
      (await chrome.tabs.query({})).map((tab) => tab.pendingUrl ?? tab.url),
    );
  const page = await context.newPage();
  await page.goto(url);
  await expect(decided(page, 0)).toBeVisible();

  for (const key of 'jjjj') await page.keyboard.press(key);
  await chooseForAll(page, /^Done to here: dismiss 3/);
  await expect(decided(page, 3)).toBeVisible();
  await page.getByRole('status').getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(decided(page, 0)).toBeVisible();

  await chooseForAll(page, 'Tag…');
  await page.getByRole('combobox', { name: 'Tag for all 20' }).fill('all of them');
  await page.keyboard.press('Enter');
  await expect(decided(page, 20)).toBeVisible();
  await chooseForAll(page, /^Undo: Tagged 20 papers/);
  await expect(decided(page, 0)).toBeVisible();

  await page.keyboard.press('s');
  await expectStarred(star(page, TITLE(4)));
  await chooseForAll(page, /^Open 1 starred/);
  await expect.poll(tabs).toContain(`https://arxiv.org/abs/${ID(4)}`);

  await page.bringToFront();
  await chooseForAll(page, 'Star');
  await expect(decided(page, 20)).toBeVisible();
  const before = context.pages().length;
  await chooseForAll(page, /^Open 20 starred/);
  const asking = page.getByRole('alertdialog', { name: 'Open 20 tabs?' });
  await asking.getByRole('button', { name: 'Cancel' }).click();
  expect(context.pages().length).toBe(before);
  await chooseForAll(page, /^Open 20 starred/);
  await asking.getByRole('button', { name: 'Open' }).click();
  await expect.poll(() => context.pages().length, { timeout: 20_000 }).toBe(before + 20);
});

test('links are copied', async ({ pages, context }) => {
  const url = 'https://arxiv.org/list/cs.LG/new';
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], {
    origin: 'https://arxiv.org',
  });
  pages.serve(url, listingOf(2));
  const page = await context.newPage();
  await page.goto(url);
  await expect(decided(page, 0)).toBeVisible();
  await chooseForAll(page, 'Copy links');
  await expect(page.getByText('2 links copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `https://arxiv.org/abs/${ID(1)}\nhttps://arxiv.org/abs/${ID(2)}`,
  );
});

test('a paper’s own page shows what was decided, marks it seen, and tells of a new version', async ({
  pages,
  context,
  killWorker,
}) => {
  const list = 'https://arxiv.org/list/cs.LG/new';
  pages.serve(list, listingOf(3));
  const url = `https://arxiv.org/abs/${ID(1)}`;
  pages.serve(url, paperPage(1, 1));
  const page = await context.newPage();
  await page.goto(url);
  await addTags(page, TITLE(1), ['to read']);
  await expect(page.getByText(/^On your list since/)).toBeVisible();
  await page.keyboard.press('r');
  await expect(page.getByRole('button', { name: `Reading. Status: ${TITLE(1)}` })).toBeVisible();
  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: 'Note' }).fill('Read it again.\nSlowly.');
  await page.keyboard.press('Escape');
  await expect(page.locator('winnow-row').getByText('Read it again.')).toBeVisible();

  pages.serve(url, paperPage(1, 3));
  await killWorker();
  await page.reload();
  await expect(page.getByText('v3 is new')).toBeVisible();
  await expect(page.locator('winnow-row').getByText('to read')).toBeVisible();
  await page.getByRole('button', { name: `Got it: ${TITLE(1)}` }).click();
  await expect(page.getByText('v3 is new')).toBeHidden();
  await page.keyboard.press('u');
  await expect(page.getByText('v3 is new')).toBeVisible();
  await page.keyboard.press('Shift+U');
  await expect(page.getByText('v3 is new')).toBeHidden();
  await page.reload();
  await expect(page.getByText(/^On your list since/)).toBeVisible();
  await expect(page.getByText('v3 is new')).toBeHidden();
});

test('a replacement of a saved paper says so on its row', async ({ pages, context }) => {
  const list = 'https://arxiv.org/list/cs.LG/new';
  pages.serve(list, listingOf(3));
  const page = await context.newPage();
  await page.goto(list);
  await star(page, TITLE(2)).click();
  await dismiss(page, TITLE(3)).click();
  pages.serve(list, listingOf(3, { replacedOn: 'Monday, 3 January 2050' }));
  await page.reload();
  await expect(page.getByText('New version', { exact: true })).toHaveCount(1);
  await page.getByRole('button', { name: `Got it: ${TITLE(2)}` }).click();
  await expect(page.getByText('New version', { exact: true })).toHaveCount(0);
});
