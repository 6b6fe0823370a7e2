/** Rows that are folded before they are first painted, as they were when the page was last left. */
import { EARLY_MARK } from '@/lib/page/folded-rows';
import type { PageState, PageStore } from '@/lib/page/store';
import { visibilityIn } from '@/lib/page/summary';
import { type PaperId, UNDECIDED } from '@/lib/paper';
import type { FoldedRow } from '@/lib/settings/folded-pages';
import type { Row } from '@/lib/sites/site';
import type { ControlView } from './control-view';
import { markRow, unmarkRow } from './row-marks';

export type EarlyRow = Pick<Row, 'elements' | 'anchor' | 'gutter'>;

/** What a folded row looks like. Its control, which says why, comes later. */
const LINE: ControlView = {
  ...{ state: UNDECIDED, line: { text: '', action: 'show' }, visit: null, isUnfolded: null },
  ...{ newVersion: null, match: null, own: null, message: null },
};

/** Folds or hides a row that has no control yet. */
export function foldEarly(row: EarlyRow, { as, why }: FoldedRow): void {
  markRow(row, LINE, as === 'hidden');
  row.elements[0].setAttribute(EARLY_MARK, why);
}

/** Unfolds those of the rows that nobody has taken over. */
export function unfoldLeft(rows: readonly EarlyRow[]): void {
  for (const row of rows) {
    const [element] = row.elements;
    if (!element.hasAttribute(EARLY_MARK)) continue;
    element.removeAttribute(EARLY_MARK);
    unmarkRow(row);
  }
}

/** What a row is known by to be folded or not; dismissed ones are asked for in parts. */
const KNOWN_BY = {
  ...{ muted: 'hits', seen: 'visits', cross: 'showing', replaced: 'showing' },
  dismissed: null,
} as const satisfies Record<FoldedRow['why'], keyof PageState | null>;

export interface EarlyRows {
  /** The library has said which of these papers are dismissed. */
  readonly onStates: (ids: readonly PaperId[]) => void;
  readonly stop: () => void;
}

/** Has early rows be as the store says, as soon as it knows. Follows it after what draws rows does. */
export function takeOverEarly(store: PageStore): EarlyRows {
  function take(isKnown: (row: Row, why: FoldedRow['why']) => boolean): void {
    const state = store.getState();
    for (const row of state.rows) {
      const why = row.elements[0].getAttribute(EARLY_MARK) as FoldedRow['why'] | null;
      if (why === null || !isKnown(row, why)) continue;
      row.elements[0].removeAttribute(EARLY_MARK);
      if (visibilityIn(state, row).as === 'shown') unmarkRow(row);
    }
  }

  const stop = store.subscribe((state, before) => {
    const isKnown = (why: FoldedRow['why']) => {
      const part = KNOWN_BY[why];
      return part !== null && state[part] !== before[part];
    };
    if (Object.keys(KNOWN_BY).some((why) => isKnown(why as FoldedRow['why']))) {
      take((_, why) => isKnown(why));
    }
  });

  return {
    onStates(ids) {
      const known = new Set(ids);
      take(({ id }, why) => why === 'dismissed' && known.has(id));
    },
    stop,
  };
}
