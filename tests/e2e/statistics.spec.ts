/** The statistics of the library page: what they say in figures, charts and tables, to eyes and keys. */
import type { Locator, Page } from '@playwright/test';
import { EMPTY_METADATA, type Paper } from '@/lib/paper';
import { expectNoViolations } from '../helpers/axe';
import { expect, test } from '../helpers/extension';
import { keep } from '../helpers/keep';

const LONG_TAG = 'a tag with a name so long that no chart has room for all of it';

/** How many days ago each paper was added, and read. */
const PAPERS = [
  { added: 0 },
  { added: 0 },
  { added: 20, read: 20 },
  { added: 40, read: 10 },
  { added: 40 },
  { added: 800, read: 100 },
];

function makePaper(n: number): Paper {
  return {
    ...EMPTY_METADATA,
    id: `arxiv:2611.0000${n}`,
    title: `Paper ${n}`,
    categories: [n % 2 ? 'cs.LG' : 'math.AG'],
    source: 'arxiv',
  };
}

async function openStatistics(page: Page, extensionId: string): Promise<void> {
  await page.goto(`chrome-extension://${extensionId}/library.html#/statistics`);
  await expect(page.locator('main h1')).toBeVisible();
}

async function keepPapers(page: Page): Promise<void> {
  const papers = PAPERS.map((_, n) => makePaper(n));
  await keep(page, { kind: 'tag', tag: 'to read', value: true }, papers);
  await keep(page, { kind: 'tag', tag: LONG_TAG, value: true }, papers.slice(0, 3));
  const isRead = (n: number) => PAPERS[n]?.read !== undefined;
  const read = papers.filter((_, n) => isRead(n));
  await keep(page, { kind: 'status', value: 'read' }, read);
  await page.evaluate(redate, PAPERS);
  await page.reload();
}

/** Runs in a page of the extension: papers were added and read on these days. */
async function redate(all: readonly { added: number; read?: number }[]): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('winnow');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => resolve(opening.result);
  });
  const noon = (daysAgo: number) => {
    const day = new Date();
    return new Date(day.getFullYear(), day.getMonth(), day.getDate() - daysAgo, 12).getTime();
  };
  await new Promise<void>((resolve, reject) => {
    const transaction = database.transaction(['papers', 'state'], 'readwrite');
    const papers = transaction.objectStore('papers');
    for (const [n, { added, read }] of all.entries()) {
      const reading = papers.get(`arxiv:2611.0000${n}`);
      reading.onsuccess = () => {
        const paper = reading.result;
        paper.added = noon(added);
        if (read !== undefined) {
          const time = noon(read).toString(36).padStart(9, '0');
          paper.stamps.status = `${time}-0000-0a1b2c3d`;
        }
        papers.put(paper);
      };
    }
    transaction.objectStore('state').delete('indexes'); // so that they are made again
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
  });
  database.close();
}

/** How far the content is wider than its box, in pixels. */
const tooWide = (box: Locator) =>
  box.evaluate((element) => element.scrollWidth - element.clientWidth);

const chart = (page: Page, name: string) => page.getByRole('figure', { name });
const cellsOf = (table: Locator) => table.getByRole('cell').allTextContents();

