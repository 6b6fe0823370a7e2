import type { Page } from '@playwright/test';
import { expectNoViolations } from '../helpers/axe';
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
import { markedTexts } from '../helpers/marks';

test('filtering in the popup narrows and marks the page', async ({ listing, openPopup }) => {
  const page = await listing('arxiv-list');
  await expect(page.locator('winnow-row').first()).toBeVisible();
  const all = await page.locator('#articles dt').count();
  const popup = await openPopup();
  const filter = popup.getByRole('searchbox', { name: 'Filter this page' });
  await expect(filter).toBeFocused();

  await filter.fill('atten');
  const shown = page.locator('#articles dt').locator('visible=true');
  await expect.poll(() => shown.count()).toBeLessThan(all);
  expect(await shown.count()).toBeGreaterThan(0);
  for (const row of await page.locator('#articles dd').locator('visible=true').all()) {
    await expect(row).toContainText(/atten/i);
  }
  const marked = () => markedTexts(page, 'winnow-filter');
  await expect.poll(async () => (await marked()).length).toBeGreaterThan(0);
  expect((await marked()).every((text) => /^atten$/i.test(text))).toBe(true);

  const panel = page.getByRole('region', { name: 'Winnow' });
  await expect(panel.getByRole('status')).toHaveText(/^\d+ of \d+ match$/);
  await expect(popup.getByRole('status').first()).toContainText(
    (await panel.getByRole('status').textContent()) ?? 'nothing',
  );
  await page.bringToFront();
  await panel.getByRole('button', { name: 'Show all' }).click();
  await expect(shown).toHaveCount(all);
  await expect(filter).toHaveValue('');
  await expect.poll(marked).toEqual([]);
});

test('starring the first paper leaves the list where it is, under the pointer', async ({
  listing,
  openPopup,
}) => {
  await listing('arxiv-list');
  const popup = await openPopup();
  await popup.setViewportSize({ width: 400, height: 600 });
  const first = popup.getByRole('article').first();
  const before = await first.boundingBox();
  await first.getByRole('button', { name: /^Star: / }).click();
  await expect(popup.getByText(/^1 of \d+ decided$/)).toBeVisible();
  expect(await first.boundingBox()).toEqual(before);
});

test('cards that are filtered out leave no gap', async ({ listing, openPopup }) => {
  const page = await listing('hf-daily');
  const last = page.locator('article').last();
  const first = await page.locator('article').first().boundingBox();
  const [word] = ((await last.locator('h3').textContent()) ?? '').match(/[A-Za-z]{6,}/) ?? [];
  const popup = await openPopup();
  await popup.getByRole('searchbox', { name: 'Filter this page' }).fill(word ?? '');
  await expect(page.locator('article').first()).toBeHidden();
  expect((await last.boundingBox())?.x).toBe(first?.x);
});

test('nothing matches: said, and taken back with one click', async ({ listing, openPopup }) => {
  await listing('hf-daily');
  const popup = await openPopup();
  const filter = popup.getByRole('searchbox', { name: 'Filter this page' });
  await filter.fill('no such word anywhere');
  await expect(popup.getByRole('heading', { name: 'Nothing matches' })).toBeVisible();
  await popup.getByRole('button', { name: 'Show all' }).click();
  await expect(popup.getByRole('article').first()).toBeVisible();
  await expect(filter).toHaveValue('');
});

test('the reading list is searched, filtered and sorted', async ({ listing, openPopup }) => {
  const page = await listing('hf-daily');
  const [first, second, third] = await titles(page);
  for (const title of [first, second, third]) await star(page, title).click();
  await addTags(page, second, ['later']);
  await star(page, second).click();

  const popup = await openPopup();
  await showReadingList(popup);
  const shown = () =>
    popup
      .getByRole('article')
      .evaluateAll((cards) =>
        cards
          .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
          .map((one) => one.querySelector('h2')?.textContent),
      );
  await expect.poll(shown).toEqual([third, second, first]);

  await popup.getByRole('combobox', { name: 'Sort by' }).selectOption('Title');
  await expect.poll(shown).toEqual([first, second, third].sort((a, b) => a.localeCompare(b)));
  await popup.getByRole('button', { name: 'Starred' }).click();
  await expect(popup.getByRole('article')).toHaveCount(2);
  await popup.getByRole('button', { name: 'Starred' }).click();
  await choose(popup, 'Tag', 'later');
  await expect.poll(shown).toEqual([second]);
  await popup.getByRole('button', { name: 'Clear filters' }).click();
  await expect(popup.getByRole('article')).toHaveCount(3);

  await popup.getByRole('combobox', { name: `Status: ${third}` }).selectOption('reading');
  await choose(popup, 'Status', 'Reading');
  await expect.poll(shown).toEqual([third]);
  await popup.getByRole('button', { name: 'Clear filters' }).click();
  await choose(popup, 'Site', 'Hugging Face');
  await expect(popup.getByRole('article')).toHaveCount(3);
  await popup.getByRole('button', { name: 'Clear filters' }).click();

  const word = first.split(' ').find((one) => one.length > 5) ?? first;
  await popup.getByRole('searchbox', { name: 'Search papers' }).fill(word.toUpperCase());
  await expect(card(popup, first)).toBeVisible();
  await expect(card(popup, first).locator('mark').first()).toHaveText(new RegExp(word, 'i'));
});

