/** What users do with Winnow, by the roles and names exposed to assistive technology. */
import type { BrowserContext, Locator, Page } from '@playwright/test';

const POPUP_SIZE = { width: 400, height: 600 };

const button = (where: Page | Locator, name: string) =>
  where.getByRole('button', { name, exact: true }).first();

/** All visible stars on a page. */
export function stars(page: Page): Locator {
  return page.getByRole('button', { name: /^Star: / });
}

/** The star of a starred paper. */
export function pressedStar(page: Page, title: string): Locator {
  return page.getByRole('button', { name: `Star: ${title}`, exact: true, pressed: true }).first();
}

/** Stars a paper. */
export async function star(page: Page, title: string): Promise<void> {
  await button(page, `Star: ${title}`).click();
  await pressedStar(page, title).waitFor();
}

/** Dismisses a paper. */
export async function dismiss(page: Page, title: string): Promise<void> {
  await button(page, `Dismiss: ${title}`).click();
}

/** Opens a paper's tag dialog and returns its combobox. */
async function openTags(page: Page, title: string): Promise<Locator> {
  await button(page, `Tags: ${title}`).click();
  const box = page.getByRole('combobox', { name: 'Add tag' });
  await box.waitFor();
  return box;
}

/** Adds tags to a paper and closes the dialog. */
export async function tag(page: Page, title: string, ...tags: string[]): Promise<void> {
  const box = await openTags(page, title);
  for (const one of tags) {
    await box.fill(one);
    await box.press('Enter');
  }
  await box.press('Escape');
  await box.waitFor({ state: 'hidden' });
}

/** Opens the popup in a tab, at the popup's size. */
export async function openPopup(context: BrowserContext, extensionId: string): Promise<Page> {
  const popup = await context.newPage();
  await popup.setViewportSize(POPUP_SIZE);
  await popup.goto(`chrome-extension://${extensionId}/popup.html`);
  return popup;
}

/** Switches to a tab of the popup and returns its search box. */
export async function switchTab(popup: Page, tab: 'This page' | 'Reading list'): Promise<Locator> {
  await popup.getByRole('tab', { name: tab }).click();
  const name = tab === 'This page' ? 'Filter this page' : 'Search papers';
  const box = popup.getByRole('searchbox', { name });
  await box.waitFor();
  return box;
}

/** A paper in the popup. */
export function card(popup: Page, title: string): Locator {
  return popup.getByRole('article', { name: title, exact: true });
}