test('say when papers were added and read, how long they wait, and what they are about', async ({
  page,
  extensionId,
}) => {
  await openStatistics(page, extensionId);
  await expect(page.getByRole('heading', { name: 'Nothing to count yet' })).toBeVisible();
  await keepPapers(page);
  const calendar = chart(page, 'A year of days');
  await expect(calendar).toContainText('In the last year: 5 papers added, 3 read.');
  await expect(calendar.locator('[aria-label="cell"] > rect')).toHaveCount(365);

  const day = calendar.getByRole('slider', { name: 'Day' });
  await day.focus();
  await expect(day).toHaveAttribute('aria-valuetext', /: 2 added, 0 read$/);
  for (let n = 0; n < 20; n += 1) await page.keyboard.press('ArrowUp');
  await expect(day).toHaveAttribute('aria-valuetext', /: 1 added, 1 read$/);
  await page.keyboard.press('ArrowRight');
  await expect(day).toHaveAttribute('aria-valuetext', /: nothing added or read$/);
  await page.keyboard.press('End');
  await expect(day).toHaveAttribute('aria-valuenow', '364');
  await calendar
    .locator('[aria-label="cell"] > rect')
    .nth(364 - 10)
    .hover();
  await expect(calendar.getByText(/: 0 added, 1 read$/)).toBeVisible();

  const ledger = chart(page, 'Added against read, each week');
  await expect(ledger).toContainText(
    '3 papers are not read yet. In the last four weeks: 3 added, 2 read.',
  );
  await ledger.getByText('As a table').click();
  expect((await cellsOf(ledger.getByRole('table'))).slice(0, 3)[2]).toBe('3');
  const waits = chart(page, 'Time on the list');
  await expect(waits).toContainText('Median: read after 30 days.');
  await expect(waits).toContainText('Median: added today.');
  await waits.getByText('As a table').click();
  expect(await cellsOf(waits.getByRole('table'))).toEqual([
    '1',
    '2',
    '0',
    '0',
    '0',
    '0',
    '1',
    '1',
    '0',
    '0',
    '1',
    '0',
  ]);

  const topics = chart(page, 'Topics over time');
  await topics.getByRole('radio', { name: 'Categories' }).check();
  await expect(topics.getByRole('link')).toHaveText(['cs.LG 3', 'math.AG 3']);
  await topics.getByRole('radio', { name: 'Tags' }).check();
  await topics.getByRole('link', { name: LONG_TAG }).click();
  await expect(page.getByRole('article')).toHaveCount(3);
});

test('are whole and in order for every reader, at any width, enlarged and in the dark', async ({
  page,
  extensionId,
}) => {
  await openStatistics(page, extensionId);
  await keepPapers(page);
  await expect(chart(page, 'A year of days')).toBeVisible();
  for (const summary of await page.getByText('As a table').all()) await summary.click();
  await expect(page.getByRole('table')).toHaveCount(4);
  await expectNoViolations(page);
  // 1280 px at 200 % are 640 px of a page.
  for (const width of [400, 640, 1280, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    await expect.poll(() => tooWide(page.getByRole('main')), { message: `at ${width} px` }).toBe(0);
  }
});

test('are honest about a single paper that nobody has read', async ({ page, extensionId }) => {
  await openStatistics(page, extensionId);
  await keep(page, { kind: 'star', value: true }, [{ ...makePaper(1), categories: [] }]);
  await expect(chart(page, 'A year of days')).toContainText(
    'In the last year: 1 paper added, 0 read.',
  );
  await expect(chart(page, 'Time on the list')).toContainText(
    'Once you have marked papers as read, you see here how long they waited.',
  );
  await expect(chart(page, 'Topics over time')).toContainText('No paper has a tag yet.');
});

test.describe('in German', () => {
  test.use({ language: 'de' });

  test('name days, months and spans so', async ({ page, extensionId }) => {
    await openStatistics(page, extensionId);
    await keepPapers(page);
    const calendar = chart(page, 'Ein Jahr, Tag für Tag');
    await expect(calendar).toContainText('Im letzten Jahr: 5 Arbeiten hinzugefügt, 3 gelesen.');
    await expect(calendar.locator('svg')).toContainText('Mo');
    await expect(calendar.locator('svg')).toContainText('Okt');
    await expect(chart(page, 'Zeit auf der Liste').locator('svg').first()).toContainText(
      'selber Tag',
    );
    for (const width of [400, 640, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await expect
        .poll(() => tooWide(page.getByRole('main')), { message: `at ${width} px` })
        .toBe(0);
    }
  });
});
