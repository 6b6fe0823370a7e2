/** The first minutes: the page that opens by itself, what it sets up, and what is empty until then. */
import type { BrowserContext, Page } from '@playwright/test';
import { expectNoViolations } from '../helpers/axe';
import { expect, test } from '../helpers/extension';

const WELCOME = 'library.html#/welcome';
const STEPS = ['pin', 'listings', 'import', 'keys'];

/** How far the page is wider than the window, in pixels. */
const overflow = (page: Page) =>
  page.evaluate(() => {
    const parts = [document.documentElement, ...document.querySelectorAll('main')];
    return Math.max(...parts.map((part) => part.scrollWidth - part.clientWidth));
  });

test.describe('after the installation', () => {
  test.use({ keepsWelcome: true });

  const welcomePages = (context: BrowserContext) =>
    context.pages().filter((page) => page.url().endsWith(WELCOME)).length;

  test('the page opens by itself, once: not again when the browser starts', async ({
    context,
    relaunch,
    openPopup,
  }) => {
    await expect.poll(() => welcomePages(context)).toBe(1);
    const page = context.pages().find((one) => one.url().endsWith(WELCOME));
    const again = await relaunch();
    await (await openPopup()).getByRole('tab', { name: 'This page' }).waitFor();
    expect(page?.isClosed()).toBe(true);
    expect(welcomePages(again)).toBe(0);
  });
});

test('the steps are gone through by keyboard alone, and nothing of the sample is kept', async ({
  openPage,
}) => {
  const page = await openPage(WELCOME);
  await expect(page.getByRole('img')).toHaveCount(3);
  await page.getByRole('button', { name: 'Pin the icon' }).focus();
  await expect(page.getByText(/^It is (not )?in the toolbar/)).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Choose what you read' })).toBeFocused();
  await page.getByRole('button', { name: 'Next' }).press('Enter');
  await page.getByRole('button', { name: 'Skip', exact: true }).press('Enter');
  await expect(page.getByRole('button', { name: 'Try the keys' })).toBeFocused();

  await page.getByRole('article').first().focus();
  await page.keyboard.press('s');
  const star = page.getByRole('button', { name: /^Star: Sorting/ });
  await expect(star).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('t');
  await page.keyboard.type('to discuss');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('article').first()).toBeFocused();
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await expect(page.getByRole('article').nth(1)).toBeFocused();
  await expect(page.getByText(/^That is all it takes/)).toBeVisible();
  await page.getByRole('button', { name: 'Next' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Ready' })).toBeFocused();

  await page.getByRole('link', { name: 'Papers', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Your library is empty' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Welcome to Winnow' })).toBeVisible();
});

