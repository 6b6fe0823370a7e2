import {
  addTags,
  card,
  choose,
  dismiss,
  expectStarred,
  showReadingList,
  star,
} from '../helpers/controls';
import { expect, test } from '../helpers/extension';
import { papersOnBothSites } from '../helpers/listings';

/** Within this time a change is to be seen in every open page; the rest is the test's own way. */
const AT_ONCE = { timeout: 2_000 };

const [shared, other] = papersOnBothSites();

test('a star set on arXiv shows in the popup and on Hugging Face, and goes from there @firefox', async ({
  listing,
  openPopup,
}) => {
  const arxiv = await listing('arxiv-list');
  await expectStarred(star(arxiv, shared).first(), false);
  await star(arxiv, shared).first().click();
  await expectStarred(star(arxiv, shared).first());

  const popup = await openPopup();
  await showReadingList(popup);
  await expectStarred(star(card(popup, shared), shared));

  const huggingFace = await listing('hf-daily');
  await expectStarred(star(huggingFace, shared));
  await expectStarred(star(huggingFace, other), false);

  await star(huggingFace, shared).click();
  await expectStarred(star(huggingFace, shared), false);
  await expectStarred(star(arxiv, shared).first(), false);
  await expect(card(popup, shared)).toHaveCount(0);
  await expect(popup.getByText('Your reading list is empty')).toBeVisible();
});

test('the same with the worker killed before each step @firefox', async ({
  listing,
  openPopup,
  killWorker,
}) => {
  const arxiv = await listing('arxiv-list');
  const huggingFace = await listing('hf-daily');
  const popup = await openPopup();
  await showReadingList(popup);

  await killWorker();
  await star(arxiv, shared).first().click();
  await expectStarred(star(huggingFace, shared));
  await expect(card(popup, shared)).toBeVisible();

  await killWorker();
  await star(card(popup, shared), shared).click();
  await expect(card(popup, shared)).toHaveCount(0);
  await expectStarred(star(arxiv, shared).first(), false);
  await expectStarred(star(huggingFace, shared), false);

  await killWorker();
  await popup.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expectStarred(star(arxiv, shared).first());
  await expectStarred(star(huggingFace, shared));
});

test('a change in the popup is on open pages at once, also when the worker sleeps', async ({
  listing,
  openPopup,
  killWorker,
}) => {
  const arxiv = await listing('arxiv-list');
  await star(arxiv, shared).first().click();
  const popup = await openPopup();
  await showReadingList(popup);
  await killWorker();
  await dismiss(card(popup, shared), shared).click();
  await expect(dismiss(arxiv, shared).first()).toHaveAttribute('aria-pressed', 'true', AT_ONCE);
});

test('tags are added, suggested elsewhere, shown everywhere and removed @firefox', async ({
  listing,
  openPopup,
}) => {
  const arxiv = await listing('arxiv-list');
  await addTags(arxiv, shared, ['to read', '注意', 'a <b> tag']);
  const huggingFace = await listing('hf-daily');
  await expect(huggingFace.getByText('a <b> tag', { exact: true })).toBeVisible();

  await huggingFace.getByRole('button', { name: `Tags: ${other}`, exact: true }).click();
  const box = huggingFace.getByRole('combobox', { name: 'Add tag' });
  await box.fill('to');
  await box.press('ArrowDown');
  await box.press('Enter');
  await expect(huggingFace.getByRole('button', { name: 'Remove tag to read' })).toBeVisible();
  await box.press('Backspace');
  await expect(huggingFace.getByRole('button', { name: 'Remove tag to read' })).toHaveCount(0);
  await box.press('Escape');

  const popup = await openPopup();
  await showReadingList(popup);
  await expect(popup.getByRole('article')).toHaveCount(1);
  await choose(popup, 'Tag', '注意');
  await expect(card(popup, shared)).toBeVisible();
});

test('a dismissed row is one line with Undo, on both sites', async ({ listing }) => {
  const arxiv = await listing('arxiv-list');
  const huggingFace = await listing('hf-daily');
  const authorsOnPage = arxiv.locator('.list-authors');
  const before = await authorsOnPage.locator('visible=true').count();

  await dismiss(arxiv, shared).first().click();
  await expect(arxiv.getByText('Dismissed').first()).toBeVisible();
  expect(await authorsOnPage.locator('visible=true').count()).toBeLessThan(before);
  await expect(huggingFace.getByRole('link', { name: shared, exact: true })).toHaveCount(0);

  await huggingFace.getByRole('button', { name: `Undo: ${shared}`, exact: true }).click();
  await expect(huggingFace.getByRole('link', { name: shared, exact: true })).toBeVisible();
  await expect(authorsOnPage.locator('visible=true')).toHaveCount(before);
});

test('everything is still there after the browser was closed @firefox', async ({
  listing,
  openPage,
  openPopup,
  relaunch,
}) => {
  const arxiv = await listing('arxiv-list');
  await star(arxiv, shared).first().click();
  await addTags(arxiv, shared, ['kept']);
  await dismiss(arxiv, other).first().click();
  await expect(dismiss(arxiv, other).first()).toHaveAttribute('aria-pressed', 'true');
  await expect(arxiv.getByText('Not saved yet…')).toHaveCount(0);

  await relaunch();
  const huggingFace = await listing('hf-daily');
  await expectStarred(star(huggingFace, shared));
  await expect(huggingFace.getByText('kept', { exact: true })).toBeVisible();
  await expect(dismiss(huggingFace, other)).toHaveAttribute('aria-pressed', 'true');
  const popup = await openPopup();
  await showReadingList(popup);
  await expectStarred(star(card(popup, shared), shared));
  const library = await openPage('library.html');
  await expect(card(library, shared)).toContainText('kept');
});

test('two tabs act on one paper at once, and both count', async ({ listing, openPopup }) => {
  const arxiv = await listing('arxiv-list');
  const huggingFace = await listing('hf-daily');
  await Promise.all([star(arxiv, shared).first().click(), dismiss(huggingFace, shared).click()]);
  for (const page of [arxiv, huggingFace]) {
    await expectStarred(star(page, shared).first());
    await expect(dismiss(page, shared).first()).toHaveAttribute('aria-pressed', 'true');
  }
  const popup = await openPopup();
  await showReadingList(popup);
  await choose(popup, 'Status', 'Dismissed');
  await expectStarred(star(card(popup, shared), shared));
});
