/** Which papers a command for the whole page applies to; each once, in page order. */
import { isDecided, type PaperId, pageUrlOf, type SiteHost } from '@/lib/paper';
import type { Row } from '@/lib/sites/site';
import { type PageState, shownState } from './store';
import { visibilityIn } from './summary';

/** The papers that match the filter; without one, those that are shown in full. */
export function papersInScope(state: PageState): PaperId[] {
  return idsOf(state, (row) => state.matching?.has(row) ?? visibilityIn(state, row).as === 'shown');
}

/** The undecided papers in the rows above one, as far as those are shown in full. */
export function undecidedAbove(state: PageState, current: Row | null): PaperId[] {
  const end = current ? state.rows.indexOf(current) : 0;
  const above = new Set(state.rows.slice(0, Math.max(0, end)));
  return idsOf(
    state,
    (row) =>
      above.has(row) &&
      row.id !== current?.id &&
      visibilityIn(state, row).as === 'shown' &&
      !isDecided(shownState(state, row.id)),
  );
}

export function starredPapers(state: PageState): PaperId[] {
  return idsOf(state, ({ id }) => shownState(state, id).starred);
}

/** The addresses of papers on a site; those without one are left out. */
export function linksOf(ids: readonly PaperId[], host: SiteHost): string[] {
  return ids.flatMap((id) => pageUrlOf(id, host) ?? []);
}

function idsOf({ rows }: PageState, isOne: (row: Row) => boolean): PaperId[] {
  return [...new Set(rows.filter(isOne).map(({ id }) => id))];
}
