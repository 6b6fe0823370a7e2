/** The page's own content stays what the site made it, whatever Winnow does beside it. */
import type { BrowserContext, Page } from '@playwright/test';
import { pickSample, readSamples } from '../../scripts/samples';
import { addTags, dismiss, expectStarred, star } from '../helpers/controls';
import { expect, test } from '../helpers/extension';
import { saveAsRule } from '../helpers/panel';

const NAMES = ['arxiv-list', 'arxiv-list.recent', 'arxiv-search', 'hf-daily', 'hf-trending'];

/** The page's HTML without what Winnow puts beside it, as a person's "view source" would show it. */
const ownHtml = (page: Page) =>
  page.evaluate(() => {
    const body = document.body.cloneNode(true) as HTMLElement;
    for (const element of body.querySelectorAll('*')) {
      if (element.localName.startsWith('winnow-')) element.remove();
    }
    for (const element of [body, ...body.querySelectorAll('*')]) {
      for (const name of element.getAttributeNames()) {
        if (name.startsWith('data-winnow')) element.removeAttribute(name);
      }
    }
    return body.outerHTML;
  });

/** Makes the second rule one that hides what it finds. */
async function mute(context: BrowserContext, extensionId: string): Promise<void> {
  const editor = await context.newPage();
  await editor.goto(`chrome-extension://${extensionId}/library.html#/rules`);
  await editor
    .getByRole('combobox', { name: /^Action: / })
    .nth(1)
    .selectOption('Mute');
  await expect(editor.getByRole('status').getByRole('button', { name: 'Undo' })).toBeVisible();
  await editor.close();
}

for (const name of NAMES) {
  test(`${name} is byte for byte what the site made it`, async ({
    context,
    extensionId,
    listing,
    pages,
  }) => {
    const { html } = pickSample(readSamples(), name);
    pages.serve('https://example.com/', html); // where Winnow is not
    const plain = await context.newPage();
    await plain.goto('https://example.com/');
    const untouched = await ownHtml(plain);
    await plain.close();

    const page = await listing(name);
    const stars = page.getByRole('button', { name: /^Star: / });
    await expect(stars.first()).toBeVisible();
    const label = async (nth: number) =>
      (await stars.nth(nth).getAttribute('aria-label'))?.replace('Star: ', '') ?? '';
    const [first, second, third] = [await label(0), await label(1), await label(2)];
    const panel = page.getByRole('region', { name: 'Winnow' });
    const filter = panel.getByRole('searchbox', { name: 'Filter this page' });

    await star(page, first).first().click();
    await expectStarred(star(page, first).first());
    await addTags(page, first, ['a tag']);
    await dismiss(page, second).first().click();
    const word = first.split(' ').find((one) => /^[A-Za-z]{4,}$/.test(one)) ?? 'the';
    await filter.fill(word);
    await saveAsRule(page);
    await expect
      .poll(() => page.evaluate(() => CSS.highlights.has('winnow-rule-1')), { message: 'a mark' })
      .toBe(true);
    await filter.fill(`title:"${third}"`);
    await expect(panel.getByText(/^1 of /)).toBeVisible();
    await saveAsRule(page);
    await mute(context, extensionId);
    await filter.fill('');
    await expect(page.getByText(/^Muted by /).first()).toBeVisible();
    const abstract = page.getByRole('button', { name: /^Abstract: / });
    if ((await abstract.count()) > 0) await abstract.first().click();

    expect(await ownHtml(page)).toBe(untouched);
  });
}

test('the rows of an arXiv list stay where they were', async ({ context, listing, pages }) => {
  /** Where each row and whatever else of the site's begins and ends. */
  const places = (page: Page) =>
    page.evaluate(() =>
      [document.body, ...document.querySelectorAll('dt, dd, h1, h2, h3, footer')].map((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return [top, bottom];
      }),
    );
  const { html } = pickSample(readSamples(), 'arxiv-list.recent');
  pages.serve('https://example.com/', html); // where Winnow is not
  const plain = await context.newPage();
  await plain.goto('https://example.com/');
  const page = await listing('arxiv-list.recent');
  await expect(page.getByRole('button', { name: /^Star: / }).last()).toBeVisible();
  expect(await places(page)).toEqual(await places(plain));
});

test('what Winnow put on a page goes when its script is replaced', async ({ listing, worker }) => {
  const page = await listing('arxiv-list');
  const controls = page.locator('winnow-row');
  await expect(controls.first()).toBeVisible();
  const count = await controls.count();
  const before = await ownHtml(page);
  await (await worker()).evaluate(async () => {
    const [tab] = await chrome.tabs.query({ url: 'https://arxiv.org/*' });
    await chrome.scripting.executeScript({
      target: { tabId: tab?.id ?? -1 },
      files: ['/content-scripts/papers.js'],
    });
  });
  await expect(controls).toHaveCount(count);
  await expect(page.getByRole('region', { name: 'Winnow' })).toHaveCount(1);
  expect(await ownHtml(page)).toBe(before);
});
