/** What the control on a row shows, and the actions it offers. */
import type { TriageState } from '@/lib/paper';

/** The actions of buttons on a control. */
export const ACTIONS = [
  'star',
  'tags',
  'dismiss',
  'undo',
  'show',
  'abstract',
  'status',
  'acknowledge',
  'passage',
] as const;
export type Action = (typeof ACTIONS)[number];

/** What a control shows. */
export interface ControlView {
  readonly state: TriageState;
  /** If the row is collapsed to a line: why ("Dismissed"), and the action that expands it. */
  readonly line: { readonly text: string; readonly action: 'undo' | 'show' } | null;
  /** Whether the paper was on a listing opened before; `null` to show neither. */
  readonly visit: 'new' | 'seen' | null;
  /** Whether the abstract is expanded; `null` if the page shows it, or there is none. */
  readonly isUnfolded: boolean | null;
  /** Why the row matches, where that cannot be seen on it, and whether the passage is shown. */
  readonly match: { readonly text: string; readonly isOpen: boolean } | null;
  /** A version that is new to the user; 0 if its number is unknown. */
  readonly newVersion: number | null;
  /** On a paper's own page: when it was added to the reading list, in milliseconds. */
  readonly own: { readonly since: number | null } | null;
  readonly message: {
    readonly kind: 'failure' | 'waiting' | 'outdated';
    readonly text: string;
  } | null;
}
