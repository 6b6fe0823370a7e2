import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { createStore } from 'zustand/vanilla';
import { isAbstract } from '@/components/triage-row/abstract';
import { CONTROL_TAG, focusIn, isControl } from '@/components/triage-row/control';
import { type ActionEvent, mountRows } from '@/components/triage-row/rows';
import type { Acknowledgement, OperationId } from '@/lib/command';
import { t } from '@/lib/i18n';
import { rulesOf } from '@/lib/keywords/new-rule';
import { ask, askUntilAnswered, NoAnswer, onNews, showPapers } from '@/lib/messages';
import { createNotes } from '@/lib/notes';
import { loadAbstracts, takeAbstracts } from '@/lib/page/abstracts';
import { bindPage } from '@/lib/page/binder';
import { offerBridge, PAGE_UI_TAG } from '@/lib/page/bridge';
import { followDetails } from '@/lib/page/details';
import { createDoing } from '@/lib/page/doing';
import { jumpTo, nextMatch } from '@/lib/page/jump';
import { createMarking } from '@/lib/page/marking';
import { loadNamesakes } from '@/lib/page/namesakes';
import { reportCount } from '@/lib/page/report-count';
import { reveal, showAgain, toggleUnfolded } from '@/lib/page/revealing';
import { servePopups } from '@/lib/page/serve-popups';
import { createPageStore, paperOf, shownState } from '@/lib/page/store';
import { learnStates, loadStates } from '@/lib/page/triage';
import { createPageUi } from '@/lib/page/ui';
import { listingName, loadVisits, reportVisit } from '@/lib/page/visits';
import type { Paper, PaperId } from '@/lib/paper';
import { reasonOf } from '@/lib/reason';
import { sendCommand, sendRule } from '@/lib/send-command';
import {
  fetchAbstracts,
  PANEL_PLACE,
  type PanelPlace,
  pageKeys,
  panelPlaces,
  showings,
} from '@/lib/settings';
import type { Row, Site } from '@/lib/sites/site';
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
  const known = new Set<PaperId>();
  /** Papers that came since a visit was last begun. */
  const arrived: PaperId[] = [];
  let visit = new AbortController();
  let leftFrom: HTMLElement | null = null;
  /** Papers whose dialog was opened: a note is saved also when its row has left the page. */
  const opened = new Map<PaperId, Paper>();

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
  const doing = createDoing(store, ui, () => bring('openPageUi'));
  const keyboard = startKeyboard({
    store,
    ui,
    rows,
    doing,
    openPanel: () => {
      if (panel.getState().isCollapsed) setPanel({ isCollapsed: false });
      bring('openPageUi');
    },
    bringPageUi: () => bring('openPageUi'),
    openDialog,
  });
  const notes = createNotes(saveNote, (id) => store.getState().saved[id]?.note ?? '');
  const binder = bindPage(document, store, {
    isOurs: (node) => isControl(node) || isAbstract(node),
    onRead({ changed, isWhole }) {
      const { site, rows: found } = store.getState();
      const attached = rows.attach();
      marking.onRead(changed, attached);
      void attached.then(followDialog);
      arrived.push(...learnOfNewPapers());
      if (!isWhole || !site || found.length === 0) return;
      if (site.kind === 'paper') {
        const ids = arrived.splice(0);
        if (ids.length > 0) reportReading(ids);
        return;
      }
      void attached.then(() => {
        // Much script comes with the panel: a person who scrolls or clicks already goes first.
        requestIdleCallback(() => bring('openPageUi'), { timeout: IDLE_MS });
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
    loadStates(store, fresh).catch((error: unknown) => {
      for (const id of fresh) known.delete(id); // asked for again at the next reading
      if (error instanceof NoAnswer) noAnswer();
      else doing.warn(t('libraryUnreadable', reasonOf(error)));
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
    void loadNamesakes(store, ids);
    reportVisit(document, listing, ids, signal);
    loadAbstracts(store, signal).catch(noAnswer);
  }

  /** A paper's own page was opened: read for a moment, it counts as seen on every listing. */
  function reportReading(ids: readonly PaperId[]): void {
    visit.abort();
    visit = new AbortController();
    void loadNamesakes(store, ids);
    reportVisit(document, null, ids, visit.signal);
  }

  function act({ action, id, host }: ActionEvent): void {
    if (context.isInvalid) return;
    const { starred, dismissed } = shownState(store.getState(), id);
    if (action === 'star') void doing.change([id], { kind: 'star', value: !starred });
    else if (action === 'tags') openDialog({ id }, host, 'tags');
    else if (action === 'show') showAgain(store, id);
    else if (action === 'abstract') toggleUnfolded(store, id);
    else if (action === 'status') keyboard.act('status');
    else if (action === 'acknowledge') void doing.change([id], { kind: 'acknowledgeVersion' });
    else void doing.change([id], { kind: 'dismiss', value: !dismissed });
  }

  function openDialog({ id }: Pick<Row, 'id'>, control: HTMLElement, part: 'tags' | 'note'): void {
    leftFrom = focusIn(control);
    const row = rows.rowOf(control);
    if (row) opened.set(id, paperOf(store.getState(), row));
    store.setState({ tagging: { id, control, part } });
    bring('openPageUi');
  }

  /** The dialog stays with its paper where the page draws the row anew, and closes where it has left. */
  function followDialog(): void {
    const { tagging, rows: found } = store.getState();
    if (!tagging || tagging.control.isConnected) return;
    const row = found.find(({ id }) => id === tagging.id);
    const control = row && rows.controlOf(row);
    if (control) {
      leftFrom = focusIn(control);
      store.setState({ tagging: { ...tagging, control } });
    } else closeDialog();
  }

  /** The keyboard goes back to where it came from, if it is still in the dialog. */
  function closeDialog(): void {
    const isInDialog = document.activeElement?.localName === PAGE_UI_TAG;
    store.setState({ tagging: null });
    if (isInDialog) leftFrom?.focus({ preventScroll: true });
  }

  /** Notes come one after the other, while other changes of the paper may be under way. */
  async function saveNote(
    id: PaperId,
    value: string,
    continues: OperationId | null,
  ): Promise<Acknowledgement> {
    const row = store.getState().rows.find((one) => one.id === id);
    const paper = row ? paperOf(store.getState(), row) : (opened.get(id) ?? null);
    const answer = await sendCommand({
      op: crypto.randomUUID(),
      change: { kind: 'note', value, ...(continues && { continues }) },
      papers: [{ id, paper }],
    });
    if (answer.ok) learnStates(store, answer.states);
    return answer;
  }

  async function endNote(id: PaperId, title: string): Promise<void> {
    const op = await notes.end(id);
    if (op) doing.sayDone(t('pageDidNote'), title, op);
  }

  function setPanel(place: Partial<PanelPlace>): void {
    panel.setState(place);
    const { site } = store.getState();
    if (site) void panelPlaces[site.host].setValue(panel.getState());
  }

  function setFilter(text: string): void {
    marking.setFilter(text);
    if (text) bring('openPageUi');
  }

  async function addRule(text: string): Promise<void> {
    const rules = rulesOf(text, store.getState().rules);
    if (rules.length === 0) {
      doing.say(t('panelNoWords'));
      return;
    }
    for (const rule of rules) {
      const answer = await sendRule(rule);
      if (!answer.ok) {
        doing.sayFailed(answer.message);
        return;
      }
      const terms = rules.flatMap((one) => one.terms).join(', ');
      doing.sayDone(t('panelRuleSaved', terms), null, answer.op);
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
    notes,
    endNote,
    closeDialog,
    pressToast: doing.pressToast,
    panel,
    setFilter,
    setPanel,
    setShowing: (some) => {
      const { site, showing } = store.getState();
      store.setState({ showing: { ...showing, ...some } });
      if (site) void showings[site.host].setValue({ ...showing, ...some });
    },
    change: (id, wanted) => doing.change([id], wanted),
    changeAll: (ids, wanted) => void doing.change(ids, wanted),
    undoLatest: () => void doing.undoLatest(),
    redoLatest: () => void doing.redoLatest(),
    openPapers: (ids) => void ask('openPapers', { ids, isActive: false }).catch(noAnswer),
    say: doing.say,
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
    keyboard.stop,
    followDetails(store),
    onNews((news) => {
      if (news.states) learnStates(store, news.states);
      if (news.history) ui.setState({ history: news.history });
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
    loadStates(store, [...known]).catch(noAnswer);
    askUntilAnswered('rules').then(marking.setRules, noAnswer);
  });
  context.addEventListener(window, 'pagehide', notes.flush);
  context.addEventListener(document, 'visibilitychange', () => {
    noAnswer();
    if (document.visibilityState === 'hidden') notes.flush();
  });

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
