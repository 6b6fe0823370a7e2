/** Title, authors and abstract in the library: edited by hand, and refreshed from arXiv. */
import type { Page } from '@playwright/test';
import { EMPTY_METADATA, type Paper } from '@/lib/paper';
import { pickSample, readSamples } from '../../scripts/samples';
import { expectNoViolations } from '../helpers/axe';
import { expect, test } from '../helpers/extension';
import { keep } from '../helpers/keep';
import { entryXml, feedXml } from '../unit/arxiv/fake-api';

const PAPER: Paper = {
  ...EMPTY_METADATA,
  id: 'arxiv:2611.00001',
  title: 'On moss CODE',
  abstract: 'We show moss.',
  authors: ['Ada Byte'],
  categories: ['cs.LG'],
  source: 'arxiv',
};
const OTHER: Paper = { ...PAPER, id: 'arxiv:2611.00002', title: 'On lichen', abstract: null };
const API = 'https://export.arxiv.org/api/query';

async function openDetails(page: Page, extensionId: string, papers: readonly Paper[] = [PAPER]) {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`chrome-extension://${extensionId}/library.html#/papers`);
  await expect(page.getByRole('navigation', { name: 'Library' })).toBeVisible();
  await keep(page, { kind: 'star', value: true }, papers);
  await page.getByRole('article', { name: papers[0]?.title }).click();
  return page.getByRole('complementary', { name: 'Details' });
}

const undo = (page: Page) => page.getByRole('status').getByRole('button', { name: 'Undo' });

test('a text by hand is kept whatever a page says, and is undone like any change', async ({
  page,
  extensionId,
}) => {
  const details = await openDetails(page, extensionId);
  await details.getByRole('button', { name: 'Edit text' }).press('Enter');
  const title = details.getByRole('textbox', { name: 'Title' });
  await expect(title).toBeFocused();
  await expectNoViolations(page);
  await title.fill('');
  await expect(details.getByRole('alert').filter({ hasText: 'needs a title' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(title).toBeFocused();
  await title.fill('My moss');
  await details.getByRole('textbox', { name: /^Authors/ }).fill('E. Euler\nA. Byte');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('article', { name: 'My moss' })).toContainText('E. Euler, A. Byte');
  await expect(details.getByRole('button', { name: 'Edit text' })).toBeFocused();

  await keep(page, { kind: 'tag', tag: 'seen again', value: true }, [PAPER]);
  await expect(page.getByRole('article', { name: 'My moss' })).toContainText('seen again');
  await details.getByRole('button', { name: 'Take arXiv’s again: Title' }).click();
  await expect(page.getByRole('article', { name: 'On moss CODE' })).toBeVisible();
  await undo(page).click();
  await expect(details.getByText('The title is your own.')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search papers' }).fill('euler');
  await expect(page.getByRole('article')).toHaveCount(1);
});

test('a paper is refreshed from arXiv, and put back with one undo', async ({
  page,
  extensionId,
  pages,
  openPopup,
}) => {
  const details = await openDetails(page, extensionId);
  await details.getByRole('button', { name: 'Refresh from arXiv' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Not refreshed.' })).toContainText(
    'arXiv cannot be reached at present.',
  );
  await expect(details.getByRole('heading', { name: 'On moss CODE' })).toBeVisible();

  const summary = 'We show more moss.';
  pages.serve(
    `${API}?id_list=2611.00001&max_results=1`,
    feedXml(entryXml({ id: '2611.00001v3', title: 'On moss', summary })),
    'application/atom+xml',
  );
  const popup = await openPopup();
  await popup.getByRole('tab', { name: 'Reading list' }).click();
  const card = popup.getByRole('article', { name: 'On moss CODE' });
  await card.getByRole('button', { name: /^Abstract/ }).click();
  await card.getByRole('button', { name: 'Refresh from arXiv' }).click();
  const refreshed = popup.getByRole('article', { name: 'On moss', exact: true });
  await expect(refreshed).toContainText(summary, { timeout: 15_000 }); // arXiv is not asked at once
  await expect(details.getByRole('heading', { name: 'On moss', exact: true })).toBeVisible();
  await expect(details.getByText('Ada Čapek')).toBeVisible();
  await undo(popup).click();
  await expect(details.getByRole('heading', { name: 'On moss CODE' })).toBeVisible();
  await expect(details.getByText('We show moss.')).toBeVisible();
});

test('chosen papers are refreshed as one', async ({ page, extensionId, pages }) => {
  await openDetails(page, extensionId, [PAPER, OTHER]);
  pages.serve(
    `${API}?id_list=2611.00001,2611.00002&max_results=2`,
    feedXml(
      entryXml({ id: '2611.00001v3', title: 'On moss' }),
      entryXml({ id: '2611.00002v1', title: 'On lichen, again' }),
    ),
    'application/atom+xml',
  );
  await page.keyboard.press('Control+a');
  const bulk = page.getByRole('toolbar', { name: 'Selected papers' });
  await bulk.getByRole('button', { name: 'Refresh from arXiv' }).click();
  await expect(page.getByRole('article', { name: 'On lichen, again' })).toBeVisible();
  await expect(page.getByText('Refreshed 2 papers from arXiv')).toBeVisible();
  await undo(page).click();
  await expect(page.getByRole('article', { name: 'On lichen', exact: true })).toBeVisible();
  await expect(page.getByRole('article', { name: 'On moss CODE' })).toBeVisible();
});

test('a paper that is starred on a translated page gets its words from arXiv', async ({
  context,
  page,
  extensionId,
  pages,
}) => {
  const { url, html, papers } = pickSample(readSamples(), 'arxiv-list');
  const { id } = papers[0] ?? { id: '' };
  pages.serve(url, html.replace('<html', '<html class="translated-ltr"'));
  pages.serve(
    `${API}?id_list=${id}&max_results=1`,
    feedXml(entryXml({ id: `${id}v1`, title: 'As its authors wrote it' })),
    'application/atom+xml',
  );
  const list = await context.newPage();
  await list.goto(url);
  await list
    .getByRole('button', { name: /^Star: / })
    .first()
    .click();
  await page.goto(`chrome-extension://${extensionId}/library.html#/papers`);
  await expect(page.getByRole('article', { name: 'As its authors wrote it' })).toBeVisible({
    timeout: 15_000,
  });
});
