import type { Locator, Page } from '@playwright/test';
import { EMPTY_METADATA, type Paper } from '@/lib/paper';
import { expectNoViolations } from '../helpers/axe';
import { expect, test } from '../helpers/extension';
import { keep } from '../helpers/keep';

function makePapers(count: number): Paper[] {
  return Array.from({ length: count }, (_, n) => ({
    ...EMPTY_METADATA,
    id: `arxiv:26${String(1 + (n % 12)).padStart(2, '0')}.${String(n).padStart(5, '0')}`,
    title: `Paper ${n} on ${n % 2 ? 'sparse attention' : 'spectral bounds'}`,
    abstract: `An abstract with $x_${n}$.`,
    authors: ['Ada Byte', '李 四'],
    categories: [n % 3 ? 'cs.LG' : 'math.AG'],
    date: `20${20 + (n % 5)}-03-04`,
    source: 'arxiv',
  }));
}

async function openLibrary(page: Page, extensionId: string, place = '#/papers'): Promise<Page> {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`chrome-extension://${extensionId}/library.html${place}`);
  await expect(page.getByRole('navigation', { name: 'Library' })).toBeVisible();
  return page;
}

async function openTen(page: Page, extensionId: string): Promise<readonly Paper[]> {
  await openLibrary(page, extensionId);
  await expect(page.getByRole('heading', { name: 'Your library is empty' })).toBeVisible();
  const papers = makePapers(10);
  await keep(page, { kind: 'tag', tag: 'to read', value: true }, papers);
  await keep(page, { kind: 'tag', tag: '図書 館', value: true }, papers.slice(0, 3));
  await expect(page.getByRole('article')).toHaveCount(10);
  return papers;
}

/** Those beside the papers and the rules, which have tests of their own. */
const SECTIONS = ['Tags', 'Duplicates', 'Trash', 'Import', 'Backups', 'Statistics', 'Settings'];

/** Turns to a section, and waits until it is there: the one before may have papers of the same names. */
async function turnTo(page: Page, section: string): Promise<void> {
  await page.getByRole('link', { name: section, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: section })).toBeVisible();
}

const edges = (part: Locator) =>
  part.evaluate((element) => {
    const { left, right } = element.getBoundingClientRect();
    return { left, right };
  });

const row = (page: Page, n: number) =>
  page.getByRole('article', { name: new RegExp(`^Paper ${n} on `) });
const status = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text });
const undo = (page: Page) => page.getByRole('status').getByRole('button', { name: 'Undo' });

test('papers are searched, narrowed, changed in bulk, and all of it is undone as one', async ({
  page,
  extensionId,
}) => {
  await openTen(page, extensionId);
  await page.getByRole('searchbox', { name: 'Search papers' }).fill('attention');
  await expect(page.getByRole('article')).toHaveCount(5);
  await page.getByRole('checkbox', { name: 'math.AG' }).check();
  await expect(page.getByRole('article')).toHaveCount(2);
  await page.reload(); // the address says it all
  await expect(page.getByRole('article')).toHaveCount(2);
  await page.getByRole('checkbox', { name: 'math.AG' }).uncheck();
  await page.getByRole('searchbox', { name: 'Search papers' }).fill('');
  await expect(page.getByRole('article')).toHaveCount(10);

  await row(page, 9).click();
  await page.keyboard.press('Control+a');
  await expect(status(page, '10 selected')).toBeVisible();
  const bulk = page.getByRole('toolbar', { name: 'Selected papers' });
  const bar = await edges(bulk);
  const box = await edges(page.getByRole('searchbox', { name: 'Search papers' }));
  expect(bar.right - box.right).toBe(box.left - bar.left);
  await bulk.getByRole('button', { name: 'Star', exact: true }).click();
  const starred = page.getByRole('button', { name: /^Star: /, pressed: true });
  await expect(starred).toHaveCount(10);
  await bulk.getByRole('button', { name: 'Tag', exact: true }).click();
  await page.getByRole('combobox', { name: 'Add tag' }).fill('read on the train');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('checkbox', { name: 'read on the train 10' })).toBeVisible();
  await undo(page).click();
  await expect(page.getByRole('checkbox', { name: 'read on the train 10' })).toBeHidden();
  await expect(starred).toHaveCount(10);
});

