import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { isAbstract } from '@/components/triage-row/abstract';
import { CONTROL_TAG, isControl } from '@/components/triage-row/control';
import { mountRows } from '@/components/triage-row/rows';
import { t } from '@/lib/i18n';
import { bindPage, type Reading } from '@/lib/page/binder';
import { offerBridge } from '@/lib/page/bridge';
import { createMarking } from '@/lib/page/marking';
import { reportCount } from '@/lib/page/report-count';
import { createPageStore } from '@/lib/page/store';
import { createPageTriage } from '@/lib/page/triage-actions';
import { createPageUi } from '@/lib/page/ui';
import { ask } from '@/lib/protocol/ask';
import { errorMessage } from '@/lib/util/error-message';
import { createArrivals } from './arrivals';
import { createBackgroundLink } from './background-link';
import { followLibrary, loadRules } from './follow-library';
import { createBridge } from './page-bridge';
import { createPageDialog } from './page-dialog';
import { startKeyboard } from './page-keyboard';
import { followPageSettings } from './page-settings';
import { actOnRow } from './row-actions';

/** The panel waits up to this long, in milliseconds, for the page to have nothing else to do. */
const IDLE_MS = 500;

/** Winnow on a page: reads its rows, puts controls on them, follows the page and the library. */
export function startPage(context: ContentScriptContext): void {
  for (const left of document.querySelectorAll(CONTROL_TAG)) left.remove(); // of an older version
  const store = createPageStore();
  const ui = createPageUi();
  const link = createBackgroundLink(context);
  const { noAnswer, bringPageUi } = link;
  const settings = followPageSettings(store);
  const marking = createMarking(store, link.bringRegexEngine);
  loadRules(marking, noAnswer); // they come while the rows are read
  const rows = mountRows(document, store, (event) => {
    if (!context.isInvalid) actOnRow(event, { store, triage, dialog, keyboard });
  });
  const triage = createPageTriage(store, ui, bringPageUi);
  const dialog = createPageDialog({ store, rows, triage, bringPageUi });
  const arrivals = createArrivals(store, {
    noAnswer,
    unreadable: (error) => triage.warn(t('libraryUnreadable', errorMessage(error))),
  });
  const keyboard = startKeyboard({
    ...{ store, ui, rows, triage, bringPageUi },
    openPanel() {
      if (settings.panel.getState().isCollapsed) settings.setPanel({ isCollapsed: false });
      bringPageUi();
    },
    openDialog: dialog.open,
  });

  function onRead({ changed, isWhole }: Reading): void {
    const { site, rows: found } = store.getState();
    const attached = rows.attach();
    marking.onRead(changed, attached);
    void attached.then(dialog.follow);
    arrivals.learn();
    if (!isWhole || !site || found.length === 0) return;
    if (site.kind === 'paper') arrivals.visit(site);
    else {
      void attached.then(() => {
        // Much script comes with the panel: a person who scrolls or clicks already goes first.
        requestIdleCallback(bringPageUi, { timeout: IDLE_MS });
        arrivals.visit(site);
      });
    }
  }

  // Followed before the page is read: the first reading may bring abstracts at once.
  const stopLearning = store.subscribe((state, before) => {
    if (state.abstracts !== before.abstracts) marking.onLearned();
  });
  const isOurs = (node: Node) => isControl(node) || isAbstract(node);
  const binder = bindPage(document, store, { isOurs, onRead });

  const services = { store, ui, link, settings, marking, triage, dialog, arrivals, keyboard };
  const bridge = createBridge(services);
  offerBridge(bridge);
  const count = reportCount(store, (told) => void ask('pageCount', told).catch(noAnswer));
  const stopFollowing = followLibrary({ ...services, setFilter: bridge.setFilter });

  context.addEventListener(window, 'wxt:locationchange', binder.refresh);
  context.addEventListener(window, 'pageshow', (event) => {
    if (!event.persisted) return;
    count.again();
    binder.refresh();
    arrivals.learnAgain();
    loadRules(marking, noAnswer);
  });
  context.addEventListener(document, 'visibilitychange', noAnswer);

  context.onInvalidated(() => {
    const stops = [binder, arrivals, count, keyboard, settings].map(({ stop }) => stop);
    for (const stop of [...stops, stopFollowing, stopLearning]) stop();
    const isReplaced = browser.runtime?.id !== undefined; // by this script, started once more
    if (isReplaced) {
      rows.remove();
      marking.remove();
    } else store.setState({ outdated: true });
  });
}
