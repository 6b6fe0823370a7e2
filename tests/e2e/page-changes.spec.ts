import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { expectStarred, star } from '../helpers/controls';
import { expect, test } from '../helpers/extension';
import type { Inside } from '../helpers/session';

const controls = (page: Page) => page.locator('winnow-row');

test('MathJax rewriting a page leaves each row with one control', async ({ listing }) => {
  const page = await listing('arxiv-list');
  const rows = await page.locator('#articles dt').count();
  await expect(controls(page)).toHaveCount(rows);
  await star(page, await titleOf(page, 0))
    .first()
    .click();

  await page.evaluate(rewriteLikeMathJax);
  await expect(page.locator('.MathJax').first()).toBeVisible();
  await page.waitForTimeout(600); // longer than a page that goes on changing is left unread
  await expect(controls(page)).toHaveCount(rows);
  await expectStarred(page.getByRole('button', { name: /^Star: / }).first());
});

test('moving within Hugging Face without a load brings controls to the new cards', async ({
  listing,
}) => {
  const page = await listing('hf-daily.spa');
  await expect(controls(page)).toHaveCount(await page.locator('article').count());
  const expected = JSON.parse(
    readFileSync('tests/fixtures/pages/hf-daily.spa.expected.json', 'utf8'),
  ).afterClick as Record<string, { papers: { title: string }[] }>;

  for (const [period, { papers }] of Object.entries(expected)) {
    await page.getByRole('button', { name: period }).click();
    await expect
      .poll(() =>
        page
          .locator('article winnow-row')
          .evaluateAll((hosts) =>
            hosts.map((host) => host.querySelector('button')?.getAttribute('aria-label')),
          ),
      )
      .toEqual(papers.map(({ title }) => `Star: ${title}`));
  }
});

test('a card that the site draws anew gets its control and its state back', async ({ listing }) => {
  const page = await listing('hf-daily');
  const title = (await page.locator('article h3').first().textContent())?.trim() ?? '';
  await star(page, title).click();
  await expectStarred(star(page, title));
  await drawAnew(page);
  await expect(star(page, title)).toHaveCount(1);
  await expectStarred(star(page, title));
  await star(page, title).click();
  await expectStarred(star(page, title), false);
});

test('a dialog stays with its card when that is drawn anew; when it leaves, the note is saved', async ({
  listing,
}) => {
  const page = await listing('hf-daily');
  const title = (await page.locator('article h3').first().textContent())?.trim() ?? '';
  await star(page, title).focus();
  await page.keyboard.press('n');
  const note = page.getByRole('dialog').getByRole('textbox', { name: 'Note' });
  await expect(note).toBeFocused();
  const left = (await note.boundingBox())?.x;
  await drawAnew(page);
  await expect(star(page, title)).toHaveCount(1);
  await page.keyboard.type('half a');
  expect((await note.boundingBox())?.x).toBe(left);
  await page.evaluate(() => document.querySelector('article')?.remove());
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('status').filter({ hasText: 'Note saved' })).toBeVisible();
});

test('a card that is given another paper shows that paper', async ({ listing }) => {
  const page = await listing('hf-daily');
  const cards = page.locator('article');
  await expect(controls(page)).toHaveCount(await cards.count());
  await page.evaluate(() => {
    const [link] = document.querySelectorAll<HTMLAnchorElement>('article h3 a');
    if (!link) return;
    link.href = '/papers/2601.00001';
    link.textContent = 'Another paper in the same card';
  });
  await expect(star(page, 'Another paper in the same card')).toHaveCount(1);
  await expect(cards.first().locator('winnow-row')).toHaveCount(1);
});

test.describe('the back button', () => {
  test.use({ backForwardCache: true });

  test('a page that comes back from the cache shows what changed meanwhile', async ({
    listing,
    openPopup,
  }) => {
    const page = await listing('arxiv-list');
    const title = await titleOf(page, 0);
    await star(page, title).first().click();
    await expectStarred(star(page, title).first());
    await page.evaluate(() => Object.assign(window, { stillTheSamePage: true }));
    await page.goto('https://arxiv.org/list/cs.CL/recent');

    const popup = await openPopup();
    await popup.getByRole('tab', { name: 'Reading list' }).click();
    await star(popup, title).click();
    await expect(popup.getByRole('article')).toHaveCount(0);

    await page.bringToFront();
    await page.goBack({ waitUntil: 'commit' }); // a page from the cache does not load
    expect(await page.evaluate(() => 'stillTheSamePage' in window)).toBe(true);
    await expectStarred(star(page, title).first(), false);
  });
});

