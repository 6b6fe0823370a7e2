import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * Axe finds nothing wrong on the page, or in the elements of these selectors: light, and of what
 * differs then, colours, in the dark as well.
 */
export async function expectNoViolations(page: Page, only: readonly string[] = []): Promise<void> {
  expect(await violations(page, only, [])).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violations(page, only, ['color-contrast'])).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
}

async function violations(page: Page, only: readonly string[], rules: readonly string[]) {
  // What is half faded in has less contrast than it will have.
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) animation.finish();
  });
  // Half a megabyte, which the page has to read but once.
  const isThere = await page.evaluate(() => 'axe' in window);
  const axe = new AxeBuilder({ page, ...(isThere && { axeSource: ';' }) })
    .setLegacyMode() // the other opens a tab each time, for frames of other origins: there are none
    .options({
      resultTypes: ['violations'], // the rest takes time
      ...(rules.length > 0 && { runOnly: [...rules] }),
    });
  for (const selector of only) axe.include(selector);
  const found = await axe.analyze();
  return found.violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]);
}
