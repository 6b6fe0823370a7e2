/** The line between a page and a popup that shows it; open as long as the popup is. */
import { type Browser, browser } from 'wxt/browser';
import type { Paper, PaperId } from '@/lib/paper';

export const POPUP_PORT = 'winnow:popup';

/** What the popup shows of a page. */
export interface PageView {
  /** What a person calls the page; `null` where it is no page with papers. */
  readonly site: string | null;
  /** In page order, each paper once. */
  readonly papers: readonly Paper[];
  /** Entries that could not be read. */
  readonly unreadable: number;
  readonly filter: string;
  /** What of the filter was not understood. */
  readonly problems: readonly string[];
  /** The papers that match the filter; `null` without one. */
  readonly matching: readonly PaperId[] | null;
  /** Why the last change of a paper was not saved, by paper. */
  readonly failures: Readonly<Record<PaperId, string>>;
}

/** What the popup asks of a page. */
export type PopupRequest =
  | { readonly filter: string }
  /** Scroll to the paper's first row. */
  | { readonly show: PaperId };

export interface PageLink {
  readonly request: (request: PopupRequest) => void;
  readonly close: () => void;
}

/**
 * Opens the line to the page in a tab. `onView` hears the parts of the view that changed, first all
 * of them; `onClose` that the page went away or never was one of ours.
 */
export function linkToPage(
  tabId: number,
  onView: (changed: Partial<PageView>) => void,
  onClose: () => void,
): PageLink {
  const port: Browser.runtime.Port = browser.tabs.connect(tabId, { name: POPUP_PORT });
  port.onMessage.addListener(onView);
  port.onDisconnect.addListener(() => {
    void browser.runtime.lastError; // read, or the browser logs that no page of ours was there
    onClose();
  });
  return {
    request: (request) => port.postMessage(request),
    close: () => port.disconnect(),
  };
}
