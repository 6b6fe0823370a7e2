import type { Page } from '@playwright/test';
import {
  card,
  choose,
  dismiss,
  expectStarred,
  showReadingList,
  star,
  tags,
} from '../helpers/controls';
import { expect, test } from '../helpers/extension';

const HOSTILE = /<img src=x onerror=/;

test('a hostile title is inert text on the page and in the popup', async ({
  listing,
  openPopup,
}) => {
  const page = await listing('arxiv-list');
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const button = page.getByRole('button', { name: HOSTILE }).first();
  const title = (await button.getAttribute('aria-label'))?.replace('Star: ', '') ?? '';
  await star(page, title).first().click();
  await expectStarred(star(page, title).first());
  await tags(page, title).first().click();
  const dialog = page.getByRole('dialog', { name: HOSTILE });
  await dialog.getByRole('combobox').fill('<script>alert(1)</script>');
  await dialog.getByRole('combobox').press('Enter');
  await dialog.getByRole('combobox').press('Escape');
  await dismiss(page, title).first().click();

  const popup = await openPopup();
  await showReadingList(popup);
  await choose(popup, 'Status', 'Dismissed');
  await expect(card(popup, title)).toBeVisible();
  await expect(popup.getByText('<script>alert(1)</script>', { exact: true })).toBeVisible();
  expect(await popup.locator('img, script:not([src])').count()).toBe(0);
  expect(dialogs).toEqual([]);
});

test('a page with unknown markup gets no controls and no error', async ({ listing, openPopup }) => {
  const page = await listing('unknown');
  await page.waitForTimeout(500);
  await expect(page.locator('winnow-row')).toHaveCount(0);
  const popup = await openPopup();
  await expect(popup.getByRole('heading', { name: /^No papers on this/ })).toBeVisible();
});

test('rows that cannot be read are left alone and counted', async ({ listing, openPopup }) => {
  const page = await listing('arxiv-list.broken');
  const stars = page.getByRole('button', { name: /^Star: / });
  await expect(stars.first()).toBeVisible();
  const readable = await stars.count();
  const popup = await openPopup();
  await expect(popup.getByText(/(entries|entry) could not be read/)).toBeVisible();
  await expect(popup.getByRole('article')).toHaveCount(readable);
});

test("the site's rules do not reach the controls", async ({ listing }) => {
  const page = await listing('arxiv-list');
  const control = page.locator('winnow-row').first();
  await expect(control).toBeVisible();
  const look = () =>
    control.evaluate((host) => {
      const button = host.querySelector('button') as HTMLElement;
      const { color, width, height, fontSize, opacity, transform } = getComputedStyle(button);
      const { backgroundColor, clipPath } = getComputedStyle(button, '::before');
      const icon = { backgroundColor, clipPath };
      const { display, float, margin } = getComputedStyle(host);
      const shown = host.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      return {
        ...{ color, width, height, fontSize, opacity, transform, icon },
        ...{ display, float, margin, shown },
      };
    });
  const before = await look();
  await page.addStyleTag({
    content: `* { color: red !important; font-size: 40px !important; width: 300px !important; }
      button, winnow-row { display: none !important; opacity: 0 !important; }
      winnow-row[data-place] > button[data-action]#a#b, winnow-row[data-place][data-place] {
        visibility: hidden !important; transform: scale(0) !important; margin: 99px !important;
      }
      button::before { background: none !important; clip-path: none !important; }
      @layer theirs { winnow-row > button { opacity: 0 !important; width: 1px !important; } }`,
  });
  expect(await look()).toEqual(before);
});

test("the page's own text and looks are what they are without us", async ({ listing, pages }) => {
  const page = await listing('arxiv-list');
  await expect(page.locator('winnow-row').first()).toBeVisible();
  const html = await page.evaluate(async () => (await fetch(location.href)).text());
  pages.serve('https://example.com/plain', html);
  const plain = await page.context().newPage();
  await plain.goto('https://example.com/plain'); // the same page where Winnow does not run
  const look = (where: Page) =>
    where.evaluate(() => {
      const probe = document.body.appendChild(document.createElement('button'));
      const { color, backgroundColor, borderRadius, fontSize, display } = getComputedStyle(probe);
      probe.remove();
      const text = document.body.textContent;
      return { text, button: { color, backgroundColor, borderRadius, fontSize, display } };
    });
  expect(await look(page)).toEqual(await look(plain));
});
