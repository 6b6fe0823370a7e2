/** Which rows a change affects; on a page of thousands, most changes affect a few. */
import type { PageState } from '@/lib/page/store';
import type { PaperId } from '@/lib/paper';
import type { Row } from '@/lib/sites/site';

/** Changes to these may affect any row. */
const FOR_ALL_ROWS = ['outdated', 'site', 'showing', 'visits', 'revealed'] as const;

/** The rows, and the papers whose rows, may need rendering. */
export function affectedRows(
  state: PageState,
  before: PageState,
): 'all' | { readonly ids: ReadonlySet<PaperId>; readonly rows: ReadonlySet<Row> } {
  const hasChanged = (part: keyof PageState) => state[part] !== before[part];
  if (FOR_ALL_ROWS.some(hasChanged)) return 'all';
  const ids = new Set<PaperId>();
  const rows = new Set<Row>();
  addChangedKeys(state.saved, before.saved, ids);
  addChangedKeys(state.failures, before.failures, ids);
  addChangedKeys(state.details, before.details, ids);
  addChangedKeys(state.abstracts, before.abstracts, ids);
  if (hasChanged('pending')) {
    for (const one of [...state.pending, ...before.pending]) for (const id of one.ids) ids.add(id);
  }
  if (hasChanged('unfolded')) addDifference(state.unfolded, before.unfolded, ids);
  if (hasChanged('explained')) addDifference(state.explained, before.explained, ids);
  if (hasChanged('unseen')) {
    for (const { unseen } of [state, before]) for (const row of unseen.keys()) rows.add(row);
  }
  if (hasChanged('matching')) {
    if (!state.matching || !before.matching) return 'all';
    addDifference(state.matching, before.matching, rows);
  }
  if (hasChanged('hits') || hasChanged('rules')) {
    for (const { hits, rules } of [state, before]) {
      if (!rules.some(({ action }) => action === 'mute')) continue; // other rules do not affect controls
      for (const row of hits.keys()) rows.add(row);
    }
  }
  return { ids, rows };
}

function addChangedKeys<V>(
  now: Readonly<Record<PaperId, V>>,
  before: Readonly<Record<PaperId, V>>,
  ids: Set<PaperId>,
): void {
  if (now === before) return;
  for (const key of Object.keys({ ...before, ...now })) {
    const id = key as PaperId;
    if (now[id] !== before[id]) ids.add(id);
  }
}

function addDifference<T>(a: ReadonlySet<T>, b: ReadonlySet<T>, into: Set<T>): void {
  for (const one of a) if (!b.has(one)) into.add(one);
  for (const one of b) if (!a.has(one)) into.add(one);
}
