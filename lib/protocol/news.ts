/** What pages are told without asking. */
import type { Abstracts, AbstractsProblem } from './abstracts';
import type { Acknowledgement, History, States } from './acknowledgement';
import type { OperationId } from './operation-id';
import type { Rule } from './rule';

/** What is new for listing pages. What is not in it did not change. */
export interface News {
  /** The states that changed. */
  readonly states?: States;
  /** Too many states changed to be told: ask for those of all papers that are shown. */
  readonly isMany?: true;
  /** What can be undone and redone by now. */
  readonly history?: History;
  /** All rules, in their order. */
  readonly rules?: readonly Rule[];
  /** Abstracts that have just come, for whichever page. */
  readonly abstracts?: Abstracts;
  /** `null`: the problem is over. */
  readonly abstractsProblem?: AbstractsProblem | null;
}

/** How far a command about many papers has come. */
export interface Progress {
  readonly op: OperationId;
  readonly done: number;
  readonly total: number;
}

/** What is new after a write. */
export function newsOf({ states, isMany, rules, history }: Acknowledgement & { ok: true }): News {
  return {
    history,
    ...(Object.keys(states).length > 0 && { states }),
    ...(isMany && { isMany }),
    ...(rules && { rules }),
  };
}
