import type { Page } from '@playwright/test';
import { expectNoViolations } from '../helpers/axe';
import { expect, test } from '../helpers/extension';
import { makePaper } from '../helpers/papers';

const PAPER = makePaper({ title: 'Kept in a Backup' });

/** A page of ours that opens no database. */
const blank = (id: string) => `chrome-extension://${id}/icon/48.png`;

async function ask(page: Page, winnow: string, payload: object): Promise<void> {
  const { answer } = await page.evaluate((message) => chrome.runtime.sendMessage(message), {
    winnow,
    payload: { op: crypto.randomUUID(), ...payload },
  });
  expect(answer.ok).toBe(true);
}

/** As a browser does that finds its databases damaged: all of them go, other files stay. */
async function deleteDatabases(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const { name = '' } of await indexedDB.databases()) {
      await new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = resolve;
        request.onerror = reject;
      });
    }
  });
}

test('a library that the browser has lost is noticed, and comes back from the last backup', async ({
  page,
  extensionId,
  relaunch,
}) => {
  await page.goto(`chrome-extension://${extensionId}/library.html#/backups`);
  const change = { kind: 'star', value: true };
  await ask(page, 'run', { change, papers: [{ id: PAPER.id, paper: PAPER }] });
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect(page.getByText(/^1 paper · .* · made by you$/)).toBeVisible();

  // A start at which the library is there, then one at which it is gone.
  const before = await (await relaunch()).newPage();
  await before.goto(blank(extensionId));
  const marker = () => before.evaluate(() => chrome.storage.local.get('libraryMarker'));
  await expect.poll(async () => (await marker()).libraryMarker ?? '').not.toBe('');
  await deleteDatabases(before);
  const context = await relaunch();

  const popup = await context.newPage();
  await popup.setViewportSize({ width: 400, height: 600 });
  await popup.goto(`chrome-extension://${extensionId}/popup.html`);
  await expect(popup.getByRole('alert')).toContainText('Your library was lost');
  await expectNoViolations(popup);
  const [library] = await Promise.all([
    context.waitForEvent('page'),
    popup.getByRole('button', { name: 'What can be done' }).click(),
  ]);
  const alert = library.getByRole('alert');
  await expect(alert).toContainText('Your library was lost');
  await expect(library.getByRole('heading', { name: 'Your library is empty' })).toBeVisible();
  await expectNoViolations(library);
  await alert.getByRole('button', { name: /^Bring back the backup of .*\(1 paper\)$/ }).click();
  await library.getByRole('button', { name: 'Restore', exact: true }).click();
  await library.getByRole('link', { name: 'Show them' }).click();
  await expect(library.getByRole('article', { name: PAPER.title })).toBeVisible();
  await expect(alert).toHaveCount(0);
  await expect(popup.getByRole('alert')).toHaveCount(0);
});

test('a library of a later version is left alone, and each page says so', async ({
  page,
  extensionId,
  relaunch,
  listing,
  expectError,
}) => {
  expectError(/later version of Winnow|DatabaseClosedError|OpenFailedError|^\w$/); // some are told by their minified class
  await page.goto(blank(extensionId));
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open('winnow', 9_990);
        request.onsuccess = () => {
          request.result.close();
          resolve(undefined);
        };
        request.onerror = reject;
      }),
  );
  const context = await relaunch();
  const said = 'it was made by a later version of Winnow; please update Winnow.';
  const own = await context.newPage();
  for (const file of ['popup.html', 'library.html', 'library.html#/tags']) {
    await own.goto(`chrome-extension://${extensionId}/${file}`);
    if (file === 'popup.html') await own.getByRole('tab', { name: 'Reading list' }).click();
    await expect(own.getByRole('alert')).toContainText(said);
    await expect(own.getByRole('button', { name: 'Try again' })).toBeVisible();
  }
  await expectNoViolations(own);
  const arxiv = await listing('arxiv-list');
  await expect(arxiv.getByText(`Your library could not be read: ${said}`)).toBeVisible();
  const databases = await own.evaluate(() => indexedDB.databases());
  expect(databases).toContainEqual({ name: 'winnow', version: 9_990 });
});
