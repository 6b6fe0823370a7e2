import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { isNotice, mountNotice } from '@/components/page-notice/notice';
import { isAbstract } from '@/components/triage-row/abstract';
import { takeOverEarly } from '@/components/triage-row/early-rows';
import { isControl, removeCopies } from '@/components/triage-row/row-control';
import { mountRows } from '@/components/triage-row/rows';
import { t } from '@/lib/i18n';
import { bindPage, type Reading } from '@/lib/page/binder';
import { offerBridge } from '@/lib/page/bridge';
import { rememberFolded } from '@/lib/page/folded-rows';
import { createMarking } from '@/lib/page/marking';
import { createPlaceKeeper } from '@/lib/page/place';
import { reportCount } from '@/lib/page/report-count';
import { createPageStore } from '@/lib/page/store';
import { createPageTriage } from '@/lib/page/triage-actions';
import { createPageUi } from '@/lib/page/ui';
import { ask } from '@/lib/protocol/ask';
import { errorMessage } from '@/lib/util/error-message';
import { createBackgroundLink } from './background-link';
import { followLibrary, loadRules } from './follow-library';
import { createBridge } from './page-bridge';
import { createPageDialog } from './page-dialog';
import { startKeyboard } from './page-keyboard';
import { createPageLinks } from './page-links';
import { followPageSettings } from './page-settings';
import { createPaperLoader } from './paper-loader';
import { actOnRow } from './row-actions';

/** How long the panel waits for the page to be idle, at most, in milliseconds. */
const IDLE_MS = 500;

/** Runs Winnow on a page: reads its rows, adds controls, follows the page and the library. */
export function startPage(context: ContentScriptContext): void {
  removeCopies(document); // of an older version
  const store = createPageStore();
  const ui = createPageUi();
  const link = createBackgroundLink(context);
  const { checkContext, injectPageUi } = link;
  const settings = followPageSettings(store);
  const marking = createMarking(store, link.injectRegexEngine);
  loadRules(marking, checkContext); // loads while the rows are read
  // The order of subscriptions counts: the place is measured before rows change, and restored after.
  const place = createPlaceKeeper({ store, ui, inPlaceOfRows: () => notice.shown() });
  const stops = [store.subscribe(place.before)];
  const rows = mountRows(document, store, (event) => {
    if (!context.isInvalid) actOnRow(event, { store, triage, dialog, keyboard });
  });
  const early = takeOverEarly(store);
  const notice = mountNotice(document, store, {
    clearFilter: () => marking.setFilter(''),
    setShowing: settings.setShowing,
  });
  stops.push(store.subscribe(place.after), rememberFolded(store));
  const triage = createPageTriage(store, ui, injectPageUi);
  const dialog = createPageDialog({ store, rows, triage, injectPageUi });
  const loader = createPaperLoader(store, {
    checkContext,
    onStates: early.onStates,
    onUnreadable: (error) => triage.warn(t('libraryUnreadable', errorMessage(error))),
  });
  const actOnLinks = createPageLinks(store, triage);
  const keyboard = startKeyboard({
    ...{ store, ui, rows, triage, injectPageUi, actOnLinks },
    openPanel() {
      settings.foldPanel(false);
      injectPageUi();
    },
    openDialog: dialog.open,
  });

  function onRead({ changed, isWhole }: Reading): void {
    const { site, rows: found } = store.getState();
    const attached = rows.attach();
    marking.onRead(changed, attached);
    void attached.then(dialog.follow);
    loader.loadNew();
    if (!isWhole || !site || found.length === 0) return;
    if (site.kind === 'paper') loader.recordVisit(site);
    else {
      void attached.then(() => {
        // The panel brings much script: scrolling and clicking go first.
        requestIdleCallback(injectPageUi, { timeout: IDLE_MS });
        loader.recordVisit(site);
      });
    }
  }

  // Subscribed before the page is read: the first reading may already bring abstracts.
  const stopLearning = store.subscribe((state, before) => {
    if (state.abstracts !== before.abstracts) marking.onLearned();
  });
  stops.push(stopLearning);
  const isOurs = (node: Node) => isControl(node) || isAbstract(node) || isNotice(node);
  const binder = bindPage(document, store, { isOurs, onRead });

  const services = { store, ui, link, settings, marking, triage, dialog, loader, keyboard };
  const bridge = createBridge({ ...services, actOnLinks });
  offerBridge(bridge);
  const count = reportCount(
    store,
    (pageCount) => void ask('pageCount', pageCount).catch(checkContext),
  );
  stops.push(followLibrary({ ...services, setFilter: bridge.setFilter }));

  context.addEventListener(window, 'wxt:locationchange', binder.refresh);
  context.addEventListener(window, 'pageshow', (event) => {
    if (!event.persisted) return;
    count.again();
    binder.refresh();
    loader.reload();
    loadRules(marking, checkContext);
  });
  context.addEventListener(document, 'visibilitychange', checkContext);

  context.onInvalidated(() => {
    for (const part of [binder, loader, count, keyboard, settings, place, early]) part.stop();
    for (const stop of stops) stop();
    const isReplaced = browser.runtime?.id !== undefined; // by a new run of this script
    if (isReplaced) {
      rows.remove();
      notice.remove();
      marking.remove();
    } else store.setState({ outdated: true });
  });
}
