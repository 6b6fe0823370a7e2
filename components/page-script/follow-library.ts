import { takeAbstracts } from '@/lib/page/abstracts';
import { jumpTo } from '@/lib/page/jump';
import type { Marking } from '@/lib/page/marking';
import { learnStates } from '@/lib/page/saved-states';
import { selectedWords } from '@/lib/page/selected-words';
import { servePopups } from '@/lib/page/serve-popups';
import { type PageStore, paperOf } from '@/lib/page/store';
import type { PageUiStore } from '@/lib/page/ui';
import { followVersionDetails } from '@/lib/page/version-details';
import type { PaperId } from '@/lib/paper';
import { read } from '@/lib/protocol/ask';
import { answerAsPage, hear } from '@/lib/protocol/hear';
import type { BackgroundLink } from './background-link';
import type { PageSettings } from './page-settings';
import type { PaperLoader } from './paper-loader';

interface Services {
  readonly store: PageStore;
  readonly ui: PageUiStore;
  readonly link: BackgroundLink;
  readonly marking: Marking;
  readonly loader: PaperLoader;
  readonly settings: Pick<PageSettings, 'setSidePanel'>;
  readonly setFilter: (text: string) => void;
}

/** Loads the keyword rules and marks their hits. */
export function loadRules(marking: Marking, checkContext: () => void): void {
  read('rules').then(marking.setRules, checkContext);
}

/** Follows news from the library, and answers the background and popups. Returns how to stop. */
export function followLibrary(services: Services): () => void {
  const { store, ui, link, marking, loader, settings, setFilter } = services;
  const rowOf = (id: PaperId) => store.getState().rows.find((row) => row.id === id);
  const stops = [
    followVersionDetails(store),
    hear('news', (news) => {
      if (news.states) learnStates(store, news.states);
      if (news.history) ui.setState({ history: news.history });
      if (news.isMany) loader.reload();
      if (news.rules) marking.setRules(news.rules);
      takeAbstracts(store, news);
    }),
    answerAsPage({
      paper(id) {
        const row = rowOf(id);
        return row ? paperOf(store.getState(), row) : null;
      },
      selectedWords: () => selectedWords(document),
    }),
    servePopups(store, {
      setFilter,
      show(id) {
        const row = rowOf(id);
        if (row) jumpTo(row);
      },
      onSidePanel: settings.setSidePanel,
    }),
  ];
  read('history').then((history) => ui.setState({ history }), link.checkContext);
  return () => {
    for (const stop of stops) stop();
  };
}
