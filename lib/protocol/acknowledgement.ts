/** The library's answer to a write. */
import type { PaperId, TriageState } from '@/lib/paper';
import type { OperationId } from './operation-id';
import type { Rule } from './rule';

export type RefusalCode =
  | 'invalid'
  | 'unknown-paper'
  | 'not-allowed'
  | 'cancelled'
  | 'arxiv'
  | 'storage-full'
  | 'storage';

/** The answer to a command. Only `ok: true` means saved. */
export type Acknowledgement =
  | {
      readonly ok: true;
      readonly op: OperationId;
      /** What was done, in a sentence for the user: "Undid: Starred 34 papers". */
      readonly text: string;
      /** The states of the papers that the operation was about; empty where `isMany`. */
      readonly states: States;
      /** Too many papers for their states to be sent: whoever shows some should ask for theirs. */
      readonly isMany?: true;
      /** What can be undone and redone by now. */
      readonly history: History;
      /** All rules as they are now, in their order, where the operation was about rules. */
      readonly rules?: readonly Rule[];
    }
  | (Refused & { readonly ok: false });

interface Refused {
  readonly code: RefusalCode;
  /** Why, for the user. */
  readonly message: string;
}

/** What the next undo and the next redo would take back or do again, in the words used when it was done. */
export interface History {
  /** `null`: there is nothing to undo. */
  readonly undo: string | null;
  readonly redo: string | null;
}

/** States by paper id. A paper that is not in it is undecided. */
export type States = Readonly<Record<PaperId, TriageState>>;

/** Only `ok: true` means kept. */
export type Kept = { readonly ok: true } | (Refused & { readonly ok: false });
