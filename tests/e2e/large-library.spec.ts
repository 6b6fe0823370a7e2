/** A large library, and what a person does in it. `npm run bench` measures one of 100,000 papers. */
import type { Page } from '@playwright/test';
import { EMPTY_METADATA } from '@/lib/paper';
import { seedLibrary } from '../bench/library';
import { expect, test } from '../helpers/extension';
import { keep } from '../helpers/keep';

const PAPERS = 40_000;
const ABSTRACT_WORDS = 8;
/** For what reads or writes much of it. */
const LONG = { timeout: 90_000 };

const status = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text });
const undo = (page: Page) => page.getByRole('status').getByRole('button', { name: 'Undo' });
const articles = (page: Page) => page.getByRole('article');

test('a library of 40,000 is searched, filtered, edited, changed in bulk, undone and merged', async ({
  page,
  extensionId,
}) => {
  test.setTimeout(240_000);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`chrome-extension://${extensionId}/library.html#/papers`);
  await expect(page.getByRole('heading', { name: 'Your library is empty' })).toBeVisible();
  await seedLibrary(page, PAPERS, ABSTRACT_WORDS);
  await page.reload();
  await expect(status(page, '36,000 papers')).toBeVisible(LONG); // every tenth is dismissed
  expect(await articles(page).count()).toBeLessThan(60);

  const search = page.getByRole('searchbox', { name: 'Search papers' });
  const star = page.getByRole('button', { name: /^Star: / }).first();
  const title = (await star.getAttribute('aria-label'))?.replace('Star: ', '') ?? '';
  await search.fill(`"${title}"`);
  await expect(articles(page)).toHaveCount(1, LONG);
  await page.getByRole('button', { name: `Star: ${title}` }).click();
  await expect(undo(page)).toBeVisible();
  await search.fill('');
  await expect(status(page, '36,000 papers')).toBeVisible();

  const bulk = page.getByRole('toolbar', { name: 'Selected papers' });
  await page.getByRole('checkbox', { name: /^tag 8 / }).check();
  await expect(status(page, '1,000 papers')).toBeVisible();
  await articles(page).first().click();
  await page.keyboard.press('Control+a');
  await expect(status(page, '1,000 selected')).toBeVisible();
  await bulk.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Nothing matches' })).toBeVisible(LONG);
  await page.getByRole('link', { name: 'Trash' }).click();
  await expect(articles(page).first()).toBeVisible();
  await page
    .getByRole('button', { name: /^Restore: / })
    .first()
    .click();
  await expect(status(page, 'Restored')).toBeVisible();
  await page.keyboard.press('u');
  await page.keyboard.press('u');
  await expect(page.getByRole('heading', { name: 'The trash is empty' })).toBeVisible(LONG);

  const twin = { ...EMPTY_METADATA, id: 'doi:10.1000/182', title, source: 'arxiv' } as const;
  await keep(page, { kind: 'tag', tag: 'in print', value: true }, [twin]);
  await page.getByRole('link', { name: 'Duplicates' }).click();
  await page.getByRole('button', { name: `Merge: ${title}` }).click();
  await expect(page.getByRole('heading', { name: 'No duplicates' })).toBeVisible();
  await page.getByRole('link', { name: 'Papers', exact: true }).click();
  await page.getByRole('searchbox', { name: 'Search papers' }).fill(`"${title}"`);
  await expect(articles(page)).toHaveCount(1);
  await expect(articles(page)).toContainText('in print');
  await page.reload();
  await expect(articles(page)).toHaveCount(1, LONG);
});
