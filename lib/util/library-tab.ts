import { browser } from 'wxt/browser';

/**
 * Opens the library page, or switches to it if it is already open. `place` is a hash route such as
 * `#/rules`.
 */
export async function openLibrary(place = ''): Promise<void> {
  const library = browser.runtime.getURL('/library.html');
  const url = library + place;
  const open = await findTab(library);
  if (!open) {
    await browser.tabs.create({ url });
    return;
  }
  await browser.tabs.update(open.tabId, { active: true, ...(place && { url }) });
  await browser.windows.update(open.windowId, { focused: true });
}

/** The tab showing one of our own pages. Chrome's `tabs` API hides the URLs even of these. */
async function findTab(page: string) {
  const tabs = await browser.runtime.getContexts({ contextTypes: ['TAB'] });
  return tabs.find(({ documentUrl }) => documentUrl?.split('#')[0] === page);
}
