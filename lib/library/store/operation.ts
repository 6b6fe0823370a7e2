/** Operations, as they are stored: they make commands happen at most once, and undo possible. */
import type { OperationId } from '@/lib/protocol/operation-id';
import type { Stamp } from './clock';

/** Of a command. `superseded`: undone, and out of the reach of "redo" since a newer command. */
export type OperationStatus = 'done' | 'undone' | 'superseded';

/** A command that was carried out, or an undo or redo of one. */
export interface Operation {
  /** Assigned by the database, ascending. */
  readonly seq?: number;
  readonly op: OperationId;
  readonly stamp: Stamp;
  /** What was done, as a sentence for the user: "Starred “A title”". */
  readonly label: string;
  /** Approximate size of its writes, in characters. */
  readonly size: number;
  /** The status of a command; undos and redos have none. */
  readonly standing?: OperationStatus;
  /** The stamp of the operation that gave a command its status: the command itself, an undo or a redo. */
  readonly turn?: Stamp;
  /** Not done by the user, or without effect: "undo" and "redo" pass over it. See `undo/history.ts`. */
  readonly isQuiet?: true;
  /** The command that this operation undid or redid; it has no writes of its own. */
  readonly of?: OperationId;
  /** The later command of the same editing session that took over the writes of this one. */
  readonly absorbedBy?: OperationId;
}
