/** The popup's end of the port to the page that it shows. */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { type PageViewChange, PageViewChangeSchema } from '@/lib/protocol/page-view';
import { type PopupRequest, VIEWER_PORTS, type Viewer } from '@/lib/protocol/popup-port';

export interface PageLink {
  readonly request: (request: PopupRequest) => void;
  readonly close: () => void;
}

/**
 * Opens a port to the page in a tab. `onView` gets the parts of the view that changed, first all of
 * them; `onClose` is called when the page goes away or never was one of ours.
 */
export function linkToPage(
  tabId: number,
  viewer: Viewer,
  onView: (changed: PageViewChange) => void,
  onClose: () => void,
): PageLink {
  const port = browser.tabs.connect(tabId, { name: VIEWER_PORTS[viewer] });
  port.onMessage.addListener((message: unknown) => {
    const { success, output } = v.safeParse(PageViewChangeSchema, message);
    if (success) onView(output);
  });
  port.onDisconnect.addListener(() => {
    void browser.runtime.lastError; // read, or the browser logs that no page of ours was there
    onClose();
  });
  return {
    request: (request) => port.postMessage(request),
    close: () => port.disconnect(),
  };
}
