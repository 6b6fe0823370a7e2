/** Papers where no listing is: in HTML and as PDFs. */
import type { BrowserContext, Page } from '@playwright/test';
import { addTags, card, expectStarred, showReadingList, star } from '../helpers/controls';
import { expect, test } from '../helpers/extension';
import type { Inside } from '../helpers/session';
import { entryXml, feedXml } from '../unit/arxiv/fake-api';

const badgeOf = (worker: Inside, page: Page) =>
  worker.evaluate(async (url) => {
    const tabs = await chrome.tabs.query({});
    const tabId = tabs.find((one) => one.url === url)?.id;
    return tabId === undefined ? 'no tab' : chrome.action.getBadgeText({ tabId });
  }, page.url());

/** Presses a key of the browser's while a page is in front, as far as the extension can tell. */
const pressCommand = (worker: Inside, page: Page, command: string) =>
  worker.evaluate(
    async ([url, name]) => {
      const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
      const { onCommand } = chrome.commands as unknown as { onCommand: Dispatching };
      onCommand.dispatch(name, tab);
    },
    [page.url(), command] as const,
  );

const api = (...ids: string[]) =>
  `https://export.arxiv.org/api/query?id_list=${ids.join(',')}&max_results=${ids.length}`;

async function open(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

test.describe('a paper in HTML', () => {
  const TITLE = 'Counting $k$-Cliques in the Dark: A Lantern for Sparse Graphs';

  test('is starred and tagged below its title, over no text of the page', async ({ listing }) => {
    const page = await listing('arxiv-html');
    await star(page, TITLE).click();
    await expectStarred(star(page, TITLE));
    await addTags(page, TITLE, ['lamps']);
    await expect(page.getByText('lamps', { exact: true })).toBeVisible();
    for (const width of [1280, 400]) {
      await page.setViewportSize({ width, height: 800 });
      const { control, around, scrollWidth } = await page.evaluate(() => {
        const box = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
        return {
          control: box('winnow-row')?.toJSON(),
          around: ['h1', '.ltx_authors', '.ltx_abstract'].map((one) => box(one)?.toJSON()),
          scrollWidth: document.documentElement.scrollWidth,
        };
      });
      for (const { top, bottom } of around) {
        expect(bottom <= control.top || top >= control.bottom, `at ${width} px`).toBe(true);
      }
      expect(scrollWidth).toBe(width);
    }
  });

  test('has one state with its other pages, and its whole text in the library', async ({
    listing,
    openPopup,
  }) => {
    const page = await listing('arxiv-html');
    await star(page, TITLE).click();
    await expectStarred(star(page, TITLE));
    const popup = await openPopup();
    await showReadingList(popup);
    const saved = popup.getByRole('article').first();
    await expect(saved).toContainText('Ada Čapek, Jean-Luc O’Neill');
    await saved.getByRole('button', { name: /^Abstract: / }).click();
    await expect(saved).toContainText('by the light of a lantern');
    await saved.getByRole('button', { name: /^Star: / }).click();
    await expectStarred(star(page, TITLE), false);
  });
});

test.describe('a PDF', () => {
  const PDF = 'https://arxiv.org/pdf/2611.00005v2';
  const ANSWER = feedXml(entryXml({ id: '2611.00005v2', title: 'On PDFs', summary: 'Of pages.' }));

  test.beforeEach(({ pages }) => pages.serve(PDF, '%PDF-1.4', 'text/plain'));

  test('is starred by a key, and shows that when it is opened again', async ({
    context,
    openPopup,
    pages,
    worker,
  }) => {
    pages.serve(api('2611.00005'), ANSWER);
    const page = await open(context, PDF);
    await pressCommand(await worker(), page, 'star-paper');
    await expect.poll(async () => badgeOf(await worker(), page)).toBe('✓');
    await expect.poll(async () => badgeOf(await worker(), page)).toBe('★');
    const popup = await openPopup();
    await showReadingList(popup);
    await expectStarred(star(card(popup, 'On PDFs'), 'On PDFs')); // what it is was asked unbidden

    await page.goto('about:blank');
    await page.goto(PDF);
    await expect.poll(async () => badgeOf(await worker(), page)).toBe('★');
    await pressCommand(await worker(), page, 'star-paper');
    await expect.poll(async () => badgeOf(await worker(), page)).toBe('');
  });
});

test('a key stars the paper of its own page, which shows it', async ({ listing, worker }) => {
  const page = await listing('arxiv-abs');
  const button = page.getByRole('button', { name: /^Star: / }).first();
  await expect(button).toBeVisible();
  await pressCommand(await worker(), page, 'star-paper');
  await expectStarred(button);
  await pressCommand(await worker(), page, 'star-paper');
  await expectStarred(button, false);
});
