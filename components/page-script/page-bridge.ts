import type { PageBridge } from '@/lib/page/bridge';
import { jumpTo, nextMatch } from '@/lib/page/jump';
import type { Marking } from '@/lib/page/marking';
import { setRevealed } from '@/lib/page/reveal';
import type { PageStore } from '@/lib/page/store';
import type { PageTriage } from '@/lib/page/triage-actions';
import type { PageUiStore } from '@/lib/page/ui';
import { ask } from '@/lib/protocol/ask';
import { pageKeys, recentTags } from '@/lib/settings/settings';
import type { BackgroundLink } from './background-link';
import type { PageDialog } from './page-dialog';
import type { PageKeyboard } from './page-keyboard';
import type { PageSettings } from './page-settings';
import type { PaperLoader } from './paper-loader';
import { saveAsRules } from './save-rules';

interface Services {
  readonly store: PageStore;
  readonly ui: PageUiStore;
  readonly link: BackgroundLink;
  readonly settings: PageSettings;
  readonly marking: Marking;
  readonly triage: PageTriage;
  readonly dialog: PageDialog;
  readonly loader: PaperLoader;
  readonly keyboard: PageKeyboard;
  readonly actOnLinks: PageBridge['actOnLinks'];
}

/** Everything that the panel and the dialogs can do on the page. */
export function createBridge(services: Services): PageBridge {
  const { store, ui, link, settings, marking, triage, dialog, loader, keyboard } = services;
  return {
    store,
    ui,
    keys: keyboard.keys,
    setKeys(keys) {
      keyboard.keys.setState(keys);
      void pageKeys.setValue(keys);
    },
    notes: dialog.notes,
    noteEnded: dialog.noteEnded,
    recentTags,
    actOnLinks: services.actOnLinks,
    closeDialog: dialog.close,
    pressToast: triage.pressToast,
    panel: settings.panel,
    foldPanel: settings.foldPanel,
    setShowing: settings.setShowing,
    setFilter(text) {
      marking.setFilter(text);
      if (text) link.injectPageUi();
    },
    change: (id, wanted) => triage.change([id], wanted),
    changeAll: (ids, wanted) => void triage.change(ids, wanted),
    undoLatest: () => void triage.undoLatest(),
    redoLatest: () => void triage.redoLatest(),
    openPapers: (ids) => void ask('openPapers', { ids, isActive: false }).catch(link.checkContext),
    say: triage.say,
    setRevealed: (rule, isRevealed) => setRevealed(store, rule, isRevealed),
    jump(step) {
      const row = nextMatch(store.getState(), ui.getState().current, step);
      if (!row) return;
      ui.setState({ current: row });
      jumpTo(row);
    },
    addRule: (text) => void saveAsRules(text, store, triage),
    setFetchAbstracts: (isOn) =>
      void settings.setFetchAbstracts(isOn).then(() => {
        if (isOn) loader.loadAbstracts();
      }),
    openRules: () => void ask('openRules').catch(link.checkContext),
    browserKeys: () => ask('browserKeys').catch(() => []),
    openBrowserKeys: () => void ask('openBrowserKeys').catch(link.checkContext),
    takeEngine: marking.takeEngine,
  };
}
