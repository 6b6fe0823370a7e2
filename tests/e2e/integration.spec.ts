/** Winnow in the browser's own places: side panel, keys, context menu, address bar, icon. */
import type { BrowserContext, Page } from '@playwright/test';
import { expectNoViolations } from '../helpers/axe';
import { card, expectStarred, showReadingList, star } from '../helpers/controls';
import { expect, test } from '../helpers/extension';
import { markedTexts } from '../helpers/marks';
import type { Inside } from '../helpers/session';
import { entryXml, feedXml } from '../unit/arxiv/fake-api';

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
  // What was starred is on both.
  await expect(panel.getByRole('status').first()).toHaveText('1 of 15 decided');
});

test('axe finds nothing in the side panel', async ({ context, extensionId, listing }) => {
  await listing('hf-daily');
  const panel = await openSidePanel(context, extensionId);
  await expect(panel.getByRole('article').first()).toBeVisible();
  await expectNoViolations(panel);
});

test('the popup opens the side panel of its window', async ({ context, listing, openPopup }) => {
  await listing('hf-daily');
  const popup = await openPopup();
  await popup.getByRole('button', { name: 'Open side panel' }).click();
  await expect.poll(() => popup.isClosed()).toBe(true);
  await expect
    .poll(async () => (await sidePanels(context)).length, { message: 'the panel is open' })
    .toBe(1);
});

test('a key and the popup open the library, and turn to it where it is open', async ({
  context,
  openPopup,
  worker,
}) => {
  const press = async () =>
    (await worker()).evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true });
      (chrome.commands.onCommand as unknown as Dispatching).dispatch('open-library', tab);
    });
  const opened = context.waitForEvent('page');
  await press();
  const library = await opened;
  await expect(library).toHaveURL(/\/library\.html/);
  // Only the browser itself tells which tab is in front; a page in the background may say it is seen.
  const activeTab = async () =>
    (await worker()).evaluate(async () => (await chrome.tabs.query({ active: true }))[0]?.id);
  const libraryTab = await library.evaluate(async () => (await chrome.tabs.getCurrent())?.id);

  const popup = await openPopup();
  await popup.bringToFront();
  expect(await activeTab()).not.toBe(libraryTab);
  await press();
  await expect.poll(activeTab).toBe(libraryTab);
  await popup.bringToFront();
  await popup.getByRole('button', { name: 'Open the library' }).click();
  await expect.poll(activeTab).toBe(libraryTab);
});

const CURRENT = 'https://example.com/reading';
const WEB_PAGE = `<!doctype html><title>Reading</title>
  <a href="https://arxiv.org/pdf/2611.00001v2">On the width of nets</a>`;
const API = 'https://export.arxiv.org/api/query?id_list=2611.00001&max_results=1';

/** Chooses an entry of the context menu of a tab, as far as the extension can tell. */
function chooseEntry(worker: Inside, page: Page, info: object): Promise<void> {
  return worker.evaluate(
    async ([url, info]) => {
      const tabs = await chrome.tabs.query({});
      const tab = tabs.find((one) => one.url === url) ?? tabs.find((one) => one.active);
      (chrome.contextMenus.onClicked as unknown as Dispatching).dispatch(info, tab);
    },
    [page.url(), info] as const,
  );
}

const badgeOf = (worker: Inside, page: Page) =>
  worker.evaluate(async (url) => {
    const tabs = await chrome.tabs.query({});
    const tabId = (tabs.find((one) => one.url === url) ?? tabs.find((one) => one.active))?.id;
    return chrome.action.getBadgeText(tabId === undefined ? {} : { tabId });
  }, page.url());

test('a link to a paper is saved from any page, and arXiv tells the rest', async ({
  context,
  openPopup,
  pages,
  worker,
}) => {
  pages.serve(CURRENT, WEB_PAGE);
  pages.serve(API, feedXml(entryXml({ id: '2611.00001v2', title: 'On the $w$idth of nets' })));
  const page = await context.newPage();
  await page.goto(CURRENT);
  const linkUrl = 'https://arxiv.org/pdf/2611.00001v2';
  await chooseEntry(await worker(), page, { menuItemId: 'save-link', linkUrl });
  await expect.poll(async () => badgeOf(await worker(), page)).toBe('✓');

  const popup = await openPopup();
  await showReadingList(popup);
  const saved = popup.getByRole('article').first();
  await expect(saved).toContainText('nets');
  await expect(saved).toContainText('Ada Čapek');
  await expectStarred(saved.getByRole('button', { name: /^Star: / }));
  await expect.poll(async () => badgeOf(await worker(), page)).toBe('');
});

test('offline, a saved link is kept under its id, and filled when there is a net', async ({
  context,
  killWorker,
  openPopup,
  pages,
  worker,
}) => {
  pages.serve(CURRENT, WEB_PAGE);
  const page = await context.newPage();
  await page.goto(CURRENT);
  const linkUrl = 'https://huggingface.co/papers/2611.00001';
  await chooseEntry(await worker(), page, { menuItemId: 'save-link', linkUrl });
  const popup = await openPopup();
  await showReadingList(popup);
  await expect(card(popup, 'arXiv:2611.00001')).toBeVisible();
  await expect.poll(() => pages.unserved).toContain(API);

  pages.serve(API, feedXml(entryXml({ id: '2611.00001v2', title: 'On the width of nets' })));
  await killWorker();
  await worker();
  await expect(card(popup, 'On the width of nets')).toBeVisible({ timeout: 15_000 });
});

