/** Shows what was hidden or folded. */
import type { PaperId } from '@/lib/paper';
import type { PageStore } from './store';

/** Shows in full the rows that a mute rule, by its id, hits; or folds them again. */
export function setRevealed(store: PageStore, rule: string, isRevealed: boolean): void {
  store.setState(({ revealed }) => {
    const next = new Set(revealed);
    if (isRevealed) next.add(rule);
    else next.delete(rule);
    return { revealed: next };
  });
}

/** Shows the rows of a muted paper, and with them all that its rules mute. */
export function revealPaper(store: PageStore, id: PaperId): void {
  const { rows, hits, rules } = store.getState();
  const muting = rows
    .filter((row) => row.id === id)
    .flatMap((row) => hits.get(row) ?? [])
    .flatMap((index) => rules[index] ?? [])
    .filter(({ action }) => action === 'mute');
  for (const rule of muting) setRevealed(store, rule.id, true);
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
