/** The panel is one line along the bottom edge that has everything, and covers nothing for good. */
import type { Page } from '@playwright/test';
import { pickSample, readSamples } from '../../scripts/samples';
import { makeListing } from '../bench/listing';
import { expectNoViolations } from '../helpers/axe';
import { expect, test } from '../helpers/extension';
import { chooseForAll, filterBox, inPart, panelOf, saveAsRule, statusOf } from '../helpers/panel';

/** 640 px is also a window of 1280 px at 200 %. */
const WIDTHS = [360, 480, 640, 768, 960, 1024, 1280, 1920];
const HEIGHT = 46;

const fold = (page: Page) => panelOf(page).getByRole('button', { name: 'Fold the bar' });
const tab = (page: Page) => panelOf(page).getByRole('button', { name: /^Winnow: / });

/** How far the panel's controls reach out of the window, of their line, or over each other, in px. */
const outOfPlace = (page: Page) =>
  panelOf(page).evaluate((panel) => {
    const bar = panel.querySelector('.bar') ?? panel;
    const line = bar.getBoundingClientRect();
    const parts = [...bar.querySelectorAll('button, input, strong, [role=status]')];
    const boxes = parts.map((part) => part.getBoundingClientRect());
    const shown = boxes.filter(({ width }) => width > 1).sort((a, b) => a.left - b.left);
    const overlaps = shown.map(({ right }, n) => right - (shown[n + 1]?.left ?? right));
    const over = shown.flatMap(({ left, right, top, bottom }) => [
      ...[-left, right - document.documentElement.clientWidth],
      ...[line.top - top, bottom - line.bottom],
    ]);
    return Math.max(bar.scrollWidth - bar.clientWidth, ...over, ...overlaps);
  });

test('one line at every width, and the page no wider than without it', async ({
  context,
  listing,
  pages,
}) => {
  const { html } = pickSample(readSamples(), 'arxiv-list');
  pages.serve('https://example.com/', html); // where Winnow is not
  const plain = await context.newPage();
  await plain.goto('https://example.com/');
  const page = await listing('arxiv-list');
  await expect(panelOf(page)).toBeVisible();
  const lines = page.locator('winnow-extras').filter({ hasText: /Undo$/ });
  await page.keyboard.press('j');
  for (const count of [1, 2]) {
    await page.keyboard.press('x');
    await expect(lines).toHaveCount(count);
  }
  await filterBox(page).fill('"a keyword that is longer than the bar is wide" OR attention');
  await saveAsRule(page);
  await inPart(page, 'Rules', async (content) => {
    const rules = content.getByRole('list', { name: 'Rules on this page' });
    await expect(rules).toBeVisible();
    expect(await rules.evaluate((list) => list.scrollWidth - list.clientWidth)).toBe(0);
  });
  await inPart(page, 'Show', (choices) =>
    choices.getByRole('checkbox', { name: /^Cross-lists/ }).uncheck(),
  );
  const widthOf = (one: Page) => one.evaluate(() => document.documentElement.scrollWidth);
  for (const width of WIDTHS) {
    await plain.setViewportSize({ width, height: 700 });
    await page.setViewportSize({ width, height: 700 });
    for (const filter of ['attention', '']) {
      await filterBox(page).fill(filter);
      await expect(statusOf(page)).toHaveText(filter ? /match$/ : /papers$/);
      await expect
        .poll(() => panelOf(page).boundingBox(), { message: `at ${width}` })
        .toEqual({
          ...{ x: 0, y: 700 - HEIGHT, width, height: HEIGHT },
        });
      expect(await outOfPlace(page), `at ${width} with "${filter}"`).toBeLessThanOrEqual(0);
      expect(await widthOf(page)).toBe(await widthOf(plain));
    }
    for (const line of await lines.all()) {
      const { x = 0, width: length = 0, height = 0 } = (await line.boundingBox()) ?? {};
      expect(x + length).toBeLessThanOrEqual(width);
      expect(height, 'one line').toBeLessThan(32);
    }
  }
});

