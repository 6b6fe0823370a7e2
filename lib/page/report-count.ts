/** Tells the background how many papers are on the page, for Winnow's icon, if the user wants that. */

import { isDecided } from '@/lib/paper';
import type { PageCount } from '@/lib/protocol/page-count';
import { badge, watchSetting } from '@/lib/settings/settings';
import { countPapers, type PageStore, shownState } from './store';

/** A page that loads and a person who decides change it often; told once, in milliseconds. */
const SETTLED_MS = 200;

/** A page without papers has nothing to tell: icons show nothing until they are told. */
const NOTHING_TOLD = JSON.stringify({ papers: 0, decided: 0 } satisfies PageCount);

export interface CountReport {
  /** To be called when the page is shown again after it was left. */
  readonly again: () => void;
  readonly stop: () => void;
}

/** Calls `report` with the first count and each that differs from the one before. */
export function reportCount(store: PageStore, report: (count: PageCount) => void): CountReport {
  let isWanted = false;
  let told = NOTHING_TOLD;
  let timer: ReturnType<typeof setTimeout> | null = null;

  function tellLater(): void {
    if (!isWanted || timer !== null) return;
    timer = setTimeout(() => {
      timer = null;
      const state = store.getState();
      const decided = state.rows.filter(({ id }) => isDecided(shownState(state, id)));
      const count = { papers: countPapers(state.rows), decided: countPapers(decided) };
      if (JSON.stringify(count) === told) return;
      told = JSON.stringify(count);
      report(count);
    }, SETTLED_MS);
  }

  function again(): void {
    told = NOTHING_TOLD;
    tellLater();
  }

  function choose(chosen: string): void {
    isWanted = chosen === 'page';
    again();
  }

  const stops = [
    store.subscribe((state, before) => {
      const isSame =
        state.rows === before.rows &&
        state.saved === before.saved &&
        state.pending === before.pending;
      if (!isSame) tellLater();
    }),
    watchSetting(badge, choose),
  ];
  void badge.getValue().then(choose);

  return {
    again,
    stop: () => {
      isWanted = false;
      if (timer) clearTimeout(timer);
      for (const stop of stops) stop();
    },
  };
}
