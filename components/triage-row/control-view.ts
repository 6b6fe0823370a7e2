/** What the control on a row shows, and what a click on it asks for. */
import type { TriageState } from '@/lib/paper';

/** What a click on a control asks for. */
export const ACTIONS = [
  'star',
  'tags',
  'dismiss',
  'undo',
  'show',
  'abstract',
  'status',
  'acknowledge',
] as const;
export type Action = (typeof ACTIONS)[number];

/** What a control shows. */
export interface ControlView {
  readonly state: TriageState;
  /** Why the row is collapsed to this control, "Dismissed", and what brings it back; else `null`. */
  readonly line: { readonly text: string; readonly action: 'undo' | 'show' } | null;
  /** Whether the paper was on a listing that the user opened before; `null`: nothing is said of it. */
  readonly visit: 'new' | 'seen' | null;
  /** Whether the abstract is unfolded; `null` where the page shows it, or there is none. */
  readonly isUnfolded: boolean | null;
  /** A version that the user does not know yet; 0: it is not known which. */
  readonly newVersion: number | null;
  /** On a paper's own page: since when it is on the reading list, in milliseconds; else `null`. */
  readonly own: { readonly since: number | null } | null;
  readonly message: {
    readonly kind: 'failure' | 'waiting' | 'outdated';
    readonly text: string;
  } | null;
}
