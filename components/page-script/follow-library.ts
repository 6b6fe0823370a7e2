import { takeAbstracts } from '@/lib/page/abstracts';
import { jumpTo } from '@/lib/page/jump';
import type { Marking } from '@/lib/page/marking';
import { learnStates } from '@/lib/page/saved-states';
import { servePopups } from '@/lib/page/serve-popups';
import { type PageStore, paperOf } from '@/lib/page/store';
import type { PageUiStore } from '@/lib/page/ui';
import { followVersionDetails } from '@/lib/page/version-details';
import type { PaperId } from '@/lib/paper';
import { askUntilAnswered } from '@/lib/protocol/ask';
import { answerAsPage, hear } from '@/lib/protocol/hear';
import type { Arrivals } from './arrivals';
import type { BackgroundLink } from './background-link';

interface Services {
  readonly store: PageStore;
  readonly ui: PageUiStore;
  readonly link: BackgroundLink;
  readonly marking: Marking;
  readonly arrivals: Arrivals;
  readonly setFilter: (text: string) => void;
}

/** Asks for the keyword rules and marks what they find. */
export function loadRules(marking: Marking, noAnswer: () => void): void {
  askUntilAnswered('rules').then(marking.setRules, noAnswer);
}

/** Hears what is new in the library, and answers the background and popups. Returns what stops it. */
export function followLibrary(services: Services): () => void {
  const { store, ui, link, marking, arrivals, setFilter } = services;
  const rowOf = (id: PaperId) => store.getState().rows.find((row) => row.id === id);
  const stops = [
    followVersionDetails(store),
    hear('news', (news) => {
      if (news.states) learnStates(store, news.states);
      if (news.history) ui.setState({ history: news.history });
      if (news.isMany) arrivals.learnAgain();
      if (news.rules) marking.setRules(news.rules);
      takeAbstracts(store, news);
    }),
    answerAsPage({
      paper(id) {
        const row = rowOf(id);
        return row ? paperOf(store.getState(), row) : null;
      },
    }),
    servePopups(store, {
      setFilter,
      show(id) {
        const row = rowOf(id);
        if (row) jumpTo(row);
      },
    }),
  ];
  askUntilAnswered('history').then((history) => ui.setState({ history }), link.noAnswer);
  return () => {
    for (const stop of stops) stop();
  };
}