test('two rows of one paper follow each other', async ({ listing }) => {
  const page = await listing('arxiv-list');
  const names = await page
    .getByRole('button', { name: /^Star: / })
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label') ?? ''));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  expect(twice, 'the sample has a paper in two sections').toBeDefined();
  const stars = page.getByRole('button', { name: twice ?? '', exact: true });
  await expect(stars).toHaveCount(2);
  await stars.last().click();
  await expectStarred(stars.first());
  await expectStarred(stars.last());
});

test('the script brought to a page once more leaves one set of controls', async ({
  listing,
  worker,
}) => {
  const page = await listing('arxiv-list');
  const rows = await page.locator('#articles dt').count();
  await expect(controls(page)).toHaveCount(rows);
  await (await worker()).evaluate(async () => {
    const [tab] = await chrome.tabs.query({ url: 'https://arxiv.org/*' });
    await chrome.scripting.executeScript({
      target: { tabId: tab?.id ?? -1 },
      files: ['/content-scripts/papers.js'],
    });
  });
  await expect(controls(page)).toHaveCount(rows);
  await star(page, await titleOf(page, 1))
    .first()
    .click();
  await expectStarred(star(page, await titleOf(page, 1)).first());
});

test('after the extension was reloaded, old controls say to reload the page', async ({
  listing,
  worker,
  context,
}) => {
  const page = await listing('arxiv-list');
  const title = await titleOf(page, 0);
  await expect(star(page, title).first()).toBeVisible();
  await reloadExtension(await worker(), context);
  await star(page, title).first().click();
  const bar = page.getByRole('region', { name: 'Winnow' });
  await expect(bar.getByText('Winnow was updated. Reload this page.')).toBeVisible();
  await expect(page.locator('#articles').getByText('Winnow was updated.').first()).toBeVisible();
  await bar.getByRole('button', { name: 'Reload this page' }).click();
  await expect(controls(page), 'the browser loads no unpacked extension again').toHaveCount(0);
});

for (const moment of ['#articles dt', '[data-action=star]']) {
  test(`a page that has come as far as ${moment} when the extension is reloaded has no errors`, async ({
    context,
    worker,
  }) => {
    const page = await context.newPage();
    const opening = page.goto('https://arxiv.org/list/cs.LG/new');
    await page.locator(moment).first().waitFor({ state: 'attached' });
    await reloadExtension(await worker(), context);
    await opening;
    await page.keyboard.press('j');
    await page.keyboard.press('s');
    // What was to begin when the page is idle has begun, and failed where it does.
    await page.evaluate(
      () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1_000 })),
    );
  });
}

/** Reloads the extension as an update does; back when the old one is gone. */
async function reloadExtension(worker: Inside, context: BrowserContext): Promise<void> {
  await worker.evaluate(() => void setTimeout(() => chrome.runtime.reload()));
  await expect.poll(() => context.serviceWorkers()).toHaveLength(0);
}

/** Replaces the first card by a copy, as sites do it, and waits until what was copied of ours is gone. */
async function drawAnew(page: Page): Promise<void> {
  await page.evaluate(() => {
    const card = document.querySelector('article');
    const copy = card?.cloneNode(true) as Element;
    copy.querySelector('winnow-row')?.setAttribute('data-copied', '');
    card?.replaceWith(copy);
  });
  await expect(page.locator('[data-copied]')).toHaveCount(0);
}

/** The title that a screen reader hears on the control of a row. */
async function titleOf(page: Page, row: number): Promise<string> {
  const name = await page
    .getByRole('button', { name: /^Star: / })
    .nth(row)
    .getAttribute('aria-label');
  return name?.replace('Star: ', '') ?? '';
}

/** What MathJax 2.7 does to the texts marked for it. */
function rewriteLikeMathJax(): void {
  for (const element of document.querySelectorAll('.mathjax')) {
    for (const node of [...element.childNodes]) {
      if (!(node instanceof Text) || !/\$[^$]+\$/.test(node.data)) continue;
      const pieces = node.data.split(/\$([^$]+)\$/).flatMap((piece, index): (string | Node)[] => {
        if (index % 2 === 0) return [piece];
        const drawn = document.createElement('span');
        drawn.className = 'MathJax';
        drawn.textContent = '𝑥';
        const source = document.createElement('script');
        source.type = 'math/tex';
        source.text = piece;
        return [drawn, source];
      });
      node.replaceWith(...pieces);
    }
  }
}
