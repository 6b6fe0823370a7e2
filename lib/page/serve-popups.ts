import { type Browser, browser } from 'wxt/browser';
import type { Paper, PaperId } from '@/lib/paper';
import { type PageView, POPUP_PORT, type PopupRequest } from './popup-port';
import { inSlices } from './slices';
import { type PageState, type PageStore, setFilter } from './store';

/** Shows the page to popups that link to it, and does what they ask. Returns what stops it. */
export function servePopups(store: PageStore, show: (id: PaperId) => void): () => void {
  const stopping = new AbortController();
  const listen = (port: Browser.runtime.Port) => {
    if (port.name === POPUP_PORT) serve(port, store, show, stopping.signal);
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
  show: (id: PaperId) => void,
  stop: AbortSignal,
): void {
  const closing = new AbortController();
  const signal = AbortSignal.any([closing.signal, stop]);
  const post = (changed: Partial<PageView>) => !signal.aborted && port.postMessage(changed);

  async function postPapers(state: PageState): Promise<void> {
    const papers = new Map<PaperId, Paper>();
    await inSlices(state.rows, signal, (row) => {
      if (!papers.has(row.id)) papers.set(row.id, row.read());
    });
    if (store.getState().rows !== state.rows) return; // newer rows are on their way
    const { site, unreadable } = state;
    post({ site: site?.name ?? null, papers: [...papers.values()], unreadable });
  }

  const first = store.getState();
  post({ filter: first.filter, failures: first.failures });
  void postPapers(first);
  const unsubscribe = store.subscribe((state, before) => {
    if (state.rows !== before.rows || state.site !== before.site) void postPapers(state);
    if (state.filter !== before.filter) post({ filter: state.filter });
    if (state.failures !== before.failures) post({ failures: state.failures });
  });
  signal.addEventListener('abort', unsubscribe);

  port.onMessage.addListener((request: PopupRequest) => {
    if ('filter' in request) setFilter(store, request.filter);
    else show(request.show);
  });
  port.onDisconnect.addListener(() => closing.abort());
}
