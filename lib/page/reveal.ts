/** Shows what was hidden or folded. */
import type { PaperId } from '@/lib/paper';
import type { PageStore } from './store';
import type { Reason } from './visibility';

/** Shows all rows that are hidden for this reason. */
export function reveal(store: PageStore, reason: Reason): void {
  if (reason.kind === 'muted') {
    store.setState(({ revealed }) => ({ revealed: new Set([...revealed, reason.rule]) }));
  } else if (reason.kind === 'filter') {
    store.setState(({ showing }) => ({ showing: { ...showing, hidesRest: false } }));
  } else {
    const { kind } = reason;
    store.setState(({ showing }) => ({ showing: { ...showing, [kind]: true } }));
  }
}

/** Shows the rows of a muted paper, and with them all that its rules mute. */
export function revealPaper(store: PageStore, id: PaperId): void {
  const { rows, hits, rules } = store.getState();
  const muting = rows
    .filter((row) => row.id === id)
    .flatMap((row) => hits.get(row) ?? [])
    .flatMap((index) => rules[index] ?? [])
    .filter(({ action }) => action === 'mute');
  for (const rule of muting) reveal(store, { kind: 'muted', rule: rule.id });
}

export function toggleUnfolded(store: PageStore, id: PaperId): void {
  store.setState(({ unfolded }) => ({ unfolded: toggled(unfolded, id) }));
}

/** Shows the passages by which a paper matches, or hides them again. */
export function toggleExplained(store: PageStore, id: PaperId): void {
  store.setState(({ explained }) => ({ explained: toggled(explained, id) }));
}

function toggled(ids: ReadonlySet<PaperId>, id: PaperId): ReadonlySet<PaperId> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}
