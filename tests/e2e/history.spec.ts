import type { Page } from '@playwright/test';
import { addTags, card, dismiss, expectStarred, showReadingList, star } from '../helpers/controls';
import { expect, test } from '../helpers/extension';
import { papersOnBothSites } from '../helpers/listings';

const [shared] = papersOnBothSites();
/** So much of it is told, at least. */
const told = shared.slice(0, 60);

/** Asks the background, as keys and buttons of any page do. */
function ask(popup: Page, winnow: string): Promise<{ ok: boolean; text?: string }> {
  return popup.evaluate(async (request) => {
    const payload = crypto.randomUUID();
    const reply = await chrome.runtime.sendMessage({ winnow: request, payload });
    return (reply as { answer: { ok: boolean; text?: string } }).answer;
  }, winnow);
}

const said = (what: string) => ({ text: expect.stringContaining(`${what} “${told}`) });

test('undo and redo go over two tabs and the popup in the order of what was done', async ({
  listing,
  openPopup,
  killWorker,
}) => {
  const arxiv = await listing('arxiv-list');
  const huggingFace = await listing('hf-daily');
  const popup = await openPopup();
  await showReadingList(popup);

  await star(arxiv, shared).first().click();
  await expectStarred(star(huggingFace, shared));
  await addTags(huggingFace, shared, ['to read']);
  await dismiss(card(popup, shared), shared).click();
  await expect(dismiss(arxiv, shared).first()).toHaveAttribute('aria-pressed', 'true');

  expect(await ask(popup, 'undoLatest')).toMatchObject(said('Undid: Dismissed'));
  await expect(dismiss(arxiv, shared).first()).toHaveAttribute('aria-pressed', 'false');
  await killWorker();
  expect(await ask(popup, 'undoLatest')).toMatchObject(said('Undid: Tagged'));
  await expect(huggingFace.getByText('to read', { exact: true })).toHaveCount(0);
  await expectStarred(star(arxiv, shared).first());
  expect(await ask(popup, 'undoLatest')).toMatchObject(said('Undid: Starred'));
  await expectStarred(star(arxiv, shared).first(), false);
  await expectStarred(star(huggingFace, shared), false);
  expect(await ask(popup, 'undoLatest')).toMatchObject({ ok: false });

  for (const what of ['Starred', 'Tagged', 'Dismissed']) {
    expect(await ask(popup, 'redoLatest')).toMatchObject(said(`Redid: ${what}`));
  }
  await expectStarred(star(huggingFace, shared));
  await expect(huggingFace.getByText('to read', { exact: true })).toBeVisible();
  await expect(dismiss(huggingFace, shared)).toHaveAttribute('aria-pressed', 'true');
  expect(await ask(popup, 'redoLatest')).toMatchObject({ ok: false });
});
