import { createStore, type StoreApi } from 'zustand/vanilla';
import { foldedTo, type PanelState, UNFOLDED } from '@/lib/page/panel-state';
import type { PageStore } from '@/lib/page/store';
import type { SiteHost } from '@/lib/paper';
import { fetchAbstracts, panelFolds, showings } from '@/lib/settings/settings';
import type { Showing } from '@/lib/settings/showing';

export interface PageSettings {
  readonly panel: StoreApi<PanelState>;
  readonly foldPanel: (isFolded: boolean) => void;
  /** Folds the panel while a side panel shows this page. */
  readonly setSidePanel: (isOpen: boolean) => void;
  readonly setShowing: (showing: Partial<Showing>) => void;
  /** Resolves once stored, when the background can see it. */
  readonly setFetchAbstracts: (isOn: boolean) => Promise<void>;
  readonly stop: () => void;
}

/** The settings for the current page, read again when its host changes. */
export function followPageSettings(store: PageStore): PageSettings {
  const panel = createStore(() => UNFOLDED);

  async function load(host: SiteHost): Promise<void> {
    panel.setState(await panelFolds[host].getValue());
    store.setState({
      showing: await showings[host].getValue(),
      fetchesAbstracts: await fetchAbstracts.getValue(),
    });
  }

  const stop = store.subscribe(({ site }, before) => {
    if (site && site.host !== before.site?.host) void load(site.host);
  });

  return {
    panel,
    foldPanel(isFolded) {
      const before = panel.getState();
      const after = foldedTo(before, isFolded);
      panel.setState(after);
      const { site } = store.getState();
      if (!site || after.isCollapsed === before.isCollapsed) return;
      void panelFolds[site.host].setValue({ isCollapsed: after.isCollapsed });
    },
    setSidePanel: (isOpen) => panel.setState({ besideSidePanel: isOpen ? 'folded' : null }),
    setShowing(some) {
      const { site, showing } = store.getState();
      const changed = { ...showing, ...some };
      store.setState({ showing: changed });
      if (site) void showings[site.host].setValue(changed);
    },
    async setFetchAbstracts(isOn) {
      store.setState({ fetchesAbstracts: isOn, abstractsProblem: null });
      await fetchAbstracts.setValue(isOn);
    },
    stop,
  };
}
