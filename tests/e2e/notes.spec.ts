/** Notes that are not saved where they are typed: said there, and offered wherever Winnow is opened next. */
import type { Locator, Page } from '@playwright/test';
import type { Change } from '@/lib/protocol/change';
import { EMPTY_METADATA, type Paper, type PaperId } from '../../lib/paper';
import { card, showReadingList } from '../helpers/controls';
import { expect, test } from '../helpers/extension';
import type { Inside } from '../helpers/session';

const FULL = 'The disk is full.';

/** Lets the library's writes fail until it is called again. */
async function fillDisk(worker: Inside, isFull = true): Promise<void> {
  await worker.evaluate((isFullNow) => {
    const kept = globalThis as { realPut?: IDBObjectStore['put'] };
    kept.realPut ??= IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = isFullNow
      ? () => {
          throw new DOMException('no room left', 'QuotaExceededError');
        }
      : kept.realPut;
  }, isFull);
}

/** Opens the note of the first paper of a listing by keyboard, and gives that paper's title. */
async function openNote(page: Page): Promise<string> {
  const name = await page
    .getByRole('button', { name: /^Star: / })
    .first()
    .getAttribute('aria-label');
  await page.keyboard.press('j');
  await page.keyboard.press('n');
  await expect(noteOn(page)).toBeFocused();
  return name?.replace('Star: ', '') ?? '';
}

const noteOn = (page: Page) => page.getByRole('dialog').getByRole('textbox', { name: 'Note' });
const problem = (page: Page) => page.getByRole('dialog').getByRole('alert');
const toast = (page: Page) => page.getByRole('alert').filter({ hasText: 'was not saved' });

/** Writes the note of a paper of the listing, as the popup does, but past its own text box. */
async function writeNote(popup: Page, title: string, value: string): Promise<void> {
  const link = popup.getByRole('article', { name: title }).first().getByRole('link').first();
  const id: PaperId = `arxiv:${(await link.getAttribute('href'))?.split('/').at(-1)}`;
  const paper: Paper = { ...EMPTY_METADATA, id, title, source: 'arxiv' };
  const change: Change = { kind: 'note', value };
  const payload = { op: crypto.randomUUID(), change, papers: [{ id, paper }] };
  const reply = await popup.evaluate((message) => chrome.runtime.sendMessage(message), {
    ...{ winnow: 'run', payload },
  });
  expect(reply).toMatchObject({ answer: { ok: true } });
}

/** What the popup and the library show of a draft that was left. */
function leftDraft(page: Page, title: string): Locator {
  return page.getByRole('region', { name: `Note that was not saved: ${title}` });
}

test('a note whose saving failed on a listing is offered in the library', async ({
  listing,
  worker,
  openPage,
  openPopup,
}) => {
  const library = await openPage('library.html'); // once open, it writes nothing of its own accord
  await expect(library.getByText('Your library is empty')).toBeVisible();
  const page = await listing('arxiv-list');
  await fillDisk(await worker());
  const title = await openNote(page);
  await page.keyboard.type('see section 3');
  await expect(problem(page)).toContainText(FULL);
  await page.keyboard.press('Escape');
  await expect(toast(page)).toContainText(`was not saved. ${FULL}`);
  await expect(toast(page)).toContainText(title);
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('section 3');

  await library.reload();
  await expect(leftDraft(library, title)).toContainText('see section 3');
  await expect(leftDraft(library, title).getByRole('alert')).toContainText(FULL);
  await fillDisk(await worker(), false);
  await leftDraft(library, title).getByRole('button', { name: 'Try again' }).click();
  await expect(leftDraft(library, title)).toHaveCount(0);
  const popup = await openPopup();
  await showReadingList(popup);
  await expect(card(popup, title)).toContainText('see section 3');
});

test('a conflict left with Escape on a listing says so, and is put as a question elsewhere', async ({
  listing,
  worker,
  openPopup,
}) => {
  const page = await listing('arxiv-list');
  const popup = await openPopup();
  await page.bringToFront();
  await fillDisk(await worker());
  const title = await openNote(page);
  await page.keyboard.type('mine');
  await expect(problem(page)).toContainText(FULL);
  await fillDisk(await worker(), false);
  await writeNote(popup, title, 'theirs');
  await expect(problem(page)).toContainText('changed elsewhere meanwhile');
  await expect(problem(page)).toContainText('theirs');
  await page.keyboard.press('Escape');
  await expect(toast(page)).toContainText('was not saved: it was changed elsewhere');
  await page.keyboard.press('n');
  await expect(noteOn(page)).toHaveValue('mine');
  await expect(problem(page)).toContainText('theirs');
  await page.keyboard.press('Escape');

  const again = await openPopup();
  await expect(leftDraft(again, title)).toContainText('mine');
  await expect(leftDraft(again, title).getByRole('alert')).toContainText('theirs');
  await leftDraft(again, title).getByRole('button', { name: 'Keep both' }).click();
  await expect(leftDraft(again, title)).toHaveCount(0);
  await showReadingList(again);
  await expect(card(again, title)).toContainText(/theirs\s+mine/);
});

test('a keystroke counts although the popup closes at once and nothing can be saved', async ({
  listing,
  worker,
  openPopup,
}) => {
  await listing('arxiv-list');
  const popup = await openPopup();
  const first = popup.getByRole('article').first();
  const title = (await first.getAttribute('aria-label')) ?? '';
  await first.getByRole('button', { name: `Note: ${title}` }).click();
  await expect(popup.getByRole('textbox', { name: `Note: ${title}` })).toBeFocused();
  await fillDisk(await worker());
  await popup.keyboard.type('half a wor');
  await popup.close();

  const again = await openPopup();
  await expect(leftDraft(again, title)).toContainText('half a wor');
});
