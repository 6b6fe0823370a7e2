import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { createStore } from 'zustand/vanilla';
import { isAbstract } from '@/components/triage-row/abstract';
import { CONTROL_TAG, isControl } from '@/components/triage-row/control';
import { type ActionEvent, mountRows } from '@/components/triage-row/rows';
import { t } from '@/lib/i18n';
import { takeAbstracts } from '@/lib/page/abstracts';
import { bindPage } from '@/lib/page/binder';
import { offerBridge } from '@/lib/page/bridge';
import { jumpTo, nextMatch } from '@/lib/page/jump';
import { createMarking } from '@/lib/page/marking';
import { reportCount } from '@/lib/page/report-count';
import { reveal, showAgain, toggleUnfolded } from '@/lib/page/reveal';
import { learnStates } from '@/lib/page/saved-states';
import { servePopups } from '@/lib/page/serve-popups';
import { createPageStore, paperOf, shownState } from '@/lib/page/store';
import { createPageTriage } from '@/lib/page/triage-actions';
import { createPageUi } from '@/lib/page/ui';
import { followVersionDetails } from '@/lib/page/version-details';
import { ask, askUntilAnswered } from '@/lib/protocol/ask';
import { answerAsPage, hear } from '@/lib/protocol/hear';
import { sendRule } from '@/lib/protocol/send-command';
import { rulesFromFilter } from '@/lib/rules/new-rule';
import {
  fetchAbstracts,
  PANEL_PLACE,
  type PanelPlace,
  pageKeys,
  panelPlaces,
  showings,
} from '@/lib/settings/settings';
import type { Site } from '@/lib/sites/site';
import { errorMessage } from '@/lib/util/error-message';
import { createArrivals } from './arrivals';
import { createPageDialog } from './dialog';
import { startKeyboard } from './keys';

/** The panel waits so long, in milliseconds, for the page to have nothing else to do. */
const IDLE_MS = 500;

