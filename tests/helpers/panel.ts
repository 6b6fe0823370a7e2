/** The panel of a listing, found as a person or a screen reader finds it. */
import { expect, type Locator, type Page } from '@playwright/test';

export const panelOf = (page: Page) => page.getByRole('region', { name: 'Winnow' });
export const filterBox = (page: Page) =>
  panelOf(page).getByRole('searchbox', { name: 'Filter this page' });
export const statusOf = (page: Page) => panelOf(page).getByRole('status').first();

/** Opens a part of the bar, does something in it, and closes it. */
export async function inPart(
  page: Page,
  name: string,
  act: (content: Locator) => Promise<unknown>,
): Promise<void> {
  const button = panelOf(page).getByRole('button', { name: new RegExp(`^${name}\\b(?! all)`) });
  await button.click();
  await act(panelOf(page).getByRole('dialog', { name, exact: true }));
  await page.keyboard.press('Escape');
  await expect(button).toHaveAttribute('aria-expanded', 'false');
}

/** Makes a rule of what is in the filter. */
export async function saveAsRule(page: Page): Promise<void> {
  await inPart(page, 'Rules', (rules) =>
    rules.getByRole('button', { name: 'Save the filter as a rule' }).click(),
  );
}

/** Says of a kind of papers whether they are shown. */
export async function show(page: Page, kind: RegExp, isShown: boolean): Promise<void> {
  await inPart(page, 'Show', (choices) =>
    choices.getByRole('checkbox', { name: kind }).setChecked(isShown),
  );
}

/** Chooses from the menu of what can be done with all papers. */
export async function chooseForAll(page: Page, name: string | RegExp): Promise<void> {
  await panelOf(page)
    .getByRole('button', { name: /^(All|The|None)\b/ })
    .click();
  await panelOf(page).getByRole('menuitem', { name, exact: true }).click();
}
