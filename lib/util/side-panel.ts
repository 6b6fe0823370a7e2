import { browser } from 'wxt/browser';

/** Firefox's own: https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/sidebarAction */
interface WithSidebar {
  readonly sidebarAction: { readonly open: () => Promise<void> };
}

/**
 * Opens the side panel of a window (Firefox: the sidebar of the window in front). To be called at
 * once on a click or a key, with nothing awaited before: else browsers refuse.
 */
export function openSidePanel(windowId: number): Promise<void> {
  if (import.meta.env.FIREFOX) return (browser as unknown as WithSidebar).sidebarAction.open();
  return browser.sidePanel.open({ windowId });
}
