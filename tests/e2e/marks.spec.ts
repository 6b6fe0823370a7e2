/** What matches is marked wherever the page shows it, and said where it does not. */
import type { Page } from '@playwright/test';
import { card, showReadingList, star } from '../helpers/controls';
import { expect, test } from '../helpers/extension';
import { markedTexts } from '../helpers/marks';

const panelOf = (page: Page) => page.getByRole('region', { name: 'Winnow' });
const filterBox = (page: Page) =>
  panelOf(page).getByRole('searchbox', { name: 'Filter this page' });

/** Saves a highlighting rule, in the first colour, as the library page would. */
async function addRule(library: Page, ...terms: string[]): Promise<void> {
  await library.evaluate(
    (rule) =>
      chrome.runtime.sendMessage({
        winnow: 'addRule',
        payload: { op: crypto.randomUUID(), rule: { ...rule, id: crypto.randomUUID() } },
      }),
    {
      ...{ terms, fields: ['title', 'abstract'], mode: 'word', matchCase: false },
      ...{ action: 'highlight', colour: 1, enabled: true, where: 'everywhere' },
    },
  );
}

test('a phrase is marked across the hits that arXiv wraps, and across half-bold words @firefox', async ({
  listing,
  openPage,
}) => {
  const library = await openPage('library.html#/rules');
  await addRule(library, 'unfortunate forgetting', 'neural networks', 'peace');
  const page = await listing('arxiv-search');
  const marks = () => markedTexts(page, 'winnow-rule-1');
  await expect.poll(marks).toContain('unfortunate forgetting');

  await page.evaluate(() => {
    const title = document.querySelector('p.title') as Element;
    title.innerHTML =
      'How to Forget: A Survey of Cata<b>strophic</b> <span>Peace</span>ful Pe<b>ac</b>e';
  });
  await expect.poll(marks).not.toContain('unfortunate forgetting');
  const peace = async () => (await marks()).filter((text) => text === 'peace');
  await expect.poll(peace).toHaveLength(1); // marked anew a moment later

  await filterBox(page).fill('"survey of catastrophic"');
  await expect(panelOf(page).getByRole('status').first()).toHaveText(/^1 of \d+ match$/);
  await expect.poll(() => markedTexts(page, 'winnow-filter')).toEqual(['survey of catastrophic']);
});

test('a match in an abstract that cards do not show is said, shown and marked', async ({
  listing,
}) => {
  const page = await listing('hf-daily');
  await filterBox(page).fill('"billion parameters"');
  await expect(panelOf(page).getByRole('status').first()).toHaveText(/^1 of \d+ match$/);
  const why = page.getByRole('button', { name: /^"billion parameters" in the abstract\. / });
  await expect(why).toBeVisible();
  await expect(why).toHaveAttribute('aria-expanded', 'false');
  await why.click();
  await expect(why).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByText(/a model of three billion parameters trained on/)).toBeVisible();
  const marks = () => markedTexts(page, 'winnow-filter');
  await expect.poll(marks).toEqual(['billion parameters']);
  const isPainted = await page.evaluate(() => {
    const [range] = CSS.highlights.get('winnow-filter') ?? [];
    const paragraph = range?.startContainer.parentElement as Element;
    const { backgroundColor } = getComputedStyle(paragraph, '::highlight(winnow-filter)');
    return backgroundColor !== 'rgba(0, 0, 0, 0)';
  });
  expect(isPainted).toBe(true);

  await why.click();
  await expect.poll(marks).toEqual([]);
  await page.getByRole('button', { name: /^Abstract: TinyTitan/ }).click();
  await expect.poll(marks).toEqual(['billion parameters']);
  await filterBox(page).fill('"three billion"');
  await expect.poll(marks).toEqual(['three billion']);
  await filterBox(page).fill('');
  await expect(page.getByText(/in the abstract/)).toHaveCount(0);
});

test('a fragment of an abstract does not show all that matches', async ({ listing }) => {
  const page = await listing('arxiv-search');
  await filterBox(page).fill('catastrophic forgotten');
  const why = page.getByRole('button', { name: /^forgotten in the abstract\. / });
  await expect(why).toBeVisible();
  await why.click();
  const passage = page.getByText(/three baselines that we had ourselves forgotten/);
  await expect(passage.filter({ visible: true })).toBeVisible(); // the page itself hides the abstract
  await filterBox(page).fill('"412 papers"');
  await expect(panelOf(page).getByRole('status').first()).toHaveText(/^1 of \d+ match$/);
  await expect(page.getByText(/412 papers" in the abstract/)).toHaveCount(0);
});

for (const [name, word] of [
  ['arxiv-abs', 'skip connections'],
  ['hf-paper', 'billion parameters'],
] as const) {
  test(`on ${name} the abstract is marked`, async ({ listing, openPage }) => {
    const library = await openPage('library.html#/rules');
    await addRule(library, word);
    const page = await listing(name);
    await expect.poll(() => markedTexts(page, 'winnow-rule-1')).toEqual([word]);
  });
}

test('popup and library show the passage that was found', async ({
  listing,
  openPage,
  openPopup,
}) => {
  const page = await listing('hf-daily');
  const title = 'TinyTitan: A 3B Model That Knows What It Does Not Know';
  await star(page, title).first().click();
  const popup = await openPopup();
  await showReadingList(popup);
  await popup.getByRole('searchbox', { name: 'Search papers' }).fill('"billion parameters"');
  await expect(card(popup, title).locator('mark')).toHaveText('billion parameters');
  const library = await openPage('library.html');
  await library.getByRole('searchbox').first().fill('"billion parameters"');
  await expect(library.getByRole('article').locator('mark')).toHaveText('billion parameters');
});

test('keys work with Caps Lock on', async ({ listing }) => {
  const page = await listing('hf-daily');
  await expect(page.getByRole('button', { name: /^Star: / }).first()).toBeVisible();
  const pressed = () => page.locator('[aria-pressed=true]').count();
  // What a browser sends while Caps Lock is on: capitals without Shift.
  await page.keyboard.press('J');
  await page.keyboard.press('S');
  await expect.poll(pressed).toBe(1);
  await page.keyboard.press('U');
  await expect.poll(pressed).toBe(0);
});
