/** Reports how many papers are on the page, for Winnow's icon, if the user wants that. */

import { isDecided } from '@/lib/paper';
import type { PageCount } from '@/lib/protocol/page-count';
import { badge } from '@/lib/settings/settings';
import { countPapers, type PageStore, shownState } from './store';

/** Loading pages and deciding users change the count often: reported this many milliseconds later. */
const SETTLED_MS = 200;

/** Pages without papers need not report: icons show nothing until they do. */
const NOTHING_REPORTED = JSON.stringify({ papers: 0, decided: 0 } satisfies PageCount);

export interface CountReport {
  /** To be called when the page is shown again after the user left it. */
  readonly again: () => void;
  readonly stop: () => void;
}

/** Calls `report` with the first count, and whenever it changes. */
export function reportCount(store: PageStore, report: (count: PageCount) => void): CountReport {
  let isWanted = false;
  let reported = NOTHING_REPORTED;
  let timer: ReturnType<typeof setTimeout> | null = null;

  function reportLater(): void {
    if (!isWanted || timer !== null) return;
    timer = setTimeout(() => {
      timer = null;
      const state = store.getState();
      const decided = state.rows.filter(({ id }) => isDecided(shownState(state, id)));
      const count = { papers: countPapers(state.rows), decided: countPapers(decided) };
      if (JSON.stringify(count) === reported) return;
      reported = JSON.stringify(count);
      report(count);
    }, SETTLED_MS);
  }

  function again(): void {
    reported = NOTHING_REPORTED;
    reportLater();
  }

  function follow(chosen: string): void {
    isWanted = chosen === 'page';
    again();
  }

  const stops = [
    store.subscribe((state, before) => {
      const isSame =
        state.rows === before.rows &&
        state.saved === before.saved &&
        state.pending === before.pending;
      if (!isSame) reportLater();
    }),
    badge.watch(follow),
  ];
  void badge.getValue().then(follow);

  return {
    again,
    stop: () => {
      isWanted = false;
      if (timer) clearTimeout(timer);
      for (const stop of stops) stop();
    },
  };
}