/** Winnow on a page: reads its rows, puts controls on them, follows the page and the library. */
export function startPage(context: ContentScriptContext): void {
  for (const left of document.querySelectorAll(CONTROL_TAG)) left.remove(); // of an older version
  const store = createPageStore();
  const ui = createPageUi();
  const panel = createStore(() => PANEL_PLACE);
  const brought = new Set<string>();

  /** Has the background bring another of our scripts to this page, once. */
  function bring(request: 'openPageUi' | 'openRegexEngine'): void {
    if (brought.has(request)) return;
    brought.add(request);
    ask(request).catch(() => {
      brought.delete(request);
      noAnswer();
    });
  }

  /** The background cannot be reached: is the extension still there? Asking tells the context. */
  function noAnswer(): void {
    void context.isInvalid;
  }

  const marking = createMarking(store, () => bring('openRegexEngine'));
  askUntilAnswered('rules').then(marking.setRules, noAnswer); // they come while the rows are read
  const rows = mountRows(document, store, act);
  const bringPageUi = () => bring('openPageUi');
  const triage = createPageTriage(store, ui, bringPageUi);
  const dialog = createPageDialog({ store, rows, triage, bringPageUi });
  const arrivals = createArrivals(store, {
    noAnswer,
    unreadable: (error) => triage.warn(t('libraryUnreadable', errorMessage(error))),
  });
  const keyboard = startKeyboard({
    store,
    ui,
    rows,
    triage,
    openPanel: () => {
      if (panel.getState().isCollapsed) setPanel({ isCollapsed: false });
      bringPageUi();
    },
    bringPageUi,
    openDialog: dialog.open,
  });
  // Followed before the page is read: the first reading may tell the site at once.
  const stopFollowing = store.subscribe((state, before) => {
    if (state.abstracts !== before.abstracts) marking.onLearned();
    if (state.site && state.site.host !== before.site?.host) void loadSettings(state.site);
  });
  const binder = bindPage(document, store, {
    isOurs: (node) => isControl(node) || isAbstract(node),
    onRead({ changed, isWhole }) {
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
    },
  });

  function act({ action, id, host }: ActionEvent): void {
    if (context.isInvalid) return;
    const { starred, dismissed } = shownState(store.getState(), id);
    if (action === 'star') void triage.change([id], { kind: 'star', value: !starred });
    else if (action === 'tags') dialog.open({ id }, host, 'tags');
    else if (action === 'show') showAgain(store, id);
    else if (action === 'abstract') toggleUnfolded(store, id);
    else if (action === 'status') keyboard.act('status');
    else if (action === 'acknowledge') void triage.change([id], { kind: 'acknowledgeVersion' });
    else void triage.change([id], { kind: 'dismiss', value: !dismissed });
  }

  function setPanel(place: Partial<PanelPlace>): void {
    panel.setState(place);
    const { site } = store.getState();
    if (site) void panelPlaces[site.host].setValue(panel.getState());
  }

  function setFilter(text: string): void {
    marking.setFilter(text);
    if (text) bringPageUi();
  }

  async function addRule(text: string): Promise<void> {
    const rules = rulesFromFilter(text, store.getState().rules);
    if (rules.length === 0) {
      triage.say(t('panelNoWords'));
      return;
    }
    for (const rule of rules) {
      const answer = await sendRule(rule);
      if (!answer.ok) {
        triage.sayNotSaved(answer.message);
        return;
      }
      const terms = rules.flatMap((one) => one.terms).join(', ');
      triage.sayDone(t('panelRuleSaved', terms), answer.op);
    }
  }

  offerBridge({
    store,
    ui,
    keys: keyboard.keys,
    setKeys: (keys) => {
      keyboard.keys.setState(keys);
      void pageKeys.setValue(keys);
    },
    notes: dialog.notes,
    endNote: dialog.endNote,
    closeDialog: dialog.close,
    pressToast: triage.pressToast,
    panel,
    setFilter,
    setPanel,
    setShowing: (some) => {
      const { site, showing } = store.getState();
      store.setState({ showing: { ...showing, ...some } });
      if (site) void showings[site.host].setValue({ ...showing, ...some });
    },
    change: (id, wanted) => triage.change([id], wanted),
    changeAll: (ids, wanted) => void triage.change(ids, wanted),
    undoLatest: () => void triage.undoLatest(),
    redoLatest: () => void triage.redoLatest(),
    openPapers: (ids) => void ask('openPapers', { ids, isActive: false }).catch(noAnswer),
    say: triage.say,
    reveal: (reason) => reveal(store, reason),
    jump: (step) => {
      const row = nextMatch(store.getState(), ui.getState().current, step);
      if (!row) return;
      ui.setState({ current: row });
      jumpTo(row);
    },
    addRule: (text) => void addRule(text),
    setFetchAbstracts: (isOn) => {
      store.setState({ fetchesAbstracts: isOn, abstractsProblem: null });
      void fetchAbstracts.setValue(isOn).then(() => {
        if (isOn) arrivals.loadAbstracts();
      });
    },
    openRules: () => void ask('openRules').catch(noAnswer),
    takeEngine: marking.takeEngine,
  });

  const count = reportCount(store, (told) => {
    ask('pageCount', told).catch(() => noAnswer());
  });
  const stops = [
    count.stop,
    keyboard.stop,
    followVersionDetails(store),
    hear('news', (news) => {
      if (news.states) learnStates(store, news.states);
      if (news.history) ui.setState({ history: news.history });
      if (news.isMany) arrivals.learnAgain();
      if (news.rules) marking.setRules(news.rules);
      takeAbstracts(store, news);
    }),
    answerAsPage({
      paper: (id) => {
        const row = store.getState().rows.find((one) => one.id === id);
        return row ? paperOf(store.getState(), row) : null;
      },
    }),
    servePopups(store, {
      setFilter,
      show: (id) => {
        const row = store.getState().rows.find((one) => one.id === id);
        if (row) jumpTo(row);
      },
    }),
    stopFollowing,
  ];
  askUntilAnswered('history').then((history) => ui.setState({ history }), noAnswer);

  async function loadSettings({ host }: Site): Promise<void> {
    panel.setState(await panelPlaces[host].getValue());
    store.setState({
      showing: await showings[host].getValue(),
      fetchesAbstracts: await fetchAbstracts.getValue(),
    });
  }

  context.addEventListener(window, 'wxt:locationchange', binder.refresh);
  context.addEventListener(window, 'pageshow', (event) => {
    if (!event.persisted) return;
    count.again();
    binder.refresh();
    arrivals.learnAgain();
    askUntilAnswered('rules').then(marking.setRules, noAnswer);
  });
  context.addEventListener(window, 'pagehide', dialog.notes.flush);
  context.addEventListener(document, 'visibilitychange', () => {
    noAnswer();
    if (document.visibilityState === 'hidden') dialog.notes.flush();
  });

  context.onInvalidated(() => {
    binder.stop();
    arrivals.stop();
    for (const stop of stops) stop();
    const isReplaced = browser.runtime?.id !== undefined; // by this script, started once more
    if (isReplaced) {
      rows.remove();
      marking.remove();
    } else store.setState({ outdated: true });
  });
}
