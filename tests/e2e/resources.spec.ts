/** What Hugging Face tells beside a paper's texts is kept, and shown where the paper is reviewed. */
import type { Locator } from '@playwright/test';
import { expectNoViolations } from '../helpers/axe';
import { card, expectStarred, showReadingList, star } from '../helpers/controls';
import { expect, test } from '../helpers/extension';

const TITLE = 'TinyTitan: A 3B Model That Knows What It Does Not Know';
const SUMMARY = 'A 3B model trained to abstain beats larger ones on the questions it answers.';

async function expectResources(place: Locator): Promise<void> {
  const code = place.getByRole('link', { name: /^Code.*2,841 stars on GitHub$/ });
  await expect(code).toHaveAttribute('href', 'https://github.com/patient-machines/tinytitan');
  await expect(code).toHaveAttribute('rel', /noopener/);
  const project = place.getByRole('link', { name: 'Project page' });
  await expect(project).toHaveAttribute('href', 'https://tinytitan.example.org/');
  const summary = place.getByRole('region', { name: 'AI summary from Hugging Face' });
  await expect(summary).toContainText(SUMMARY);
}

test('a paper starred on Hugging Face has its code, project page and AI summary', async ({
  listing,
  openPopup,
  extensionId,
}) => {
  const page = await listing('hf-daily');
  await star(page, TITLE).first().click();
  await expectStarred(star(page, TITLE).first());

  const popup = await openPopup();
  await expect(card(popup, TITLE).getByText('HF', { exact: true })).toBeVisible();
  await showReadingList(popup);
  await card(popup, TITLE)
    .getByRole('button', { name: /^Abstract/ })
    .click();
  await expectResources(card(popup, TITLE));
  await expectNoViolations(popup);

  await page.goto(`chrome-extension://${extensionId}/library.html#/papers`);
  await page.getByRole('article', { name: TITLE }).click();
  const details = page.getByRole('complementary', { name: 'Details' });
  await expectResources(details);
  await expect(details.getByText('arXiv:2611.10288', { exact: true })).toBeVisible();
});
