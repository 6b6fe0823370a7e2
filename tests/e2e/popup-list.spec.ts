/** The reading list in the popup: by keyboard, with formulas, and with notes that are not lost. */
import type { Page } from '@playwright/test';
import type { Change } from '@/lib/protocol/change';
import { EMPTY_METADATA, type Paper } from '../../lib/paper';
import { card, expectStarred, showReadingList, star } from '../helpers/controls';
import { expect, test } from '../helpers/extension';

const paper = (n: number, title: string): Paper => ({
  ...EMPTY_METADATA,
  id: `arxiv:2611.${String(n).padStart(5, '0')}`,
  title,
  abstract: 'We bound $\\|x\\|_2$ from above.',
  authors: ['Ada Byte'],
  categories: ['cs.LG'],
  date: '2026-11-02',
  source: 'arxiv',
});

/** Makes a change as the popup does. */
async function change(popup: Page, wanted: Change, ...papers: Paper[]): Promise<void> {
  const payload = {
    op: crypto.randomUUID(),
    change: wanted,
    papers: papers.map((one) => ({ id: one.id, paper: one })),
  };
  const reply = await popup.evaluate((message) => chrome.runtime.sendMessage(message), {
    winnow: 'run',
    payload,
  });
  expect(reply).toMatchObject({ answer: { ok: true } });
}

const TEX = 'Tight bounds on $\\ell_2$ and $\\href{javascript:alert(1)}{x}$';

test('formulas are typeset, inert, and the name stays the plain title', async ({ openPopup }) => {
  const popup = await openPopup();
  await change(popup, { kind: 'star', value: true }, paper(1, TEX));
  await showReadingList(popup);
  const one = card(popup, TEX);
  await expect(one.locator('.katex').first()).toBeVisible();
  await expect(one.getByRole('link', { name: TEX, exact: true })).toBeVisible();
  expect(await one.locator('a[href^="javascript"]').count()).toBe(0);
  await one.getByRole('button', { name: `Abstract: ${TEX}` }).click();
  await expect(one.locator('.card-details .katex')).toBeVisible();
  await expect
    .poll(() => popup.evaluate(() => document.fonts.check('16px KaTeX_Math')), { message: 'font' })
    .toBe(true);
});

test('a note survives the popup closing in the middle of a word', async ({ openPopup }) => {
  const popup = await openPopup();
  await change(popup, { kind: 'star', value: true }, paper(1, 'Noted'));
  await showReadingList(popup);
  await popup.keyboard.press('ArrowDown');
  await expect(card(popup, 'Noted')).toBeFocused();
  await popup.keyboard.press('n');
  await popup.keyboard.type('mid-wor');
  await popup.close();

  const again = await openPopup();
  await expect(card(again, 'Noted')).toContainText('mid-wor');
  await expect
    .poll(() => again.evaluate(async () => Object.keys(await chrome.storage.local.get())))
    .not.toContainEqual(expect.stringMatching(/draft/i));
});

test('a note survives the worker being away while the popup closes', async ({
  openPopup,
  killWorker,
}) => {
  const popup = await openPopup();
  await change(popup, { kind: 'star', value: true }, paper(1, 'Noted'));
  await showReadingList(popup);
  await popup.keyboard.press('ArrowDown');
  await expect(card(popup, 'Noted')).toBeFocused();
  await popup.keyboard.press('n');
  await popup.keyboard.type('kept');
  await killWorker();
  await popup.close();
  const again = await openPopup();
  await expect(card(again, 'Noted')).toContainText('kept');
});

test('everything by keyboard', async ({ openPopup }) => {
  const popup = await openPopup();
  const papers = ['One', 'Two', 'Three'].map((title, index) => paper(index + 1, title));
  for (const one of papers) await change(popup, { kind: 'tag', tag: 'later', value: true }, one);
  await showReadingList(popup);
  await expect(popup.getByRole('searchbox', { name: 'Search papers' })).toBeFocused();
  await popup.keyboard.press('ArrowDown');
  await expect(card(popup, 'Three')).toBeFocused();
  await popup.keyboard.press('j');
  await expect(card(popup, 'Two')).toBeFocused();
  await popup.keyboard.press('s');
  await expectStarred(star(card(popup, 'Two'), 'Two'));
  await popup.keyboard.press('t');
  await expect(popup.getByRole('combobox', { name: 'Add tag' })).toBeFocused();
  await popup.keyboard.type('soon');
  await popup.keyboard.press('Enter');
  await popup.keyboard.press('Escape');
  await expect(card(popup, 'Two')).toContainText('soon');
  await expect(card(popup, 'Two')).toBeFocused();
  await popup.keyboard.press('x');
  await expect(card(popup, 'Two')).toHaveCount(0);
  await expect(card(popup, 'One')).toBeFocused();
  await popup.keyboard.press('u');
  await expect(card(popup, 'Two')).toBeVisible();
  await popup.keyboard.press('/');
  await expect(popup.getByRole('searchbox', { name: 'Search papers' })).toBeFocused();
  await popup.keyboard.press('Shift+Tab');
  await popup.keyboard.press('?');
  await expect(popup.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await popup.keyboard.press('Escape');
  await expect(popup.getByRole('dialog')).toHaveCount(0);
  await popup.reload();
  await expect(popup.getByRole('tab', { name: 'Reading list' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await expect(popup.getByRole('searchbox', { name: 'Search papers' })).toBeFocused();
});

test('a crowded list holds few cards at a time, and the keyboard reaches its end', async ({
  openPopup,
}) => {
  const popup = await openPopup();
  const many = Array.from({ length: 3_000 }, (_, n) => paper(n + 1, `Paper ${n + 1}`));
  await change(popup, { kind: 'star', value: true }, ...many);
  await showReadingList(popup);
  await expect(popup.getByRole('status').first()).toHaveText('3,000 papers');
  expect(await popup.getByRole('article').count()).toBeLessThan(40);
  await popup.keyboard.press('ArrowDown');
  await popup.keyboard.press('End');
  const last = popup.locator('article:focus');
  await expect(last).toHaveAttribute('aria-posinset', '3000');
  await expect(last).toBeInViewport();
  await popup.keyboard.press('Home');
  await expect(popup.locator('article:focus')).toHaveAttribute('aria-posinset', '1');
});
