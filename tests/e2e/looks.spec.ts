/** What there is can be seen: in forced colours, at 200 %, and with more tags than there is room for. */
import type { Locator, Page } from '@playwright/test';
import { EMPTY_METADATA } from '../../lib/paper';
import { addTags, showReadingList } from '../helpers/controls';
import { expect, test } from '../helpers/extension';
import { papersOnBothSites } from '../helpers/listings';

const PAPER = {
  ...EMPTY_METADATA,
  id: 'arxiv:2611.00001',
  title: 'Sixty tags',
  abstract: 'Long. '.repeat(80),
  source: 'arxiv',
} as const;

/** Has the library keep one paper with so many tags. */
async function keepTagged(page: Page, count: number): Promise<void> {
  await page.evaluate(
    async ({ paper, count }) => {
      for (let n = 0; n < count; n++) {
        const change = { kind: 'tag', tag: `tag number ${n}`, value: true };
        const payload = { op: crypto.randomUUID(), change, papers: [{ id: paper.id, paper }] };
        const { answer } = await chrome.runtime.sendMessage({ winnow: 'run', payload });
        if (!answer.ok) throw new Error(answer.error);
      }
    },
    { paper: PAPER, count },
  );
}

/** How well a colour can be told from the ground of a page in forced colours, from 1 to 21. */
function contrast(element: Locator, property: string, pseudo?: string): Promise<number> {
  return element.evaluate(
    (element, { property, pseudo }) => {
      const probe = document.body.appendChild(document.createElement('p'));
      probe.style.color = 'Canvas';
      const luminance = (colour: string) => {
        const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? []).map((part) => {
          const value = Number(part) / 255;
          return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      const both = [
        luminance(getComputedStyle(element, pseudo).getPropertyValue(property)),
        luminance(getComputedStyle(probe).color),
      ];
      probe.remove();
      return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
    },
    { property, pseudo },
  );
}

/** Expects that an element is drawn in another way after a change. */
async function expectOtherLook(element: Locator, change: () => Promise<unknown>): Promise<void> {
  const before = await element.screenshot({ animations: 'disabled' });
  await change();
  await expect
    .poll(async () => (await element.screenshot({ animations: 'disabled' })).equals(before))
    .toBe(false);
}

/** How far an element reaches out of the window, in pixels. */
async function outOfView(page: Page, element: Locator): Promise<number> {
  const box = await element.boundingBox();
  const size = page.viewportSize();
  if (!box || !size) return Number.POSITIVE_INFINITY;
  const right = box.x + box.width - size.width;
  return Math.max(0, -box.x, -box.y, right, box.y + box.height - size.height);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`forced colours, ${colorScheme}: icons on a listing are seen`, async ({ listing }) => {
    const page = await listing('arxiv-list');
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    for (const name of [/^Star: /, /^Tags: /, /^Dismiss: /]) {
      const button = page.getByRole('button', { name }).first();
      expect(await contrast(button, 'background-color', '::before')).toBeGreaterThan(3);
    }
    const dismiss = page.getByRole('button', { name: /^Dismiss: / }).first();
    await dismiss.click();
    await expect(dismiss).toHaveAttribute('aria-pressed', 'true');
    expect(await contrast(dismiss, 'background-color', '::before')).toBeGreaterThan(3);
    expect(await contrast(dismiss, 'border-top-color')).toBeGreaterThan(3);
  });
}

test('forced colours: the suggestion that Enter takes is seen', async ({ listing, openPopup }) => {
  const popup = await openPopup();
  await keepTagged(popup, 3);
  const page = await listing('arxiv-list');
  await page.emulateMedia({ forcedColors: 'active' });
  await page
    .getByRole('button', { name: /^Tags: / })
    .first()
    .click();
  const option = page.getByRole('option').first();
  await expectOtherLook(option, () => page.keyboard.press('ArrowDown'));
  await expect(option).toHaveAttribute('aria-selected', 'true');
});

test('forced colours: which tab is chosen is seen', async ({ openPopup }) => {
  const popup = await openPopup();
  await popup.emulateMedia({ forcedColors: 'active' });
  const page = popup.getByRole('tab', { name: 'This page' });
  const list = popup.getByRole('tab', { name: 'Reading list' });
  await list.click();
  expect(await contrast(list, 'border-bottom-color')).toBeGreaterThan(3);
  expect(await contrast(page, 'border-bottom-color')).toBeLessThan(1.1);
});

test('forced colours: switches are seen, and whether they are on', async ({
  page,
  extensionId,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(`chrome-extension://${extensionId}/library.html#/settings`);
  const one = page.getByRole('switch').first();
  await expectOtherLook(one, () => one.click());
  expect(await contrast(one, 'border-top-color')).toBeGreaterThan(3);
});

test('Undo stays in the toast, however long what was done', async ({ listing }) => {
  const page = await listing('arxiv-list');
  const [title] = papersOnBothSites();
  await addTags(page, title, ['many words '.repeat(9)]);
  const toast = page.getByRole('status').filter({ hasText: 'Tagged' });
  const undo = toast.getByRole('button', { name: 'Undo' });
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    const cutOff = () => toast.evaluate((part) => part.scrollWidth - part.clientWidth);
    expect(await cutOff(), `${width}`).toBe(0);
    expect(await outOfView(page, undo), `${width}`).toBe(0);
  }
});

test('at 200 % the tag dialog is whole in the window', async ({ listing, openPopup }) => {
  await keepTagged(await openPopup(), 20);
  const page = await listing('arxiv-list');
  await page.setViewportSize({ width: 640, height: 400 });
  const dialog = page.getByRole('dialog', { name: /^Tags: / });
  for (const n of [0, 1, 2, 3]) {
    await page
      .getByRole('button', { name: /^Tags: / })
      .nth(n)
      .click();
    await dialog.getByRole('combobox', { name: 'Add tag' }).fill('t');
    await expect(dialog.getByRole('option').nth(5)).toBeAttached();
    await expect.poll(() => outOfView(page, dialog)).toBe(0);
    const cutOff = () => dialog.evaluate((part) => part.scrollHeight - part.clientHeight);
    await expect.poll(cutOff).toBe(0);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
});

test('at 200 % the tag dialog of an open card is whole in the popup', async ({ openPopup }) => {
  const popup = await openPopup();
  await keepTagged(popup, 60);
  await popup.setViewportSize({ width: 400, height: 300 });
  await showReadingList(popup);
  await popup.keyboard.press('ArrowDown');
  await expect(popup.getByRole('article')).toBeFocused();
  await popup.keyboard.press('a');
  await popup.keyboard.press('t');
  const dialog = popup.getByRole('dialog', { name: /^Tags: / });
  await expect(dialog.getByRole('combobox', { name: 'Add tag' })).toBeFocused();
  await expect.poll(() => outOfView(popup, dialog)).toBe(0);
});

test('at 200 % nothing at the top of a narrow side panel is cut off', async ({
  page,
  extensionId,
}) => {
  await page.setViewportSize({ width: 180, height: 400 });
  await page.goto(`chrome-extension://${extensionId}/sidepanel.html`);
  for (const name of ['Keys and search', 'Open the library']) {
    const button = page.getByRole('button', { name });
    await expect(button).toBeVisible();
    expect(await outOfView(page, button), name).toBe(0);
  }
});

test('a row of the library with sixty tags is no higher than a few lines', async ({
  page,
  extensionId,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`chrome-extension://${extensionId}/library.html#/papers`);
  await keepTagged(page, 60);
  const row = page.getByRole('article', { name: PAPER.title });
  await expect(row).toContainText('+52');
  expect((await row.boundingBox())?.height).toBeLessThan(180);
});
