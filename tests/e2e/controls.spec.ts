/** Where controls are: every point of one belongs to its own row, all of them at one place. */
import type { Page } from '@playwright/test';
import { addTags, dismiss, expectStarred, star } from '../helpers/controls';
import { expect, test } from '../helpers/extension';
import { likeArxiv } from '../helpers/geometry';

/** Widths of windows in CSS pixels; 640 and 384 are 1280 and 768 at a zoom of 200 %. */
const WIDTHS = [360, 384, 640, 768, 1280, 1920];

async function titles(page: Page): Promise<string[]> {
  const stars = page.getByRole('button', { name: /^Star: / });
  await expect(stars.first()).toBeVisible();
  const names = await stars.evaluateAll((all) => all.map(({ ariaLabel }) => ariaLabel ?? ''));
  return names.map((name) => name.replace('Star: ', ''));
}

/** Decides on the first rows, in each way that shows on a row. */
async function decide(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 1600 }); // the panel covers none of them
  const [first = '', second = '', third = '', fourth] = await titles(page);
  await star(page, first).first().click();
  await addTags(page, first, ['a tag', 'another tag of more than a few words']);
  await addTags(page, second, ['to read', 'one of more than a few words', 'x']);
  for (const title of [second, third]) {
    await dismiss(page, title).first().click();
    await expect(page.getByRole('button', { name: `Undo: ${title}` }).first()).toBeVisible();
  }
  if (fourth !== undefined) await addTags(page, fourth, ['short']);
}

/** Points of buttons at which something else would take the click: "name at x,y: what is there". */
function foreignPoints(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const buttons = [...document.querySelectorAll('winnow-row, winnow-extras')].flatMap((host) => [
      ...host.querySelectorAll('button'),
      ...(host.shadowRoot?.querySelectorAll('button') ?? []),
    ]);
    return buttons.flatMap((button) => {
      button.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top, width, height } = button.getBoundingClientRect();
      if (width === 0) return [];
      const wrong: string[] = [];
      for (const right of [0.05, 0.25, 0.5, 0.75, 0.95]) {
        for (const down of [0.05, 0.25, 0.5, 0.75, 0.95]) {
          const [x, y] = [Math.floor(left + right * width), Math.floor(top + down * height)];
          const root = button.getRootNode() as Document | ShadowRoot;
          const hit = root.elementFromPoint(x, y);
          if (hit && button.contains(hit)) continue;
          if (hit?.localName === 'winnow-page') continue; // the panel is over any part of the page
          const there = `${hit?.localName} ${hit?.getAttribute('aria-label') ?? hit?.className}`;
          wrong.push(`${button.ariaLabel} at ${right},${down}: ${there}`);
        }
      }
      return wrong;
    });
  });
}

/** The left edges of all buttons of this action that are shown, in CSS pixels, each once. */
function columns(page: Page, action: string): Promise<number[]> {
  return page.evaluate((name) => {
    const buttons = [...document.querySelectorAll(`winnow-row > [data-action=${name}]`)];
    const lefts = buttons.map((button) => button.getBoundingClientRect());
    const shown = lefts.filter(({ width }) => width > 0);
    return [...new Set(shown.map(({ left }) => Math.round(left)))];
  }, action);
}

const LISTINGS = [
  ...['arxiv-list', 'arxiv-list.recent', 'arxiv-search', 'arxiv-trackbacks'],
  ...['hf-daily', 'hf-trending'],
];

for (const name of LISTINGS) {
  test(`${name}: every point of a control is its own, at any width, decided or not`, async ({
    listing,
  }) => {
    const page = await listing(name);
    const isArxiv = name.startsWith('arxiv');
    if (isArxiv) await likeArxiv(page);
    const check = async (width: number) => {
      await page.setViewportSize({ width, height: 800 });
      expect(await foreignPoints(page), `${width} px`).toEqual([]);
      if (isArxiv) {
        expect(await columns(page, 'star'), `${width} px`).toHaveLength(1);
        expect(await columns(page, 'dismiss'), `${width} px`).toHaveLength(1);
      }
    };
    await titles(page);
    await check(1280);
    await decide(page);
    for (const width of WIDTHS) await check(width);
  });
}

