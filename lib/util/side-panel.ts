import { browser } from 'wxt/browser';

/**
 * Firefox only: https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/sidebarAction
 */
interface WithSidebar {
  readonly sidebarAction: { readonly open: () => Promise<void> };
}

/**
 * Opens the side panel of a window (in Firefox, the sidebar of the front window). Browsers refuse
 * unless it is called synchronously on a click or key press, before any `await`.
 */
export function openSidePanel(windowId: number): Promise<void> {
  if (import.meta.env.FIREFOX) return (browser as unknown as WithSidebar).sidebarAction.open();
  return browser.sidePanel.open({ windowId });
}
