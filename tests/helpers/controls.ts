/** Winnow's controls, found as a person or a screen reader finds them. */
import { expect, type Locator, type Page } from '@playwright/test';

/** A page, or a part of one. */
type Place = Page | Locator;

const exactly = (name: string) => ({ name, exact: true });

export const star = (place: Place, title: string) =>
  place.getByRole('button', exactly(`Star: ${title}`));
export const dismiss = (place: Place, title: string) =>
  place.getByRole('button', exactly(`Dismiss: ${title}`));
export const tags = (place: Place, title: string) =>
  place.getByRole('button', exactly(`Tags: ${title}`));
export const card = (popup: Page, title: string) => popup.getByRole('article', exactly(title));

export async function expectStarred(button: Locator, isStarred = true): Promise<void> {
  await expect(button).toHaveAttribute('aria-pressed', String(isStarred));
}

/** Adds tags to the paper through the dialog, and closes it. */
export async function addTags(page: Page, title: string, names: readonly string[]): Promise<void> {
  await tags(page, title).first().click();
  const dialog = page.getByRole('dialog', exactly(`Tags: ${title}`));
  const box = dialog.getByRole('combobox', { name: 'Add tag' });
  for (const name of names) {
    await box.fill(name);
    await box.press('Enter');
  }
  for (const name of names) {
    await expect(
      dialog.getByRole('button', { name: `Remove tag ${name}`, exact: true }),
    ).toBeVisible();
  }
  await box.press('Escape');
  await expect(dialog).toBeHidden();
}

/** Turns the popup to the reading list. */
export async function showReadingList(popup: Page): Promise<void> {
  await popup.getByRole('tab', { name: 'Reading list' }).click();
  await expect(popup.getByRole('searchbox', { name: 'Search papers' })).toBeVisible();
}

/** Narrows the list by one of its chips, and closes the chip's menu. */
export async function choose(popup: Page, facet: string, option: string): Promise<void> {
  await popup.getByRole('button', { name: facet, exact: true }).click();
  await popup
    .getByRole('dialog', { name: facet })
    .getByRole('checkbox', { name: new RegExp(`^${option}`) })
    .check();
  await popup.keyboard.press('Escape');
  await expect(popup.getByRole('dialog')).toHaveCount(0);
}
