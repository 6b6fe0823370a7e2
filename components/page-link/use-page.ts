import { useEffect, useState } from 'react';
import { type Browser, browser } from 'wxt/browser';
import { linkToPage, type PageLink } from '@/lib/page/page-link';
import type { PageView, PageViewChange } from '@/lib/protocol/page-view';
import type { Viewer } from '@/lib/protocol/popup-port';
import type { OpenTab } from './open-tab';
import { whyUnanswered } from './unanswered';

export type PageStatus =
  | { readonly kind: 'looking' }
  /** Winnow has no script on the page in this tab; `null`: there is no tab, or it shows a page of ours. */
  | { readonly kind: 'elsewhere'; readonly tab: OpenTab | null }
  /** A page of a known kind whose script is about to run. */
  | { readonly kind: 'loading' }
  /** A page of a known kind on which Winnow does not run, as it was opened before the installation. */
  | { readonly kind: 'unlinked'; readonly tab: OpenTab }
  | LinkedPage;

/** A page that reports what it shows and takes requests. */
interface LinkedPage {
  readonly kind: 'linked';
  readonly view: PageView;
  readonly link: Pick<PageLink, 'request'>;
  readonly tab: OpenTab | null;
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

/**
 * The page in the active tab, live. Follows changes of tab and address. Where the asking page is itself
 * in a tab, the most recently used page that Winnow may read, or the latest of a `known` kind.
 */
export function usePage(viewer: Viewer, wanted: 'any' | 'known' = 'any'): PageStatus {
  const [status, setStatus] = useState<PageStatus>({ kind: 'looking' });

  useEffect(() => {
    let link: PageLink | null = null;
    let linkedTab: number | undefined;
    /** The page that did not answer last, by its tab and URL. */
    let unanswered = '';
    let isGone = false;
    let retry: ReturnType<typeof setTimeout> | undefined;

    async function follow(): Promise<void> {
      const found = await findPageTab(wanted);
      const tab = found?.id === undefined ? null : openTab(found, found.id);
      if (isGone) return;
      if (link && tab?.id === linkedTab) {
        setStatus((before) => withTab(before, tab));
        return;
      }
      clearTimeout(retry);
      link?.close();
      link = null;
      linkedTab = tab?.id;
      if (!tab) {
        setStatus({ kind: 'elsewhere', tab });
        return;
      }
      const opened = linkToPage(tab.id, viewer, onView, () => void onClose(opened, tab));
      link = opened;

      let view: PageViewChange = {};
      function onView(changed: PageViewChange): void {
        view = { ...view, ...changed };
        if (!view.papers) return; // these come last
        setStatus({ kind: 'linked', view: { ...EMPTY_VIEW, ...view }, link: opened, tab });
      }
    }

    async function onClose(closed: PageLink, tab: OpenTab): Promise<void> {
      if (link !== closed) return;
      link = null;
      const page = `${tab.id} ${tab.url}`;
      const why = await whyUnanswered(tab, page !== unanswered).catch(() => 'elsewhere' as const);
      if (isGone || link || linkedTab !== tab.id) return;
      unanswered = page;
      clearTimeout(retry);
      switch (why) {
        case 'loading':
        case 'unlinked':
          setStatus((before) =>
            before.kind === why ? before : why === 'loading' ? { kind: why } : { kind: why, tab },
          );
          retry = setTimeout(onChange, RETRY_MS);
          return;
        case 'own':
        case 'elsewhere': {
          const shown = why === 'own' ? null : tab;
          setStatus((before) =>
            withTab(
              before.kind === 'elsewhere' ? before : { kind: 'elsewhere', tab: shown },
              shown,
            ),
          );
        }
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
  }, [viewer, wanted]);

  return status;
}

/** The same object while nothing about the tab changed: the browser tells of much else. */
function withTab(status: PageStatus, tab: OpenTab | null): PageStatus {
  if (status.kind !== 'linked' && status.kind !== 'elsewhere') return status;
  const before = status.tab;
  const isSame =
    before?.id === tab?.id && before?.url === tab?.url && before?.isLoading === tab?.isLoading;
  return isSame ? status : { ...status, tab };
}

function openTab({ url, status }: Browser.tabs.Tab, id: number): OpenTab {
  return { id, url: url ?? null, isLoading: status === 'loading' };
}

async function findPageTab(wanted: 'any' | 'known'): Promise<Browser.tabs.Tab | undefined> {
  const own = await browser.tabs.getCurrent();
  if (!own) return (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  const tabs = await (wanted === 'any' ? readableTabs() : knownTabs());
  return tabs.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];
}

/** Of other tabs browsers tell no URL. */
async function readableTabs(): Promise<Browser.tabs.Tab[]> {
  const tabs = await browser.tabs.query({});
  return tabs.filter(({ url }) => /^https?:/.test(url ?? ''));
}

async function knownTabs(): Promise<Browser.tabs.Tab[]> {
  const { PAGE_PATTERNS } = await import('@/lib/sites'); // on demand: includes all page readers
  return browser.tabs.query({ url: PAGE_PATTERNS });
}