test('details are read and changed beside the list', async ({ page, extensionId }) => {
  await openTen(page, extensionId);
  await row(page, 4).click();
  const details = page.getByRole('complementary', { name: 'Details' });
  await expect(details.getByRole('heading', { name: /^Paper 4 on/ })).toBeVisible();
  await expect(details.getByRole('link', { name: 'PDF' })).toHaveAttribute(
    'href',
    'https://arxiv.org/pdf/2605.00004',
  );
  await details.getByRole('combobox', { name: 'Status' }).selectOption('reading');
  await expect(row(page, 4)).toContainText('Reading');
  await page.setViewportSize({ width: 400, height: 800 });
  await details.getByRole('button', { name: 'Back to the list' }).click();
  await expect(details).toBeHidden();
  await row(page, 5).click();
  await expect(details.getByRole('heading', { name: /^Paper 5 on/ })).toBeVisible();
});

test('tags are renamed, merged, coloured and deleted', async ({ page, extensionId }) => {
  await openTen(page, extensionId);
  await turnTo(page, 'Tags');
  await expect(page).toHaveTitle('Winnow – Tags');
  await page.getByRole('combobox', { name: 'Colour: 図書 館' }).selectOption('teal');
  await page.getByRole('button', { name: 'Rename: 図書 館' }).click();
  const name = page.getByRole('textbox', { name: 'New name: 図書 館' });
  await name.fill('y'.repeat(10_000));
  await expect(page.getByRole('alert')).toContainText('this one has 10,000');
  await page.keyboard.press('Enter');
  await name.fill('at the library');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'at the library' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Colour: at the library' })).toHaveValue('2');

  await page.getByRole('button', { name: 'Rename: at the library' }).click();
  await page.getByRole('textbox', { name: 'New name: at the library' }).fill('to read');
  await expect(status(page, 'is in use already')).toBeVisible();
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(page.getByRole('link', { name: 'at the library' })).toBeHidden();
  await undo(page).click();
  await expect(page.getByRole('link', { name: 'at the library' })).toBeVisible();

  await page.getByRole('button', { name: 'Delete: to read' }).click();
  await expect(page.getByRole('link', { name: 'to read' })).toBeHidden();
  await undo(page).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'to read' })).toContainText(
    '10 papers',
  );
});

test('duplicates are merged without losing a tag, or told apart', async ({ page, extensionId }) => {
  const [paper] = await openTen(page, extensionId);
  if (!paper) throw new Error('There are ten papers.');
  const published: Paper = { ...paper, id: 'doi:10.1000/182', journalRef: 'J. Made Up 3 (2026)' };
  await keep(page, { kind: 'tag', tag: 'published', value: true }, [published]);
  await turnTo(page, 'Duplicates');
  const group = page.getByRole('article', { name: paper.title });
  await expect(group).toContainText('J. Made Up 3 (2026)');
  await group.getByRole('button', { name: /^Not a duplicate/ }).click();
  await expect(page.getByRole('heading', { name: 'No duplicates' })).toBeVisible();
  await page.getByRole('button', { name: 'Show them again' }).click();
  await group.getByRole('button', { name: /^Merge/ }).click();
  await expect(page.getByRole('heading', { name: 'No duplicates' })).toBeVisible();
  await page.getByRole('link', { name: 'Papers', exact: true }).click();
  await expect(row(page, 0)).toContainText('published');
  await expect(row(page, 0)).toContainText('図書 館');
  await expect(row(page, 0)).toHaveCount(1);
});

