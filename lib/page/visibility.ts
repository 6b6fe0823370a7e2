/** Whether a row is shown, collapsed to a line or hidden, and why. Nothing vanishes without a reason. */
import type { Showing } from '@/lib/settings/showing';
import type { Section } from '@/lib/sites/site';

/** Why a row is hidden or collapsed. */
export type Reason =
  | { readonly kind: 'filter' | 'dismissed' | 'seen' | 'cross' | 'replaced' }
  | { readonly kind: 'muted'; readonly rule: string };

export type Visibility =
  | { readonly as: 'shown' }
  /** One line that says why, with a way back. */
  | { readonly as: 'line'; readonly reason: Reason }
  | { readonly as: 'hidden'; readonly reason: Reason };

/** What a row's visibility depends on. */
export interface Circumstances {
  readonly showing: Showing;
  /** `null` without a filter. */
  readonly matchesFilter: boolean | null;
  readonly section: Section;
  readonly isSeen: boolean;
  readonly isDismissed: boolean;
  /** Id of the first mute rule that hits the row and is not revealed. */
  readonly mutedBy: string | null;
}

const SHOWN: Visibility = Object.freeze({ as: 'shown' });

/** The first reason that applies, the user's own filter before all. */
export function visibilityOf(row: Circumstances): Visibility {
  const { showing } = row;
  const hide = (kind: Exclude<Reason['kind'], 'muted'>): Visibility => ({
    as: 'hidden',
    reason: { kind },
  });
  if (row.matchesFilter === false && showing.hidesRest) return hide('filter');
  if (row.section === 'cross' && !showing.cross) return hide('cross');
  if (row.section === 'replaced' && !showing.replaced) return hide('replaced');
  if (row.isSeen && !showing.seen) return hide('seen');
  if (row.isDismissed) {
    return showing.dismissed ? { as: 'line', reason: { kind: 'dismissed' } } : hide('dismissed');
  }
  if (row.mutedBy !== null) return { as: 'line', reason: { kind: 'muted', rule: row.mutedBy } };
  return SHOWN;
}
