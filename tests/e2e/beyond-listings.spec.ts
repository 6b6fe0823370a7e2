/** Papers where no listing is: in HTML, as PDFs, and linked on any page. */
import type { BrowserContext, Page } from '@playwright/test';
import { openActionPopup } from '../helpers/action-popup';
import { expectNoViolations } from '../helpers/axe';
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

  test('has its controls below the middle of a centred title, and dark where it is dark', async ({
    listing,
  }) => {
    const page = await listing('arxiv-html');
    await expect(star(page, TITLE)).toBeVisible();
    const middles = await page.evaluate(() => {
      const middle = (boxes: readonly DOMRect[]) =>
        (Math.min(...boxes.map(({ left }) => left)) +
          Math.max(...boxes.map(({ right }) => right))) /
        2;
      const inControl = [...(document.querySelector('winnow-row')?.children ?? [])];
      const heading = document.querySelector('h1') as HTMLElement;
      return [
        middle([heading.getBoundingClientRect()]),
        middle(inControl.map((one) => one.getBoundingClientRect())),
      ];
    });
    expect(Math.abs((middles[0] ?? 0) - (middles[1] ?? 0))).toBeLessThan(12);

    const ink = () =>
      page.evaluate(() =>
        getComputedStyle(document.documentElement).getPropertyValue('--winnow-ink'),
      );
    const light = await ink();
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
    expect(await ink()).not.toBe(light);
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

  test('has its card in the popup, and its star on the icon', async ({
    context,
    openPopup,
    pages,
    worker,
  }) => {
    pages.serve(api('2611.00005'), ANSWER);
    const page = await open(context, PDF);
    const popup = await openPopup();
    await expect(popup.getByText('The paper in this tab')).toBeVisible();
    const unknown = card(popup, 'arXiv:2611.00005');
    await expect(unknown).toBeVisible();
    expect(pages.unserved).toEqual([]); // nothing is asked unless that is wanted
    await popup.getByRole('checkbox', { name: /^Look up/ }).click();
    const known = card(popup, 'On PDFs');
    await expect(known).toContainText('Ada Čapek');
    await expect(popup.getByRole('checkbox', { name: /^Look up/ })).toHaveCount(0);

    await star(known, 'On PDFs').click();
    await expect.poll(async () => badgeOf(await worker(), page)).toBe('★');
    await star(known, 'On PDFs').click();
    await expect.poll(async () => badgeOf(await worker(), page)).toBe('');
  });

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

const READING = 'https://example.com/reading';
const LINKS = `<!doctype html><title>Reading</title><h1>Reading</h1>
  <p><a href="/about">About us</a> <a href="https://arxiv.org/list/cs.LG/new">Today</a></p>
  <ul>
    <li><a href="https://arxiv.org/pdf/2611.00001v2">On the Width of Nets</a></li>
    <li>Lamps <a href="https://huggingface.co/papers/2611.00002">paper</a>
      <a href="https://www.alphaxiv.org/abs/2611.00002">discussion</a></li>
    <li><a href="https://www.google.com/url?q=https%3A%2F%2Fscirate.com%2Farxiv%2F2611.00003&sa=D">
      Sparse Lamps for Dense Graphs</a></li>
    <li><a href="https://doi.org/10.1000/182">A Handbook of DOIs</a></li>
  </ul>`;

test.describe('any page', () => {
  test.use({ clicked: ['https://example.com/*'] });

  test('has the papers that it links to in the popup: filtered, looked up, saved', async ({
    context,
    openPopup,
    pages,
  }) => {
    pages.serve(READING, LINKS);
    pages.serve(
      api('2611.00001', '2611.00002', '2611.00003'),
      feedXml(
        entryXml({ id: '2611.00001v2', title: 'On the $w$idth of Nets' }),
        entryXml({ id: '2611.00002v1', title: 'Lamps, once more' }),
      ),
    );
    await open(context, READING);
    const popup = await openPopup();
    await expect(popup.getByText('4 papers linked here')).toBeVisible();
    const titles = () => popup.getByRole('article').locator('h2').allTextContents();
    expect(await titles()).toEqual([
      'On the Width of Nets',
      'arXiv:2611.00002',
      'Sparse Lamps for Dense Graphs',
      'A Handbook of DOIs',
    ]);
    await expectNoViolations(popup);

    await popup.getByRole('checkbox', { name: /^Look up/ }).click();
    await expect(card(popup, 'Lamps, once more')).toBeVisible();
    await expect(card(popup, 'Sparse Lamps for Dense Graphs')).toBeVisible(); // unknown to arXiv
    await popup.getByRole('searchbox', { name: 'Filter this page' }).fill('lamps');
    await expect(popup.getByText('2 of 4 match')).toBeVisible();
    await popup.getByRole('button', { name: 'Star all 2' }).click();
    await expect(popup.getByText('Starred 2 papers')).toBeVisible();
    await expectStarred(star(card(popup, 'Lamps, once more'), 'Lamps, once more'));

    await showReadingList(popup);
    await expect(popup.getByRole('article')).toHaveCount(2);
    await popup.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await expect(popup.getByRole('article')).toHaveCount(0);
  });

  test('has them in the popup that the browser opens over it, or why there are none', async ({
    context,
    pages,
    worker,
  }) => {
    pages.serve(READING, LINKS);
    const page = await open(context, READING);
    await page.bringToFront();
    const popup = await openActionPopup(context, await worker());
    await expect.poll(popup.text).toContain('4 papers linked here');
    await page.goto('chrome://version');
    await expect.poll(popup.text).toContain('Winnow cannot read this page');
  });

  test('what is starred there is starred where it is listed', async ({
    context,
    listing,
    openPopup,
    pages,
  }) => {
    const list = await listing('arxiv-list');
    const stars = list.getByRole('button', { name: /^Star: / });
    await expect(stars.first()).toBeVisible();
    const href = await list.locator('#articles dt a[title="Abstract"]').nth(2).getAttribute('href');
    const title = ((await stars.nth(2).getAttribute('aria-label')) ?? '').replace('Star: ', '');
    await star(list, title).first().click();
    await expectStarred(star(list, title).first());

    pages.serve(READING, `<a href="https://arxiv.org${href}">paper</a>`);
    await open(context, READING);
    const popup = await openPopup();
    await expectStarred(star(card(popup, title), title));
    await star(card(popup, title), title).click();
    await expectStarred(star(list, title).first(), false);
  });

  test('with fifty thousand links is read at once, and the first papers are shown', async ({
    context,
    openPopup,
    pages,
  }) => {
    // Not laid out: that would take the browser longer than all else.
    pages.serve(READING, '<!doctype html><title>Many</title><div id="links" hidden></div>');
    const page = await open(context, READING);
    await page.evaluate(() => {
      const paper = (n: number) => `https://arxiv.org/abs/2611.${String(n).padStart(5, '0')}`;
      const href = (n: number) => (n % 10 === 0 ? paper(n) : `/${n}`);
      const links = Array.from({ length: 50_000 }, (_, n) => `<a href="${href(n)}">x</a>`);
      (document.querySelector('#links') as HTMLElement).innerHTML = links.join('');
    });
    const popup = await openPopup();
    await expect(popup.getByText('2,000 papers linked here')).toBeVisible();
    await expect(popup.getByText(/only the first 2,000 papers/)).toBeVisible();
  });

  test('without papers says so, and where there are some', async ({
    context,
    openPopup,
    pages,
  }) => {
    pages.serve(READING, '<h1>Elsewhere</h1><a href="/about">About us</a>');
    await open(context, READING);
    const popup = await openPopup();
    await expect(popup.getByRole('heading', { name: 'No papers on this page' })).toBeVisible();
    await expect(popup.getByRole('link', { name: /arXiv/ })).toBeVisible();
  });
});

test('a page of Hugging Face that is no listing has its papers in the popup, too', async ({
  context,
  openPopup,
  pages,
}) => {
  const url = 'https://huggingface.co/someone/model';
  pages.serve(url, '<a href="/papers/2611.00002"><h4>Lamps for Sparse Graphs</h4> 12 Nov</a>');
  await open(context, url);
  const popup = await openPopup();
  await expect(card(popup, 'Lamps for Sparse Graphs')).toBeVisible();
});