test('every change in the popup can be undone from the toast', async ({ listing, openPopup }) => {
  const page = await listing('hf-daily');
  const [title] = await titles(page);
  await star(page, title).click();
  const popup = await openPopup();
  await showReadingList(popup);
  const undo = popup.getByRole('status').getByRole('button', { name: 'Undo' });

  await card(popup, title)
    .getByRole('button', { name: `Remove: ${title}` })
    .click();
  await expect(popup.getByRole('article')).toHaveCount(0);
  await expectStarred(star(page, title), false);
  await undo.click();
  await expectStarred(star(card(popup, title), title));
  await expectStarred(star(page, title));

  await dismiss(card(popup, title), title).click();
  await expect(popup.getByRole('article')).toHaveCount(0);
  await undo.click();
  await expect(card(popup, title)).toBeVisible();
});

test('on a page without papers it says where to go', async ({ context, openPopup, pages }) => {
  pages.serve('https://example.com/', '<h1>Elsewhere</h1>');
  const page = await context.newPage();
  await page.goto('https://example.com/');
  const popup = await openPopup();
  await expect(popup.getByRole('heading', { name: 'No papers on this page' })).toBeVisible();
  await expect(popup.getByRole('link', { name: /arXiv/ })).toBeVisible();
  await expect(popup.getByRole('link', { name: /Hugging Face/ })).toBeVisible();
});

test('tabs are turned by arrow keys, and the search box by a click', async ({ openPopup }) => {
  const popup = await openPopup();
  await popup.getByRole('tab', { name: 'This page' }).focus();
  await popup.keyboard.press('ArrowRight');
  await expect(popup.getByRole('tab', { name: 'Reading list' })).toBeFocused();
  await popup.getByRole('tab', { name: 'This page' }).click();
  await popup.getByRole('tab', { name: 'Reading list' }).click();
  await expect(popup.getByRole('searchbox', { name: 'Search papers' })).toBeFocused();
});

test('axe finds nothing in the popup', async ({ listing, openPopup }) => {
  const page = await listing('hf-daily');
  const [title] = await titles(page);
  await star(page, title).click();
  await addTags(page, title, ['one tag']);
  const popup = await openPopup();
  await expect(popup.getByRole('article').first()).toBeVisible();
  await expectNoViolations(popup);
  await showReadingList(popup);
  await star(card(popup, title), title).click();
  await expect(popup.getByRole('status').getByRole('button', { name: 'Undo' })).toBeVisible();
  await expectNoViolations(popup);
  await popup.getByRole('button', { name: `Tags: ${title}` }).click();
  await expect(popup.getByRole('combobox', { name: 'Add tag' })).toBeFocused();
  await expectNoViolations(popup);
  await popup.keyboard.press('Escape');
  await popup.getByRole('button', { name: `Note: ${title}` }).click();
  await popup.getByRole('textbox', { name: `Note: ${title}` }).fill('noted');
  await popup.getByRole('button', { name: `Abstract: ${title}` }).click();
  await expectNoViolations(popup);
  await popup.getByRole('button', { name: 'Tag', exact: true }).click();
  await expectNoViolations(popup);
  await popup.keyboard.press('Escape');
  await popup.getByRole('button', { name: 'Keys and search' }).click();
  await expectNoViolations(popup);
});

test('axe finds nothing in the controls on the page', async ({ listing }) => {
  const page = await listing('arxiv-list');
  const first = page.getByRole('button', { name: /^Tags: / }).first();
  await first.click();
  await page.getByRole('combobox', { name: 'Add tag' }).fill('new tag');
  await page.getByRole('combobox', { name: 'Add tag' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Remove tag new tag' })).toBeVisible();
  await page
    .getByRole('button', { name: /^Dismiss: / })
    .nth(2)
    .click({ force: true });
  await expectNoViolations(page, ['winnow-row', 'winnow-extras', 'winnow-page']);
});

/** Titles of the cards, in page order. */
async function titles(page: Page): Promise<[string, string, string]> {
  const stars = page.getByRole('button', { name: /^Star: / });
  await expect(stars.first()).toBeVisible();
  const names = await stars.evaluateAll((buttons) =>
    buttons.map((button) => button.getAttribute('aria-label')?.replace('Star: ', '') ?? ''),
  );
  const [first, second, third] = names.slice(3); // the first cards carry the odd titles
  if (!first || !second || !third) throw new Error('The page has too few cards.');
  return [first, second, third];
}