for (const [width, height] of [
  [640, 400],
  [360, 640],
  [1280, 800],
] as const) {
  test(`at ${width} × ${height} all parts open upward, whole in the window`, async ({
    listing,
  }) => {
    const page = await listing('arxiv-list');
    await page.setViewportSize({ width, height });
    await filterBox(page).fill('attention');
    await saveAsRuleAnywhere(page);
    const more = panelOf(page).getByRole('button', { name: 'More' });
    for (const name of [/^Rules/, /^Show(?! all)/, /^All \d+ that match/]) {
      const part = panelOf(page).getByRole('button', { name });
      if (!(await part.isVisible())) await more.click();
      await part.click();
      const content = panelOf(page).locator('[popover]').last();
      await expect
        .poll(async () => {
          const box = await content.boundingBox();
          if (!box) return Number.POSITIVE_INFINITY;
          return Math.max(-box.x, -box.y, box.x + box.width - width, box.y + box.height - height);
        })
        .toBeLessThanOrEqual(0);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await expect(panelOf(page).locator('[popover]')).toHaveCount(0);
    }
  });
}

/** Whether the bar has room for its rules or not. */
async function saveAsRuleAnywhere(page: Page): Promise<void> {
  const rules = panelOf(page).getByRole('button', { name: /^Rules/ });
  if (!(await rules.isVisible())) {
    await panelOf(page).getByRole('button', { name: 'More' }).click();
  }
  await rules.click();
  await panelOf(page).getByRole('button', { name: 'Save the filter as a rule' }).click();
  await expect(page.getByText(/^Rule saved/)).toBeVisible();
  for (let open = 2; open > 0; open -= 1) await page.keyboard.press('Escape');
  await expect(panelOf(page).locator('[popover]')).toHaveCount(0);
}

for (const name of ['arxiv-list', 'arxiv-list.recent', 'arxiv-search', 'hf-daily', 'hf-trending']) {
  test(`${name}: every control of a row can be brought out from under the bar`, async ({
    listing,
  }) => {
    const page = await listing(name);
    const controls = page.getByRole('button', { name: /^(Star|Tags|Dismiss): / });
    await expect(controls.first()).toBeVisible();
    await expect(panelOf(page)).toBeVisible();
    for (const isFolded of [false, true]) {
      if (isFolded) await fold(page).click();
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 600 });
        const covered = await controls.evaluateAll((buttons) => {
          /** What a click at this point hits, in whichever shadow root. */
          const hitAt = (x: number, y: number) => {
            let hit = document.elementFromPoint(x, y);
            while (hit?.shadowRoot) {
              const inner: Element | null = hit.shadowRoot.elementFromPoint(x, y);
              if (!inner || inner === hit) break;
              hit = inner;
            }
            return hit;
          };
          return buttons
            .filter((button) => button.getBoundingClientRect().width > 0)
            .filter((button) => {
              button.scrollIntoView({ block: 'end', behavior: 'instant' }); // next to the bar
              const { left, right, top, bottom } = button.getBoundingClientRect();
              return [top + 2, (top + bottom) / 2, bottom - 2].some(
                (y) => hitAt((left + right) / 2, y)?.closest('button') !== button,
              );
            })
            .map((button) => button.getAttribute('aria-label'));
        });
        expect(covered, `at ${width}`).toEqual([]);
      }
    }
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    const end = await page.evaluate(() => document.body.getBoundingClientRect().bottom);
    expect(end, 'the end of the page').toBeLessThanOrEqual(600 - HEIGHT + 0.5); // half a pixel of rounding
  });
}

test('what takes the focus is scrolled out from under the bar', async ({ context, pages }) => {
  const url = 'https://arxiv.org/list/cs.LG/recent?skip=0&show=50';
  pages.serve(url, makeListing(50).html);
  const page = await context.newPage();
  await page.setViewportSize({ width: 1000, height: 500 });
  await page.goto(url);
  await expect(panelOf(page)).toBeVisible();
  const bottoms: number[] = [];
  for (let stop = 0; stop < 60; stop += 1) {
    await page.keyboard.press('Tab');
    bottoms.push(
      await page.evaluate(() => {
        let focused = document.activeElement;
        while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
        return focused?.getBoundingClientRect().bottom ?? 0;
      }),
    );
  }
  expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(100);
  expect(Math.max(...bottoms)).toBeLessThanOrEqual(500 - HEIGHT);
});

test('toasts stand above the bar, and above its tab', async ({ listing }) => {
  const page = await listing('arxiv-list');
  await expect(panelOf(page)).toBeVisible();
  const toast = page.getByRole('status').filter({ hasText: /^(Starred|Star removed|Unstarred)/ });
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 600 });
    for (const toggle of [fold(page), tab(page)]) {
      await page
        .getByRole('button', { name: /^Star: / })
        .first()
        .focus();
      await page.keyboard.press('s');
      await expect(toast).toBeVisible();
      const [box, panel] = [await toast.boundingBox(), await panelOf(page).boundingBox()];
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(panel?.y ?? 0);
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
      await toggle.click();
    }
  }
});

