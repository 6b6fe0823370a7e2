/** The whole library goes into a file and comes back: by export and import, and by backups. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { EMPTY_METADATA, type Paper } from '@/lib/paper';
import { expectNoViolations } from '../helpers/axe';
import { expect, test } from '../helpers/extension';

const PAPERS: Paper[] = ['Moss', 'Fern', 'Stone'].map((name, n) => ({
  ...EMPTY_METADATA,
  id: `arxiv:2611.0000${n}`,
  title: `Lattices of ${name}`,
  source: 'arxiv',
}));

async function openSection(page: Page, extensionId: string, section: string): Promise<void> {
  await page.goto(`chrome-extension://${extensionId}/library.html#/${section}`);
}

/** Sends what the pages of the extension send. */
async function send(page: Page, winnow: string, payload: object): Promise<void> {
  const { answer } = await page.evaluate((message) => chrome.runtime.sendMessage(message), {
    winnow,
    payload: { op: crypto.randomUUID(), ...payload },
  });
  expect(answer.ok).toBe(true);
}

async function fillLibrary(page: Page): Promise<void> {
  const papers = PAPERS.map((paper) => ({ id: paper.id, paper }));
  await send(page, 'run', { change: { kind: 'tag', tag: 'green', value: true }, papers });
  await send(page, 'manage', { task: { kind: 'colourTag', tag: 'green', colour: 2 } });
}

const remove = (page: Page, ...papers: readonly Paper[]) =>
  send(page, 'run', {
    change: { kind: 'remove' },
    papers: papers.map(({ id }) => ({ id, paper: null })),
  });

test.describe
  .serial('Winnow JSON', () => {
    let file: Buffer;

    test('the whole library is exported', async ({ page, extensionId }) => {
      await openSection(page, extensionId, 'papers');
      await fillLibrary(page);
      await page.evaluate(() => chrome.storage.local.set({ theme: 'dark' }));
      await remove(page, PAPERS[2] as Paper);
      await expect(page.getByRole('feed').getByRole('article')).toHaveCount(2);
      await page.getByRole('button', { name: 'Export' }).click();
      const dialog = page.getByRole('dialog', { name: 'Export papers' });
      await dialog.getByRole('radio', { name: /^Winnow JSON/ }).check();
      await expect(dialog.getByRole('radio', { name: /^Whole library.* 3 papers$/ })).toBeChecked();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        dialog.getByRole('button', { name: 'Download' }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(/^winnow-\d{4}-\d\d-\d\d\.json$/);
      file = await readFile(await download.path());
      expect(JSON.parse(file.toString())).toMatchObject({ format: 'winnow', version: 1 });
    });

    test('and comes back in another profile, in one command', async ({ page, extensionId }) => {
      await openSection(page, extensionId, 'import');
      await page
        .locator('input[type="file"]')
        .setInputFiles({ name: 'mine.json', mimeType: 'application/json', buffer: file });
      await expect(page.getByText('In mine.json (Winnow)')).toBeVisible();
      await expect(page.getByText('the colour of 1 tag')).toBeVisible();
      const takesSettings = page.getByRole('checkbox', { name: /Take over its settings/ });
      await expect(takesSettings).not.toBeChecked();
      await takesSettings.check();
      await page.getByRole('button', { name: 'Bring it into your library' }).click();
      await page.getByRole('link', { name: 'Show them' }).click();
      const papers = page.getByRole('feed').getByRole('article');
      await expect(papers).toHaveCount(2);
      const html = page.locator('html');
      await expect(html).toHaveCSS('color-scheme', 'dark');
      await openSection(page, extensionId, 'trash');
      await expect(page.getByRole('article', { name: 'Lattices of Stone' })).toBeVisible();
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect(page.getByText('The trash is empty')).toBeVisible();
      await expect(html).not.toHaveCSS('color-scheme', 'dark');
    });
  });

test('a backup brings back what was removed, after a preview, and undo takes that back', async ({
  page,
  extensionId,
}) => {
  await openSection(page, extensionId, 'backups');
  await fillLibrary(page);
  await expect(page.getByText('No backups yet')).toBeVisible();
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect(page.getByText(/^3 papers · .* · made by you$/)).toBeVisible();
  await remove(page, ...PAPERS.slice(0, 2));

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^Download:/ }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^winnow-backup-\d{4}-\d\d-\d\d\.json$/);
  const { papers, settings } = JSON.parse((await readFile(await download.path())).toString());
  expect([papers.length, typeof settings]).toEqual([3, 'object']);

  await page.getByRole('button', { name: /^Restore:/ }).click();
  await expect(page.getByText(/^In the backup of /)).toBeVisible();
  await expect(page.getByText('2 in your library become different')).toBeVisible();
  await expect(page.getByText('comes back from the trash')).toHaveCount(2);
  await expectNoViolations(page);
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Imported 2 papers' })).toBeVisible();
  await page.getByRole('link', { name: 'Show them' }).click();
  const list = page.getByRole('feed').getByRole('article');
  await expect(list).toHaveCount(3);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(list).toHaveCount(1);
});

test('a library of an earlier version is backed up before it is upgraded', async ({
  page,
  extensionId,
  relaunch,
}) => {
  const fixture = await readFile('tests/fixtures/library/v4.json', 'utf8');
  const { written } = JSON.parse(fixture);
  await page.goto(`chrome-extension://${extensionId}/icon/48.png`); // of ours, and opens no library
  await page.evaluate(writeVersion4, written);
  const again = await (await relaunch()).newPage();
  await openSection(again, extensionId, 'backups');
  const papers = written.papers.length;
  await expect(
    again.getByText(new RegExp(`^${papers} papers · .* · before an update of Winnow$`)),
  ).toBeVisible();
  await again.getByRole('link', { name: 'Papers', exact: true }).click();
  await expect(again.getByRole('feed').getByRole('article').first()).toBeVisible();
});

/** Runs in a page of the extension: the database as version 4 of it was. */
async function writeVersion4(tables: Record<string, object[]>): Promise<void> {
  const keys: Record<string, string> = {
    state: 'key',
    writes: 'op',
    tags: 'tag',
    visits: 'listing',
  };
  const settled = (request: IDBRequest | IDBTransaction) =>
    new Promise((resolve, reject) => {
      request.addEventListener('success', resolve);
      request.addEventListener('complete', resolve);
      request.addEventListener('error', reject);
    });
  await settled(indexedDB.deleteDatabase('winnow'));
  const opening = indexedDB.open('winnow', 40); // ten times Dexie's
  opening.addEventListener('upgradeneeded', () => {
    for (const name of Object.keys(tables)) {
      const isNumbered = name === 'operations';
      opening.result.createObjectStore(name, {
        keyPath: isNumbered ? 'seq' : (keys[name] ?? 'id'),
        autoIncrement: isNumbered,
      });
    }
  });
  await settled(opening);
  const transaction = opening.result.transaction(Object.keys(tables), 'readwrite');
  for (const [name, records] of Object.entries(tables)) {
    for (const record of records) transaction.objectStore(name).put(record);
  }
  await settled(transaction);
  opening.result.close();
}
