import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { linkToPage, type PageLink } from '@/lib/page/page-link';
import type { PageView, PageViewChange } from '@/lib/protocol/page-view';
import type { Viewer } from '@/lib/protocol/popup-port';

export type PageStatus =
  | { readonly kind: 'looking' }
  /** The active tab is not on a supported site. */
  | { readonly kind: 'elsewhere' }
  /** A supported page on which Winnow does not run, as it was opened before the installation. */
  | { readonly kind: 'unlinked' }
  | LinkedPage;

/** A page that reports what it shows and takes requests. */
export interface LinkedPage {
  readonly kind: 'linked';
  readonly view: PageView;
  readonly link: PageLink;
}

/** Delay before retrying a page on which Winnow does not answer, in milliseconds. */
const RETRY_MS = 1_000;

const EMPTY_VIEW: PageView = {
  site: null,
  papers: [],
  unreadable: 0,
  filter: '',
  problems: [],
  matching: null,
  failures: {},
};

/** The page in the active tab, live. Follows changes of tab and address. */
export function usePage(viewer: Viewer = 'popup'): PageStatus {
  const [status, setStatus] = useState<PageStatus>({ kind: 'looking' });

  useEffect(() => {
    let link: PageLink | null = null;
    let linkedTab: number | undefined;
    let isGone = false;
    let retry: ReturnType<typeof setTimeout> | undefined;

    async function follow(): Promise<void> {
      const tab = await findPageTab();
      if (isGone || (link && tab?.id === linkedTab)) return;
      clearTimeout(retry);
      link?.close();
      link = null;
      linkedTab = tab?.id;
      if (tab?.id === undefined) {
        setStatus({ kind: 'elsewhere' });
        return;
      }
      const isListing = tab.url !== undefined; // only visible for hosts with permission
      const opened = linkToPage(tab.id, viewer, onView, () => {
        if (link !== opened) return;
        link = null;
        if (isGone) return;
        setStatus({ kind: isListing ? 'unlinked' : 'elsewhere' });
        if (isListing) retry = setTimeout(onChange, RETRY_MS); // the page may still be loading
      });
      link = opened;

      function onView(changed: PageViewChange): void {
        setStatus((before) => {
          const view =
            before.kind === 'linked' && before.link === opened ? before.view : EMPTY_VIEW;
          return { kind: 'linked', view: { ...view, ...changed }, link: opened };
        });
      }
    }

    const onChange = () => void follow();
    onChange();
    browser.tabs.onActivated.addListener(onChange);
    browser.tabs.onUpdated.addListener(onChange);
    browser.tabs.onRemoved.addListener(onChange);
    return () => {
      isGone = true;
      clearTimeout(retry);
      link?.close();
      browser.tabs.onActivated.removeListener(onChange);
      browser.tabs.onUpdated.removeListener(onChange);
      browser.tabs.onRemoved.removeListener(onChange);
    };
  }, [viewer]);

  return status;
}

/**
 * The tab whose papers are shown: the active one or, if the popup itself is open in a tab, the most
 * recently used supported page.
 */
async function findPageTab() {
  const own = await browser.tabs.getCurrent();
  if (!own) return (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  const { PAGE_PATTERNS } = await import('@/lib/sites'); // on demand: includes all page readers
  const tabs = await browser.tabs.query({ url: PAGE_PATTERNS });
  return tabs.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];
}