test('it folds while a side panel shows the page, and unfolds when that is closed', async ({
  context,
  extensionId,
  listing,
}) => {
  const page = await listing('arxiv-list');
  await expect(filterBox(page)).toBeVisible();
  const sidePanel = await context.newPage();
  await sidePanel.goto(`chrome-extension://${extensionId}/sidepanel.html`);
  await page.bringToFront();
  await expect(tab(page)).toBeVisible();
  await page.keyboard.press('/'); // wanted all the same
  await expect(filterBox(page)).toBeFocused();
  await fold(page).click();
  await expect(tab(page)).toBeVisible();
  await sidePanel.close();
  await expect(filterBox(page)).toBeVisible();
  await page.reload();
  await expect(filterBox(page)).toBeVisible(); // nothing of it is kept
});

test('a real side panel folds the bar of the page that it follows', async ({
  listing,
  openPopup,
}) => {
  const page = await listing('hf-daily');
  const popup = await openPopup();
  await popup.getByRole('button', { name: 'Open side panel' }).click();
  await expect.poll(() => popup.isClosed()).toBe(true);
  await page.bringToFront();
  await expect(tab(page)).toBeVisible();
});

test('the popup leaves the bar as it is', async ({ listing, openPopup }) => {
  const page = await listing('arxiv-list');
  const popup = await openPopup();
  await expect(popup.getByRole('article').first()).toBeVisible();
  await page.bringToFront();
  await expect(filterBox(page)).toBeVisible();
});

for (const width of [1280, 360]) {
  test(`at ${width} px axe finds nothing in the panel, whatever is open`, async ({ listing }) => {
    test.slow();
    const page = await listing('arxiv-list');
    await page.setViewportSize({ width, height: 700 });
    await expectNoViolations(page, ['winnow-page']);
    await filterBox(page).fill('attention OR (');
    await expect(panelOf(page)).toContainText('closing');
    await expectNoViolations(page, ['winnow-page']);
    await saveAsRuleAnywhere(page);
    const more = panelOf(page).getByRole('button', { name: 'More' });
    for (const name of [/^Rules/, /^Show(?! all)/, /^All \d+ that match/]) {
      const part = panelOf(page).getByRole('button', { name });
      if (!(await part.isVisible())) {
        await more.click();
        await expectNoViolations(page, ['winnow-page']);
      }
      await part.click();
      await expectNoViolations(page, ['winnow-page']);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
    }
    await fold(page).click();
    await expectNoViolations(page, ['winnow-page']);
  });
}

test('all of it works by keyboard', async ({ listing }) => {
  const page = await listing('arxiv-list');
  await expect(panelOf(page)).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('attention');
  await expect(statusOf(page)).toHaveText(/match$/);
  await page.keyboard.press('Enter');
  const names: (string | null)[] = [];
  for (let stop = 0; stop < 20; stop += 1) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => {
      const focused = document.querySelector('winnow-page')?.shadowRoot?.activeElement;
      return focused && (focused.getAttribute('aria-label') ?? focused.textContent?.trim() ?? '');
    });
    names.push(name ?? null);
    if (name === 'Fold the bar') break;
  }
  expect(names.map((name) => name?.replace(/ ?\d+ ?/, ' ').trim())).toEqual([
    ...['Show all', 'Previous match', 'Next match', '', 'Rules ▾', 'Show ▾', 'Abstracts ▾'],
    ...['All that match ▾', 'More'],
    ...['Keyboard shortcuts', 'Fold the bar'],
  ]);
  await page.keyboard.press('Enter');
  await expect(tab(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(fold(page)).toBeFocused();
});

test('the last decision is a moment of its own', async ({ listing }) => {
  const page = await listing('arxiv-list');
  const progress = panelOf(page).locator('strong');
  await expect(progress).toHaveText(/^0 of \d+ decided$/);
  await chooseForAll(page, 'Star');
  await expect(progress).toHaveText(/^All \d+ decided$/);
});

test('in forced colours the progress is seen', async ({ listing }) => {
  const page = await listing('arxiv-list');
  await page.emulateMedia({ forcedColors: 'active' });
  await chooseForAll(page, 'Star');
  const line = panelOf(page).locator('.progress-line');
  await expect(line).toHaveCSS('width', '1280px');
  const colour = () => line.evaluate((element) => getComputedStyle(element).backgroundColor);
  const ground = await panelOf(page)
    .locator('.bar')
    .evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(await colour()).not.toBe(ground);
});
