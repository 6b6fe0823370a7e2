import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../helpers/extension';

/** Look-alike pages that do not come with the project; see CONTRIBUTING.md. */
const CORPUS = process.env.WINNOW_CORPUS ?? path.join('..', 'shared');

interface Entry {
  readonly folder: string;
  readonly name: string;
  readonly url: string;
}

interface Expected {
  readonly papers: readonly { readonly title: string }[];
  readonly afterClick?: Readonly<Record<string, { papers: Expected['papers'] }>>;
}

const entries: Entry[] = ['pages', 'pages-more'].flatMap((name) => {
  const folder = path.join(CORPUS, name);
  const index = path.join(folder, 'index.json');
  if (!existsSync(index)) return [];
  const pages: Omit<Entry, 'folder'>[] = JSON.parse(readFileSync(index, 'utf8'));
  return pages.map((page) => ({ ...page, folder }));
});
test('corpus: each paper of every page has one set of controls', async ({ context, pages }) => {
  test.skip(entries.length === 0, `there is no ${CORPUS}`);
  test.setTimeout(10_000 * entries.length + 1);
  const page = await context.newPage(); // with a tab for each it takes half as long again
  for (const { folder, name, url } of entries) {
    await test.step(name, async () => {
      const read = (ending: string) => readFileSync(path.join(folder, name + ending), 'utf8');
      const { papers, afterClick = {} }: Expected = JSON.parse(read('.expected.json'));
      pages.serve(url, read('.html'));
      await page.goto(url);
      if (name.includes('live-mathjax')) await page.waitForSelector('html[data-math-done]');
      await expectControls(page, name, papers);
      await expectClickable(page);
      for (const [button, after] of Object.entries(afterClick)) {
        await page.getByRole('button', { name: button }).click();
        await expectControls(page, `${name}, ${button}`, after.papers);
      }
    });
  }
});

/** Nothing of the page lies over the first controls. */
async function expectClickable(page: Page): Promise<void> {
  const covered = await page.locator('winnow-row').evaluateAll((hosts) => {
    const buttons = hosts.slice(0, 3).flatMap((host) => [...host.querySelectorAll('button')]);
    return buttons.flatMap((button) => {
      button.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      const { x, y, width, height } = button.getBoundingClientRect();
      const hit = document.elementFromPoint(x + width / 2, y + height / 2);
      const isPanel = hit?.localName === 'winnow-page'; // over any part of the page
      return isPanel || button.contains(hit) ? [] : [button.getAttribute('aria-label')];
    });
  });
  expect(covered).toEqual([]);
}

/** Each row has one button of each kind, named by its paper, in page order. */
async function expectControls(page: Page, name: string, papers: Expected['papers']): Promise<void> {
  const expected = papers.flatMap(({ title }) =>
    ['Star', 'Tags', 'Dismiss'].map((action) => `${action}: ${title}`),
  );
  await expect
    .soft(async () => {
      const names = await page
        .locator('winnow-row')
        .evaluateAll((hosts) =>
          hosts.flatMap((host) =>
            [...host.querySelectorAll('button')].map((button) => button.getAttribute('aria-label')),
          ),
        );
      expect(names, name).toEqual(expected);
    })
    .toPass({ timeout: 8_000, intervals: [50] });
}
