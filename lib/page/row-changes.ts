/** Which changes of a page's state may move its rows: most do not, as those of stars. */
import type { PaperId } from '@/lib/paper';
import { type PageState, shownState } from './store';

const MOVING = [
  ...(['site', 'showing', 'matching', 'revealed', 'visits', 'hits', 'rules'] as const),
  ...(['unfolded', 'explained', 'abstracts', 'outdated'] as const),
] satisfies (keyof PageState)[];

/** Whether rows may fold, vanish, come back or grow between two states. */
export function mayMoveRows(state: PageState, before: PageState): boolean {
  if (MOVING.some((part) => state[part] !== before[part])) return true;
  const folded = new Set(
    touchedPapers(state, before).filter(
      (id) => shownState(state, id).dismissed !== shownState(before, id).dismissed,
    ),
  );
  return folded.size > 0 && state.rows.some(({ id }) => folded.has(id));
}

/** The papers whose states may differ: few, on a page of thousands. */
function touchedPapers(state: PageState, before: PageState): PaperId[] {
  const ids: PaperId[] = [];
  if (state.pending !== before.pending) {
    for (const change of [...state.pending, ...before.pending]) ids.push(...change.ids);
  }
  if (state.saved !== before.saved) {
    const all = Object.keys({ ...before.saved, ...state.saved }) as PaperId[];
    ids.push(...all.filter((id) => state.saved[id] !== before.saved[id]));
  }
  return ids;
}
