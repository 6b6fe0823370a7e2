import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { createStore } from 'zustand/vanilla';
import { isAbstract } from '@/components/triage-row/abstract';
import { CONTROL_TAG, isControl } from '@/components/triage-row/control';
import { type ActionEvent, mountRows } from '@/components/triage-row/rows';
import { t } from '@/lib/i18n';
import { rulesOf } from '@/lib/keywords/new-rule';
import { ask, askUntilAnswered, onNews, showPapers } from '@/lib/messages';
import { loadAbstracts, takeAbstracts } from '@/lib/page/abstracts';
import { bindPage } from '@/lib/page/binder';
import { offerBridge } from '@/lib/page/bridge';
import { jumpTo, nextMatch } from '@/lib/page/jump';
import { createMarking } from '@/lib/page/marking';
import { reportCount } from '@/lib/page/report-count';
import { reveal, showAgain, toggleUnfolded } from '@/lib/page/revealing';
import { servePopups } from '@/lib/page/serve-popups';
import { createPageStore, paperOf, shownState } from '@/lib/page/store';
import { change, changeAll, learnStates, loadStates } from '@/lib/page/triage';
import { listingName, loadVisits, reportVisit } from '@/lib/page/visits';
import type { PaperId } from '@/lib/paper';
import { sendRule } from '@/lib/send-command';
import { fetchAbstracts, PANEL_PLACE, panelPlaces, showings } from '@/lib/settings';
import type { Row, Site } from '@/lib/sites/site';

/** Winnow on a page: reads its rows, puts controls on them, follows the page and the library. */
export function startPage(context: ContentScriptContext): void {
  for (const left of document.querySelectorAll(CONTROL_TAG)) left.remove(); // of an older version
  const store = createPageStore();
  const panel = createStore(() => PANEL_PLACE);
  const brought = new Set<string>();
  const known = new Set<PaperId>();
  /** Papers that came since a visit was last begun. */
  const arrived: PaperId[] = [];
  let visit = new AbortController();

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
  const binder = bindPage(document, store, {
    isOurs: (node) => isControl(node) || isAbstract(node),
    onRead({ changed, isWhole }) {
      const { site, rows: found } = store.getState();
      const attached = rows.attach();
      marking.onRead(changed, attached);
      arrived.push(...learnOfNewPapers());
      if (!isWhole || site?.kind !== 'listing' || found.length === 0) return;
      void attached.then(() => {
        bring('openPageUi');
        const ids = arrived.splice(0);
        if (ids.length > 0) beginVisit(site, ids);
      });
    },
  });

  /** Asks for the states of the papers that were not on the page before, and gives their ids. */
  function learnOfNewPapers(): PaperId[] {
    const ids = [...new Set(store.getState().rows.map(({ id }) => id))];
    const fresh = ids.filter((id) => !known.has(id));
    if (fresh.length === 0) return fresh;
    for (const id of fresh) known.add(id);
    loadStates(store, fresh).catch(() => {
      for (const id of fresh) known.delete(id); // asked for again at the next reading
      noAnswer();
    });
    return fresh;
  }

  /** Papers came into view: a new listing, or more of one. */
  function beginVisit(site: Site, ids: readonly PaperId[]): void {
    visit.abort();
    visit = new AbortController();
    const { signal } = visit;
    const listing = listingName(site, new URL(document.location.href));
    loadVisits(store, listing, ids).catch(noAnswer);
    reportVisit(document, listing, ids, signal);
    loadAbstracts(store, signal).catch(noAnswer);
  }

  function act({ action, id, host }: ActionEvent): void {
    if (context.isInvalid) return;
    const { starred, dismissed } = shownState(store.getState(), id);
    if (action === 'star') void change(store, id, { kind: 'star', value: !starred });
    else if (action === 'tags') {
      store.setState({ tagging: { id, control: host } });
      bring('openPageUi');
    } else if (action === 'show') showAgain(store, id);
    else if (action === 'abstract') toggleUnfolded(store, id);
    else void change(store, id, { kind: 'dismiss', value: !dismissed });
  }

  function setFilter(text: string): void {
    marking.setFilter(text);
    if (text) bring('openPageUi');
  }

  async function addRule(text: string): Promise<void> {
    const rules = rulesOf(text, store.getState().rules);
    if (rules.length === 0) {
      store.setState({ notice: t('panelNoWords') });
      return;
    }
    let notice = t('panelRuleSaved', rules.flatMap(({ terms }) => terms).join(', '));
    for (const rule of rules) {
      const answer = await sendRule(rule);
      if (!answer.ok) notice = t('notSaved', answer.message);
    }
    store.setState({ notice });
  }

  let current: Row | null = null;
  offerBridge({
    store,
    panel,
    setFilter,
    setPanel: (place) => {
      panel.setState(place);
      const { site } = store.getState();
      if (site) void panelPlaces[site.host].setValue(panel.getState());
    },
    setShowing: (some) => {
      const { site, showing } = store.getState();
      store.setState({ showing: { ...showing, ...some } });
      if (site) void showings[site.host].setValue({ ...showing, ...some });
    },
    change: (id, wanted) => change(store, id, wanted),
    changeAll: (ids, wanted) => void changeAll(store, ids, wanted),
    reveal: (reason) => reveal(store, reason),
    jump: (step) => {
      current = nextMatch(store.getState(), current, step);
      if (current) jumpTo(current);
    },
    addRule: (text) => void addRule(text),
    setFetchAbstracts: (isOn) => {
      store.setState({ fetchesAbstracts: isOn, abstractsProblem: null });
      void fetchAbstracts.setValue(isOn).then(() => {
        if (isOn) loadAbstracts(store, visit.signal).catch(noAnswer);
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
    onNews((news) => {
      if (news.states) learnStates(store, news.states);
      if (news.isMany) loadStates(store, [...known]).catch(noAnswer);
      if (news.rules) marking.setRules(news.rules);
      takeAbstracts(store, news);
    }),
    showPapers((id) => {
      const row = store.getState().rows.find((one) => one.id === id);
      return row ? paperOf(store.getState(), row) : null;
    }),
    servePopups(store, {
      setFilter,
      show: (id) => {
        const row = store.getState().rows.find((one) => one.id === id);
        if (row) jumpTo(row);
      },
    }),
    store.subscribe((state, before) => {
      if (state.abstracts !== before.abstracts) marking.onLearned();
      if (state.site && state.site.host !== before.site?.host) void loadSettings(state.site);
    }),
  ];

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
    loadStates(store, [...known]).catch(noAnswer);
    askUntilAnswered('rules').then(marking.setRules, noAnswer);
  });
  context.addEventListener(document, 'visibilitychange', noAnswer);

  context.onInvalidated(() => {
    binder.stop();
    visit.abort();
    for (const stop of stops) stop();
    const isReplaced = browser.runtime?.id !== undefined; // by this script, started once more
    if (isReplaced) {
      rows.remove();
      marking.remove();
    } else store.setState({ outdated: true });
  });
}