test('several tags, and all duplicates, are merged with one undo each', async ({
  page,
  extensionId,
}) => {
  const papers = await openTen(page, extensionId);
  await keep(page, { kind: 'tag', tag: 'third', value: true }, papers.slice(4, 6));
  await turnTo(page, 'Tags');
  for (const tag of ['to read', '図書 館', 'third']) {
    await page.getByRole('checkbox', { name: `Select: ${tag}` }).check();
  }
  await page.getByRole('combobox', { name: /^Merge 3/ }).selectOption('third');
  await expect(page.getByRole('link', { name: 'to read' })).toBeHidden();
  await expect(page.getByRole('link', { name: '図書 館' })).toBeHidden();
  await page.keyboard.press('u');
  await expect(page.getByRole('link', { name: 'to read' })).toBeVisible();
  await expect(page.getByRole('link', { name: '図書 館' })).toBeVisible();

  const twins = papers
    .slice(0, 3)
    .map((paper, n) => ({ ...paper, id: `doi:10.1000/${n}` as const }));
  await keep(page, { kind: 'star', value: true }, twins);
  await turnTo(page, 'Duplicates');
  await expect(page.getByRole('article')).toHaveCount(3);
  await page.getByRole('button', { name: /^Merge all 3/ }).click();
  await expect(page.getByRole('heading', { name: 'No duplicates' })).toBeVisible();
  await page.keyboard.press('u');
  await expect(page.getByRole('article')).toHaveCount(3);
  await page.keyboard.press('Shift+U');
  await expect(page.getByRole('heading', { name: 'No duplicates' })).toBeVisible();
});

test('the trash is restored, or emptied', async ({ page, extensionId }) => {
  const papers = await openTen(page, extensionId);
  await row(page, 1).click();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('article')).toHaveCount(9);
  await keep(page, { kind: 'remove' }, papers.slice(2, 4));
  await turnTo(page, 'Trash');
  await expect(page.getByRole('article')).toHaveCount(3);
  await expect(row(page, 1)).toContainText(/^.*Deleted for good on .*\d{4}/);
  await page.getByRole('button', { name: /^Restore: Paper 1 on/ }).click();
  await expect(page.getByRole('article')).toHaveCount(2);
  await page.getByRole('button', { name: 'Delete all now' }).click();
  await expect(page.getByRole('heading', { name: 'The trash is empty' })).toBeVisible();
  await undo(page).click();
  await expect(page.getByRole('article')).toHaveCount(2);
  await page.goBack();
  await expect(page).toHaveTitle('Winnow – Papers');
  await expect(page.getByRole('article')).toHaveCount(8);
});

test('axe finds nothing in any section', async ({ page, extensionId }) => {
  test.setTimeout(120_000);
  const papers = await openTen(page, extensionId);
  await keep(page, { kind: 'remove' }, papers.slice(8));
  const [paper] = papers;
  if (paper) await keep(page, { kind: 'star', value: true }, [{ ...paper, id: 'doi:10.1000/1' }]);
  await row(page, 4).click();
  await row(page, 5).click({ modifiers: ['Control'] });
  await expectNoViolations(page);
  for (const section of SECTIONS) {
    await turnTo(page, section);
    await expectNoViolations(page);
  }
});

test('nothing sticks out of any section at any width', async ({ page, extensionId }) => {
  test.setTimeout(90_000);
  const papers = await openTen(page, extensionId);
  await keep(page, { kind: 'tag', tag: 'long'.repeat(25), value: true }, papers.slice(0, 2));
  for (const width of [360, 900, 2_560]) {
    await page.setViewportSize({ width, height: 800 });
    for (const place of ['papers', ...SECTIONS.map((name) => name.toLowerCase())]) {
      await page.goto(`chrome-extension://${extensionId}/library.html#/${place}`);
      const overflow = () =>
        page.evaluate(() => {
          const parts = [document.documentElement, ...document.querySelectorAll('main')];
          return Math.max(...parts.map((part) => part.scrollWidth - part.clientWidth));
        });
      await expect.poll(overflow, { message: `${place} at ${width} px` }).toBeLessThanOrEqual(0);
    }
  }
});
