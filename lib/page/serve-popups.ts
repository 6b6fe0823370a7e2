/** The page's end of the ports to popups. */

import { type Browser, browser } from 'wxt/browser';
import { t } from '@/lib/i18n';
import type { Paper, PaperId } from '@/lib/paper';
import type { PageViewChange } from '@/lib/protocol/page-view';
import { type PopupRequest, VIEWER_PORTS } from '@/lib/protocol/popup-port';
import { senderOf } from '@/lib/protocol/transport';
import { watchSidePanels } from './side-panels';
import { inSlices } from './slices';
import { type PageState, type PageStore, paperOf } from './store';

/** What popups can ask for. */
export interface PopupActions {
  readonly setFilter: (text: string) => void;
  /** Scrolls to the paper's first row. */
  readonly show: (id: PaperId) => void;
  /** Called when a side panel begins to show the page, and when none does any more. */
  readonly onSidePanel: (isOpen: boolean) => void;
}

/** Shows the page to popups that connect to it, and does what they ask. Returns a function that stops it. */
export function servePopups(store: PageStore, actions: PopupActions): () => void {
  const stopping = new AbortController();
  const { signal } = stopping;
  const takeSidePanel = watchSidePanels(document, actions.onSidePanel, signal);
  const listen = (port: Browser.runtime.Port) => {
    if (senderOf(port.sender)?.kind !== 'extension') return;
    const isSidePanel = port.name === VIEWER_PORTS.sidePanel;
    if (isSidePanel) takeSidePanel(port);
    if (isSidePanel || port.name === VIEWER_PORTS.popup) serve(port, store, actions, signal);
  };
  browser.runtime.onConnect.addListener(listen);
  return () => {
    stopping.abort();
    browser.runtime.onConnect.removeListener(listen);
  };
}

function serve(
  port: Browser.runtime.Port,
  store: PageStore,
  actions: PopupActions,
  stop: AbortSignal,
): void {
  const closing = new AbortController();
  const signal = AbortSignal.any([closing.signal, stop]);
  const post = (changed: PageViewChange) => !signal.aborted && port.postMessage(changed);

  async function postPapers(state: PageState): Promise<void> {
    const papers = new Map<PaperId, Paper>();
    await inSlices(state.rows, signal, (row) => {
      if (!papers.has(row.id)) papers.set(row.id, paperOf(state, row));
    });
    if (!isSamePage(store.getState(), state)) return; // newer papers are on their way
    const { site, unreadable } = state;
    post({ site: site && t(site.name), papers: [...papers.values()], unreadable });
  }

  const first = store.getState();
  post({ ...filterView(first), failures: first.failures });
  void postPapers(first);
  const unsubscribe = store.subscribe((state, before) => {
    if (!isSamePage(state, before)) void postPapers(state);
    if (state.filter !== before.filter || state.matching !== before.matching) {
      post(filterView(state));
    }
    if (state.failures !== before.failures) post({ failures: state.failures });
  });
  signal.addEventListener('abort', unsubscribe);

  port.onMessage.addListener((request: PopupRequest) => {
    if ('filter' in request) actions.setFilter(request.filter);
    else actions.show(request.show);
  });
  port.onDisconnect.addListener(() => closing.abort());
  stop.addEventListener('abort', () => port.disconnect());
}

function filterView({ filter, matching }: PageState): PageViewChange {
  return {
    filter: filter.text,
    problems: filter.problems,
    matching: matching && [...new Set(Array.from(matching, ({ id }) => id))],
  };
}

function isSamePage(a: PageState, b: PageState): boolean {
  return a.rows === b.rows && a.site === b.site && a.abstracts === b.abstracts;
}
