import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { CONTROL_TAG, isControl } from '@/components/triage-row/control';
import { type ActionEvent, mountRows } from '@/components/triage-row/rows';
import { paint } from '@/lib/keywords/painter';
import { finderOf } from '@/lib/keywords/words';
import { ask, onAnnouncement } from '@/lib/messages';
import { bindPage } from '@/lib/page/binder';
import { offerBridge } from '@/lib/page/bridge';
import { servePopups } from '@/lib/page/serve-popups';
import { createPageStore, shownState } from '@/lib/page/store';
import { change, learnStates, loadStates } from '@/lib/page/triage';
import type { PaperId } from '@/lib/paper';

/** Winnow on a page: reads its rows, puts controls on them, follows the page and the library. */
export function startPage(context: ContentScriptContext): void {
  for (const left of document.querySelectorAll(CONTROL_TAG)) left.remove(); // of an older version
  const store = createPageStore();
  const known = new Set<PaperId>();
  let isUiThere = false;

  const rows = mountRows(document, store, (event) => void act(event));
  const binder = bindPage(document, store, {
    isOurs: isControl,
    onRead() {
      const ids = store.getState().rows.map((row) => row.id);
      const fresh = [...new Set(ids)].filter((id) => !known.has(id));
      for (const id of fresh) known.add(id);
      void loadStates(store, fresh).catch(noAnswer);
      rows.attach();
      highlight();
    },
  });

  function highlight(): void {
    const { filter, matching } = store.getState();
    const elements = [...(matching ?? [])].flatMap((row) => row.elements);
    paint('winnow-filter', elements, finderOf(filter));
  }

  /** The background cannot be reached: is the extension still there? Asking tells the context. */
  function noAnswer(): void {
    void context.isInvalid;
  }

  async function act({ action, id, host }: ActionEvent): Promise<void> {
    if (context.isInvalid) return;
    const { starred, dismissed } = shownState(store.getState(), id);
    if (action === 'star') return change(store, id, { kind: 'star', value: !starred });
    if (action !== 'tags') return change(store, id, { kind: 'dismiss', value: !dismissed });
    store.setState({ tagging: { id, control: host } });
    return bringUi();
  }

  async function bringUi(): Promise<void> {
    if (isUiThere) return;
    isUiThere = true;
    await ask('openPageUi').catch(() => {
      isUiThere = false;
      noAnswer();
    });
  }

  const stopHearing = onAnnouncement((states) => learnStates(store, states));
  const stopServing = servePopups(store, (id) => {
    const row = store.getState().rows.find((one) => one.id === id);
    row?.elements[0].scrollIntoView({ block: 'center', behavior: 'smooth' });
  });
  const stopFollowing = store.subscribe((state, before) => {
    if (state.matching === before.matching) return;
    highlight();
    if (state.filter) void bringUi();
  });
  context.addEventListener(window, 'wxt:locationchange', binder.refresh);
  context.addEventListener(window, 'pageshow', (event) => {
    if (!event.persisted) return;
    binder.refresh();
    void loadStates(store, [...known]).catch(noAnswer);
  });
  offerBridge({ store, change: (id, wanted) => change(store, id, wanted) });

  context.addEventListener(document, 'visibilitychange', () => void context.isInvalid);

  context.onInvalidated(() => {
    binder.stop();
    stopFollowing();
    stopHearing();
    stopServing();
    const isReplaced = browser.runtime?.id !== undefined; // by this script, started once more
    if (isReplaced) rows.remove();
    else store.setState({ outdated: true });
  });
}