test('the lower part of a dismissed row’s buttons is still its own', async ({ listing }) => {
  const page = await listing('arxiv-list.recent');
  await likeArxiv(page);
  const [, second = '', third = ''] = await titles(page);
  await dismiss(page, second).click();
  await dismiss(page, third).click();
  const button = dismiss(page, second);
  await expect(page.getByRole('button', { name: `Undo: ${second}` })).toBeVisible();
  const { width = 0, height = 0 } = (await button.boundingBox()) ?? {};
  await button.click({ position: { x: width / 2, y: height * 0.75 } });
  await expectStarred(button, false);
  await expectStarred(dismiss(page, third), true);
});

test('collapsed rows are one line, and nothing scrolls sideways', async ({
  context,
  listing,
  pages,
}) => {
  for (const name of ['arxiv-list', 'arxiv-search', 'arxiv-trackbacks']) {
    const page = await listing(name);
    await likeArxiv(page);
    const html = await page.evaluate(async () => (await fetch(location.href)).text());
    pages.serve('https://example.com/plain', html);
    const plain = await context.newPage();
    await plain.goto('https://example.com/plain'); // where Winnow does not run
    await likeArxiv(plain);
    await page.bringToFront();
    await decide(page);
    const lines = page.locator('[data-winnow~=collapsed]');
    await expect(lines).toHaveCount(2);
    for (const width of WIDTHS) {
      for (const one of [page, plain]) await one.setViewportSize({ width, height: 800 });
      const widthOf = (one: Page) => one.evaluate(() => document.documentElement.scrollWidth);
      expect(await widthOf(page), `${name} at ${width}`).toBe(await widthOf(plain));
      for (const line of await lines.all()) {
        expect((await line.boundingBox())?.height, `${name} at ${width}`).toBe(24);
        const undo = await line.getByRole('button', { name: /^Undo: / }).boundingBox();
        expect((undo?.x ?? width) + (undo?.width ?? 0), `${name} at ${width}`).toBeLessThan(width);
      }
    }
    await page.close();
    await plain.close();
  }
});

test('the buttons of a card are on one line, whatever is said beside them', async ({ listing }) => {
  const page = await listing('hf-daily');
  const [first = ''] = await titles(page);
  await addTags(page, first, ['a tag', 'another of more than a few words', 'a third one']);
  const tops = () =>
    star(page, first).evaluate((button) =>
      [...(button.parentElement?.children ?? [])]
        .filter(({ localName }) => localName === 'button')
        .map((one) => Math.round(one.getBoundingClientRect().top)),
    );
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    expect(new Set(await tops()).size, `${width} px`).toBe(1);
  }
});

test('a result that is one line is still counted', async ({ listing }) => {
  const page = await listing('arxiv-search');
  const [, second = ''] = await titles(page);
  const numbers = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('li.arxiv-result')].map((li) => getComputedStyle(li).display),
    );
  const before = await numbers();
  await dismiss(page, second).click();
  await expect(page.getByRole('button', { name: `Undo: ${second}` })).toBeVisible();
  expect(await numbers()).toEqual(before);
});

test('on a paper’s own page the buttons begin where its heading does', async ({ listing }) => {
  const page = await listing('arxiv-abs');
  await likeArxiv(page);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    await expect
      .poll(() =>
        page.evaluate(() => {
          const range = document.createRange();
          range.selectNodeContents(document.querySelector('h1.title') as Element);
          const button = document.querySelector('winnow-row > button') as Element;
          const icon = (26 - 16) / 2; // the icon's own distance from the button's edge
          const text = Math.min(...[...range.getClientRects()].map(({ left }) => left));
          return Math.round(button.getBoundingClientRect().left + icon - text);
        }),
      )
      .toBe(0);
  }
});

test('the buttons of a dismissed card are where they were', async ({ listing }) => {
  const page = await listing('hf-daily');
  const [first = ''] = await titles(page);
  const button = dismiss(page, first).first();
  const before = (await button.boundingBox())?.x;
  await button.click();
  await expect(page.getByRole('button', { name: `Undo: ${first}` }).first()).toBeVisible();
  expect((await button.boundingBox())?.x).toBe(before);
});

test('on a page that Dark Reader has darkened, the buttons are light', async ({ listing }) => {
  const page = await listing('arxiv-list');
  await titles(page);
  const lightness = () =>
    page.evaluate(() => {
      const button = document.querySelector('winnow-row > button') as Element;
      const { backgroundColor } = getComputedStyle(button, '::before');
      return Math.max(...(backgroundColor.match(/\d+/g) ?? []).map(Number));
    });
  expect(await lightness()).toBeLessThan(128);
  await page.evaluate(() =>
    document.documentElement.setAttribute('data-darkreader-scheme', 'dark'),
  );
  expect(await lightness()).toBeGreaterThan(128);
});
