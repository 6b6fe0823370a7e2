/** Winnow in the browser's own places: side panel, keys, context menu, address bar, icon. */
import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext, Page } from '@playwright/test';
import { card, expectStarred, star } from '../helpers/controls';
import { expect, test } from '../helpers/extension';

declare global {
  /** What the browser's events have beside the documented functions; sends them as the browser does. */
  interface Dispatching {
    dispatch: (...details: unknown[]) => void;
  }
}

async function openSidePanel(context: BrowserContext, extensionId: string): Promise<Page> {
  const panel = await context.newPage();
  await panel.setViewportSize({ width: 360, height: 900 });
  await panel.goto(`chrome-extension://${extensionId}/sidepanel.html`);
  return panel;
}

test('the side panel shows the page and follows it', async ({ context, extensionId, listing }) => {
  const page = await listing('hf-daily');
  const stars = page.getByRole('button', { name: /^Star: / });
  await expect(stars.first()).toBeVisible();
  const name = (await stars.nth(3).getAttribute('aria-label')) ?? '';
  const title = name.replace('Star: ', '');

  const panel = await openSidePanel(context, extensionId);
  await star(card(panel, title), title).click();
  await expectStarred(star(page, title));
  await expect(panel.getByRole('button', { name: 'Open side panel' })).toHaveCount(0);

  for (const width of [300, 700]) {
    await panel.setViewportSize({ width, height: 900 });
    const size = await panel.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement;
      const { width, height } = document.querySelector('main')?.getBoundingClientRect() ?? {};
      return { scrollWidth, scrollHeight, width, height };
    });
    expect(size, 'fills the panel, and nothing sticks out').toEqual({
      ...{ scrollWidth: width, width, scrollHeight: 900, height: 900 },
    });
  }

  const other = await listing('arxiv-list');
  await expect(other.locator('winnow-row').first()).toBeVisible();
  await expect(panel.getByRole('status').first()).toContainText('arXiv list');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the side panel, ${colorScheme}`, async ({
    context,
    extensionId,
    listing,
  }) => {
    await listing('hf-daily');
    const panel = await openSidePanel(context, extensionId);
    await panel.emulateMedia({ colorScheme });
    await expect(panel.getByRole('article').first()).toBeVisible();
    const { violations } = await new AxeBuilder({ page: panel }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
  });
}

test('the popup opens the side panel of its window', async ({ context, listing, openPopup }) => {
  await listing('hf-daily');
  const popup = await openPopup();
  await popup.getByRole('button', { name: 'Open side panel' }).click();
  await expect.poll(() => popup.isClosed()).toBe(true);
  await expect
    .poll(async () => (await sidePanels(context)).length, { message: 'the panel is open' })
    .toBe(1);
});

test('a key opens the library, and turns to it where it is open', async ({ context, worker }) => {
  const press = async () =>
    (await worker()).evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true });
      (chrome.commands.onCommand as unknown as Dispatching).dispatch('open-library', tab);
    });
  const opened = context.waitForEvent('page');
  await press();
  const library = await opened;
  await expect(library).toHaveURL(/\/library\.html/);
  const other = await context.newPage();
  await other.bringToFront();
  await press();
  await expect
    .poll(() => library.evaluate(() => document.visibilityState), { message: 'in front' })
    .toBe('visible');
  expect(context.pages().filter((page) => page.url().includes('library.html'))).toHaveLength(1);
});

test('keys are offered, and described in words', async ({ worker }) => {
  const commands = await (await worker()).evaluate(() => chrome.commands.getAll());
  expect(commands).toMatchObject([
    { name: '_execute_action' },
    { name: 'open-library', description: 'Open the library' },
    { name: 'open-side-panel', description: 'Open the side panel' },
  ]);
});

/** The side panels that are open; the browser shows them to no one but itself. */
async function sidePanels(context: BrowserContext): Promise<unknown[]> {
  const [worker] = context.serviceWorkers();
  return (
    (await worker?.evaluate(() =>
      chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] as never }),
    )) ?? []
  );
}
