/** What commands write, as it is stored to undo them. */

import type { PaperId } from '@/lib/paper';
import type { States } from '@/lib/protocol/acknowledgement';
import type { Colour } from '@/lib/protocol/colours';
import type { OperationId } from '@/lib/protocol/operation-id';
import type { SavedFilter } from '@/lib/protocol/saved-filter';
import type { SettingsWrite } from '@/lib/protocol/saved-library';
import { isEqualJson } from '@/lib/util/is-equal-json';
import type { Fields } from './record-fields';
import type { RuleWrite } from './rule-record';

/** What a command wrote to one paper. */
export interface PaperWrite {
  readonly id: PaperId;
  readonly before: Fields;
  readonly after: Fields;
}

/** The same write to several papers. */
interface PackedWrite {
  readonly ids: readonly PaperId[];
  readonly before: Fields;
  readonly after: Fields;
}

/** What a command wrote to one tag, which is its `id`. */
export interface TagWrite {
  readonly id: string;
  readonly before: { readonly colour: Colour | null };
  readonly after: { readonly colour: Colour | null };
}

/** All that a command wrote. */
export interface CommandWrites {
  readonly papers: readonly PackedWrite[];
  /** Only of commands about rules. */
  readonly rules?: readonly RuleWrite[];
  /** Only of commands about colours of tags. */
  readonly tags?: readonly TagWrite[];
  /** Saved filters added by an import; they are stored outside the database. */
  readonly filters?: readonly SavedFilter[];
  /** Settings changed by an import; they are stored outside the database. */
  readonly settings?: SettingsWrite;
}

/** The stored form. Separate from the operation, which is read far more often. */
export interface WritesRecord extends CommandWrites {
  readonly op: OperationId;
}

/** What a command did to papers. */
export interface PaperChanges {
  readonly writes: readonly PaperWrite[];
  /** The papers' states now; `null` when there are too many for one answer. */
  readonly states: States | null;
}

/** Joins equal writes, so that starring 10,000 papers is stored as one. */
export function packWrites(writes: readonly PaperWrite[]): PackedWrite[] {
  const packed = new Map<string, { ids: PaperId[]; before: Fields; after: Fields }>();
  for (const { id, before, after } of writes) {
    const key = JSON.stringify([before, after]);
    const same = packed.get(key);
    if (same) same.ids.push(id);
    else packed.set(key, { ids: [id], before, after });
  }
  return [...packed.values()];
}

/** One write for each paper. */
export function unpackWrites(packed: readonly PackedWrite[]): PaperWrite[] {
  return packed.flatMap(({ ids, before, after }) => ids.map((id) => ({ id, before, after })));
}

/** Two successive writes to the same paper as one. */
export function joinWrites(earlier: PaperWrite, later: PaperWrite): PaperWrite {
  return {
    id: later.id,
    before: { ...later.before, ...earlier.before },
    after: { ...earlier.after, ...later.after },
  };
}

/** Adds a write to those of one command, which may have written the same paper before. */
export function addWrite(writes: Map<PaperId, PaperWrite>, write: PaperWrite): void {
  const earlier = writes.get(write.id);
  writes.set(write.id, earlier ? joinWrites(earlier, write) : write);
}

/** Whether something outside the database was written. */
export function hasSideEffects({ filters, settings }: CommandWrites): boolean {
  return filters !== undefined || settings !== undefined;
}

/** Whether everything was so already, as when a paper is starred that another tab has just starred. */
export function changesNothing(writes: CommandWrites): boolean {
  const { papers, rules = [], tags = [] } = writes;
  const isSame = [...papers, ...rules, ...tags].every((one) => isEqualJson(one.before, one.after));
  return isSame && !hasSideEffects(writes);
}

/** Only the papers. A command that changed nothing must not count as having written their fields. */
export function withoutFields({ papers }: CommandWrites): CommandWrites {
  return { papers: papers.map(({ ids }) => ({ ids, before: {}, after: {} })) };
}

/** See `Operation.size`. */
export function sizeOf(writes: WritesRecord): number {
  return JSON.stringify(writes).length;
}