test('a link on a listing is saved with all that the page tells, and shows it', async ({
  listing,
  openPopup,
  worker,
}) => {
  const page = await listing('arxiv-list');
  const stars = page.getByRole('button', { name: /^Star: / });
  await expect(stars.first()).toBeVisible();
  const title = ((await stars.nth(2).getAttribute('aria-label')) ?? '').replace('Star: ', '');
  const linkUrl = await page
    .locator('#articles dt a[href*="/abs/"]')
    .nth(2)
    .evaluate((link: HTMLAnchorElement) => link.href);
  await chooseEntry(await worker(), page, { menuItemId: 'save-link', linkUrl });
  await expectStarred(star(page, title));
  const popup = await openPopup();
  await showReadingList(popup);
  await expectStarred(star(card(popup, title), title));
});

test('the page of a paper is saved from its own menu', async ({ listing, worker }) => {
  const page = await listing('arxiv-abs');
  const button = page.getByRole('button', { name: /^Star: / }).first();
  await expect(button).toBeVisible();
  await chooseEntry(await worker(), page, { menuItemId: 'save-page', pageUrl: page.url() });
  await expectStarred(button);
});

test('selected text becomes a rule from the context menu', async ({ listing, worker }) => {
  const page = await listing('arxiv-list');
  await expect(page.locator('winnow-row').first()).toBeVisible();
  const word = 'attention';
  await chooseEntry(await worker(), page, {
    ...{ menuItemId: 'highlight-selection', selectionText: ` ${word} ` },
  });
  const marked = () => markedTexts(page, 'winnow-');
  await expect.poll(async () => (await marked()).length).toBeGreaterThan(0);
  expect((await marked()).every((text) => text.toLowerCase() === word)).toBe(true);
});

test('the icon counts down the papers of the page, also after the worker was stopped', async ({
  killWorker,
  listing,
  worker,
}) => {
  const page = await listing('hf-daily');
  const stars = page.getByRole('button', { name: /^Star: / });
  await expect(stars.first()).toBeVisible();
  const papers = new Set(
    await stars.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label'))),
  ).size;
  await expect.poll(async () => badgeOf(await worker(), page)).toBe(String(papers));
  await killWorker();
  await stars.nth(3).click();
  await expect.poll(async () => badgeOf(await worker(), page)).toBe(String(papers - 1));
  await page.goto('about:blank');
  await page.bringToFront();
  await expect.poll(async () => badgeOf(await worker(), page)).toBe('');
});

test('the icon shows unread papers where that is chosen, also when the browser starts', async ({
  context,
  extensionId,
  listing,
  relaunch,
  worker,
}) => {
  const page = await listing('hf-daily');
  const settings = await context.newPage();
  await settings.goto(`chrome-extension://${extensionId}/library.html#/settings`);
  await settings.getByRole('combobox', { name: 'Number on the icon' }).selectOption('unread');
  await page.bringToFront();
  await page
    .getByRole('button', { name: /^Star: / })
    .nth(3)
    .click();
  await expect.poll(async () => badgeOf(await worker(), page)).toBe('1');
  await relaunch();
  const all = async () => (await worker()).evaluate(() => chrome.action.getBadgeText({}));
  await expect.poll(all).toBe('1');
});

test('the address bar suggests papers, and opens them or a search', async ({
  context,
  listing,
  worker,
}) => {
  const page = await listing('hf-daily');
  const stars = page.getByRole('button', { name: /^Star: / });
  await expect(stars.first()).toBeVisible();
  await stars.nth(3).click();
  const title = ((await stars.nth(3).getAttribute('aria-label')) ?? '').replace('Star: ', '');
  const word = title.split(' ').find((one) => /^[A-Za-z]{5,}$/.test(one)) ?? title;
  const type = async (text: string) =>
    (await worker()).evaluate(
      (typed) =>
        new Promise<{ content: string; description: string }[]>((resolve) => {
          (chrome.omnibox.onInputChanged as unknown as Dispatching).dispatch(typed, resolve);
        }),
      text,
    );
  const enter = async (text: string) =>
    (await worker()).evaluate(
      (typed) =>
        (chrome.omnibox.onInputEntered as unknown as Dispatching).dispatch(
          typed,
          'newForegroundTab',
        ),
      text,
    );

  await expect.poll(() => type(word)).toHaveLength(1);
  const [suggestion] = await type(word);
  expect(suggestion?.content).toMatch(/^https:\/\/arxiv\.org\/abs\//);
  expect(suggestion?.description).toContain(`<match>${word}</match>`);
  expect(await type('no such word anywhere')).toEqual([]);

  const opened = context.waitForEvent('page');
  await enter(word);
  const library = await opened;
  await expect(library).toHaveURL(new RegExp(`library\\.html#/papers\\?search=${word}`));
  await expect(library.getByRole('article', { name: title })).toBeVisible();
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