test('listings that are chosen are where today’s papers are linked to', async ({
  openPage,
  openPopup,
  pages,
}) => {
  const page = await openPage(`${WELCOME}?step=listings`);
  await page.getByRole('searchbox', { name: 'Find a category of arXiv' }).fill('optics');
  await page.getByRole('checkbox', { name: 'physics.optics Optics' }).check();
  await page.getByRole('button', { name: 'Remove: cs.LG' }).click();
  await page.getByRole('switch', { name: 'Daily papers on Hugging Face' }).click();
  const popup = await openPopup();
  await popup.getByRole('tab', { name: 'Reading list' }).click();
  const links = popup.getByRole('link');
  await expect(links).toHaveText(['Today on arXiv physics.optics']);
  await expect(links).toHaveAttribute('href', 'https://arxiv.org/list/physics.optics/new');
  await page.goto(page.url().replace(/#.*/, '#/settings'));
  await page.getByRole('button', { name: 'Remove: physics.optics' }).click();
  await expect(popup.getByRole('button', { name: 'Choose your listings' })).toBeVisible();
  expect(pages.unserved, 'nothing is asked of the net').toEqual([]);
});

test('an empty library says what to do, and has nothing to narrow or to export', async ({
  openPage,
}) => {
  const page = await openPage('library.html');
  await expect(page.getByRole('heading', { name: 'Your library is empty' })).toBeVisible();
  await expect(page.getByRole('complementary')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Export' })).toBeDisabled();
  await page.keyboard.press('Tab');
  await page.getByRole('heading', { level: 2 }).click();
  await page.keyboard.press('e');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const searchBox = await page.getByRole('searchbox').boundingBox();
  expect(searchBox?.x, 'no column beside it').toBeLessThan(240);
  await expectNoViolations(page);
  await page.getByRole('main').getByRole('link', { name: 'Import' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Import' })).toBeVisible();
});

/** What is empty at first, and where each leads on. */
const EMPTY = [
  ['papers?search=nosuchword', 'Nothing matches', 'button', 'Show the whole list'],
  ['papers?shelf=dismissed', 'Nothing is dismissed', 'button', 'Show the whole list'],
  ['tags', 'No tags yet', 'link', 'Today on arXiv cs.LG'],
  ['duplicates', 'No duplicates', 'link', 'To your papers'],
  ['trash', 'The trash is empty', 'link', 'To your papers'],
  ['backups', 'No backups yet', 'button', 'Back up now'],
  ['rules', 'No rules yet', 'button', /^Add/],
  ['statistics', 'Nothing to count yet', 'link', 'Today on Hugging Face'],
] as const;

test('whatever is empty says what to do next', async ({ openPage, openPopup }) => {
  const page = await openPage('library.html');
  const main = page.getByRole('main');
  for (const [place, title, role, name] of EMPTY) {
    await page.goto(page.url().replace(/#.*|$/, `#/${place}`));
    await expect(main.getByRole('heading', { name: title })).toBeVisible();
    await expect(main.getByRole(role, { name }).first()).toBeVisible();
  }
  await page.goto(page.url().replace(/#.*/, '#/import'));
  await page.getByRole('textbox').fill('@article{a,\n  author = {Nobody}\n}');
  await page.getByRole('button', { name: 'See what is in it' }).click();
  await expect(main.getByText(/^No papers can be read from it\./)).toBeVisible();

  const popup = await openPopup();
  await expect(popup.getByRole('link', { name: 'Today on arXiv cs.LG' })).toBeVisible();
  await popup.getByRole('tab', { name: 'Reading list' }).click();
  await expect(popup.getByRole('heading', { name: 'Your reading list is empty' })).toBeVisible();
  await expect(popup.getByRole('button', { name: 'Export papers' })).toBeDisabled();
  await expectNoViolations(popup);
  await popup.getByRole('button', { name: 'Import' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Import' })).toBeVisible();
});

test('what is dismissed is found though the list is empty', async ({ openPage, listing }) => {
  const listed = await listing('arxiv-list');
  const dismiss = listed.getByRole('button', { name: /^Dismiss: / }).first();
  await dismiss.click();
  await expect(dismiss).toHaveAttribute('aria-pressed', 'true');
  const page = await openPage('library.html');
  await page.getByRole('button', { name: 'Show 1 dismissed paper' }).click();
  await expect(page.getByRole('article')).toHaveCount(1);
});

test('the help leads to the page again', async ({ openPage, openPopup, context }) => {
  const page = await openPage('library.html#/tags');
  await page.getByRole('button', { name: 'Keys and search' }).click();
  await page.getByRole('link', { name: /^Welcome/ }).click();
  await expect(page.getByRole('heading', { name: 'Welcome to Winnow' })).toBeVisible();
  await page.close();
  const popup = await openPopup();
  await popup.getByRole('button', { name: 'Keys and search' }).click();
  const opened = context.waitForEvent('page');
  await popup.getByRole('link', { name: /^Welcome/ }).click();
  await expect((await opened).getByRole('heading', { name: 'Welcome to Winnow' })).toBeVisible();
});

test('after an update an entry has a dot, and nothing opens', async ({ openPage, context }) => {
  const page = await openPage('library.html#/tags');
  const entry = page.getByRole('link', { name: 'What is new' });
  await expect(entry).toHaveAccessibleName('What is new');
  await page.evaluate(() => chrome.storage.local.set({ releaseUnread: true }));
  await expect(entry).toHaveAccessibleName('What is new since the update');
  await expectNoViolations(page, ['.library-nav']);
  const tabs = context.pages().length;
  await entry.click();
  await expect(page.getByRole('region', { name: 'This version' })).toBeVisible();
  await expect(entry).toHaveAccessibleName('What is new');
  expect(context.pages().length).toBe(tabs);
  await expectNoViolations(page);
});

for (const language of ['en', 'de'] as const) {
  test.describe(language, () => {
    test.use({ language });

    test('nothing sticks out at any width, and axe finds nothing in any step', async ({
      openPage,
    }) => {
      test.setTimeout(120_000);
      const page = await openPage(WELCOME);
      for (const step of STEPS) {
        await page.goto(page.url().replace(/#.*/, `#/welcome?step=${step}`));
        await expect(page.locator(`[data-step=${step}][data-open]`)).toBeVisible();
        if (language === 'en') await expectNoViolations(page);
        for (const width of [360, 640, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          await expect.poll(() => overflow(page), { message: `${step} at ${width}` }).toBe(0);
        }
      }
      for (const section of ['papers', 'releases', 'tags', 'trash', 'statistics', 'settings']) {
        await page.goto(page.url().replace(/#.*/, `#/${section}`));
        await expect(page.locator(`[data-section=${section}] h1`)).toBeVisible();
        if (language === 'en') await expectNoViolations(page);
        for (const width of [360, 640, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          await expect.poll(() => overflow(page), { message: `${section} at ${width}` }).toBe(0);
        }
      }
    });
  });
}
