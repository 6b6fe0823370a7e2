import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PageStore } from '@/lib/page/store';
import type { SiteHost } from '@/lib/paper';
import { PANEL_PLACE, type PanelPlace } from '@/lib/settings/panel-place';
import { fetchAbstracts, panelPlaces, showings } from '@/lib/settings/settings';
import type { Showing } from '@/lib/settings/showing';

export interface PageSettings {
  readonly panel: StoreApi<PanelPlace>;
  readonly setPanel: (place: Partial<PanelPlace>) => void;
  readonly setShowing: (showing: Partial<Showing>) => void;
  /** Resolves once stored, when the background can see it. */
  readonly setFetchAbstracts: (isOn: boolean) => Promise<void>;
  readonly stop: () => void;
}

/** The settings for the current page, read again when its host changes. */
export function followPageSettings(store: PageStore): PageSettings {
  const panel = createStore(() => PANEL_PLACE);

  async function load(host: SiteHost): Promise<void> {
    panel.setState(await panelPlaces[host].getValue());
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
    setPanel(place) {
      panel.setState(place);
      const { site } = store.getState();
      if (site) void panelPlaces[site.host].setValue(panel.getState());
    },
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
