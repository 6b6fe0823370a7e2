import { card, expectStarred, showReadingList, star, tags } from '../helpers/controls';
import { expect, test } from '../helpers/extension';

test('a write that fails says so on the row, and the row goes back', async ({
  listing,
  worker,
  openPopup,
}) => {
  const page = await listing('hf-daily');
  const stars = page.getByRole('button', { name: /^Star: / });
  const title = (await stars.first().getAttribute('aria-label'))?.replace('Star: ', '') ?? '';
  const popup = await openPopup();
  await (await worker()).evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('no room left', 'QuotaExceededError');
    };
  });

  await page.bringToFront();
  await star(page, title).click();
  await expect(page.getByRole('alert')).toContainText('Not saved. The disk is full.');
  await expectStarred(star(page, title), false);
  await expect(card(popup, title).getByRole('alert')).toContainText('Not saved.');

  await star(card(popup, title), title).click();
  await expect(popup.getByRole('alert').last()).toContainText('Not saved. The disk is full.');
  await expectStarred(star(card(popup, title), title), false);
  await showReadingList(popup);
  await expect(popup.getByText('Your reading list is empty')).toBeVisible();
});

test('a tag that is too long is refused where it is typed', async ({ listing }) => {
  const page = await listing('hf-daily');
  const first = page.getByRole('button', { name: /^Tags: / }).first();
  const title = (await first.getAttribute('aria-label'))?.replace('Tags: ', '') ?? '';
  await tags(page, title).click();
  const box = page.getByRole('combobox', { name: 'Add tag' });
  await box.fill('x'.repeat(10_000));
  await box.press('Enter');
  await expect(page.getByRole('alert')).toContainText('up to 100 characters');
  await expect(page.getByRole('button', { name: /^Remove tag / })).toHaveCount(0);
});

test('a page cannot do more than its controls offer', async ({ listing, worker }) => {
  const page = await listing('arxiv-list');
  await expect(page.locator('winnow-row').first()).toBeVisible();
  const answers = await (await worker()).evaluate(async () => {
    const [tab] = await chrome.tabs.query({ url: 'https://arxiv.org/*' });
    const [result] = await chrome.scripting.executeScript({
      target: { tabId: tab?.id ?? -1 },
      func: async () => {
        const paper = { id: 'arxiv:2601.00001', paper: null };
        const op = crypto.randomUUID();
        const ask = (winnow: string, payload: unknown) =>
          chrome.runtime.sendMessage({ winnow, payload }) as Promise<{
            answer?: { ok: boolean; code?: string };
          }>;
        return Promise.all([
          ask('run', { op, change: { kind: 'remove' }, papers: [paper] }),
          ask('run', { op, change: { kind: 'note', value: '' }, papers: [paper, paper] }),
          ask('run', { op, change: { kind: 'star', value: true }, papers: [{ id: 'x' }] }),
          ask('run', 'nonsense'),
          ask('editRules', { op, edit: { kind: 'replace', rules: [] } }),
        ]);
      },
    });
    return result?.result;
  });
  expect(answers?.map(({ answer }) => answer?.code)).toEqual([
    'not-allowed',
    'not-allowed',
    'invalid',
    'not-allowed',
    'not-allowed',
  ]);
});
