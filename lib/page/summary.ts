/** The counts in the panel: papers, those decided on, those that match, those hidden and why. */
import { t } from '@/lib/i18n';
import { isDecided, type PaperId } from '@/lib/paper';
import { labelOf } from '@/lib/protocol/rule';
import type { Row } from '@/lib/sites/site';
import { countPapers, isSeen, type PageState, shownState } from './store';
import { type Reason, type Visibility, visibilityOf } from './visibility';

/** Papers that are hidden or collapsed for one reason. */
interface Hidden {
  readonly reason: Reason;
  /** "cross-listed", "muted by survey". */
  readonly text: string;
  readonly papers: number;
}

export interface Summary {
  readonly papers: number;
  readonly decided: number;
  /** Papers in more than one row. */
  readonly repeated: number;
  /** Papers that are shown in full. */
  readonly shown: number;
  /** `null` without a filter. */
  readonly matching: number | null;
  readonly hidden: readonly Hidden[];
  /** How many papers each rule hits, by its index in `rules`. */
  readonly hits: readonly number[];
}

/** How one row is shown now. */
export function visibilityIn(state: PageState, row: Row): Visibility {
  const muting = state.hits.get(row)?.find((index) => {
    const rule = state.rules[index];
    return rule?.action === 'mute' && !state.revealed.has(rule.id);
  });
  return visibilityOf({
    showing: state.showing,
    matchesFilter: state.matching?.has(row) ?? null,
    section: row.section,
    isSeen: isSeen(state, row.id),
    isDismissed: shownState(state, row.id).dismissed,
    mutedBy: muting === undefined ? null : (state.rules[muting]?.id ?? null),
  });
}

export function summarize(state: PageState): Summary {
  const hidden = new Map<string, { reason: Reason; rows: Row[] }>();
  const shown = new Set<PaperId>();
  const rowsOf = new Map<PaperId, number>();
  for (const row of state.rows) {
    const visibility = visibilityIn(state, row);
    rowsOf.set(row.id, (rowsOf.get(row.id) ?? 0) + 1);
    if (visibility.as === 'shown') shown.add(row.id);
    if (visibility.as === 'shown' || visibility.reason.kind === 'filter') continue;
    if (visibility.as === 'line' && visibility.reason.kind === 'dismissed') continue; // says so itself
    const key = JSON.stringify(visibility.reason);
    const group = hidden.get(key) ?? { reason: visibility.reason, rows: [] };
    group.rows.push(row);
    hidden.set(key, group);
  }
  return {
    papers: rowsOf.size,
    repeated: [...rowsOf.values()].filter((rows) => rows > 1).length,
    shown: shown.size,
    decided: countPapers(state.rows.filter(({ id }) => isDecided(shownState(state, id)))),
    matching: state.matching && countPapers(state.matching),
    hidden: [...hidden.values()].map(({ reason, rows }) => ({
      reason,
      text: textOf(state, reason),
      papers: countPapers(rows),
    })),
    hits: countHits(state),
  };
}

/** How many papers each rule hits; a paper in two rows counts once. */
function countHits({ rows, rules, hits }: PageState): number[] {
  const counts = rules.map(() => 0);
  const hitBy = new Map<PaperId, readonly number[]>();
  for (const row of rows) {
    const before = hitBy.get(row.id);
    const here = hits.get(row) ?? [];
    const fresh = before ? here.filter((rule) => !before.includes(rule)) : here;
    for (const rule of fresh) {
      const count = counts[rule];
      if (count !== undefined) counts[rule] = count + 1; // else the rule is gone
    }
    hitBy.set(row.id, before ? [...before, ...fresh] : here);
  }
  return counts;
}

/** Why papers are hidden or collapsed, in words that follow their number. */
export function textOf(state: PageState, reason: Reason): string {
  if (reason.kind === 'muted') {
    const rule = state.rules.find(({ id }) => id === reason.rule);
    return rule ? t('reasonMuted', labelOf(rule)) : t('reasonMutedBySomeRule');
  }
  return t(`reason_${reason.kind}`);
}
