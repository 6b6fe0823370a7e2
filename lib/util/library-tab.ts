import { browser } from 'wxt/browser';

/** Opens the library page, or turns to it where it is open. `place` is one in it, such as `#/rules`. */
export async function openLibrary(place = ''): Promise<void> {
  const library = browser.runtime.getURL('/library.html');
  const url = library + place;
  const open = await tabOf(library);
  if (!open) {
    await browser.tabs.create({ url });
    return;
  }
  await browser.tabs.update(open.tabId, { active: true, ...(place && { url }) });
  await browser.windows.update(open.windowId, { focused: true });
}

/** A tab with one of our own pages; asked of `tabs`, Chrome keeps the addresses even of these. */
async function tabOf(page: string) {
  const tabs = await browser.runtime.getContexts({ contextTypes: ['TAB'] });
  return tabs.find(({ documentUrl }) => documentUrl?.split('#')[0] === page);
}
