/** What the library remembers of each command: proof against doing it twice, and how to undo it. */

import type { PaperId } from '@/lib/paper';
import type { States } from '@/lib/protocol/acknowledgement';
import type { Colour } from '@/lib/protocol/colours';
import type { OperationId } from '@/lib/protocol/operation-id';
import type { SavedFilter } from '@/lib/protocol/saved-filter';
import type { SettingsWrite } from '@/lib/protocol/saved-library';
import { isEqualJson } from '@/lib/util/is-equal-json';
import type { Stamp } from './clock';
import type { Fields } from './record-fields';
import type { RuleWrite } from './rule-record';

/**
 * Whether a command holds now. `superseded`: it was undone, and something else was done since, so
 * that "redo" does not come to it any more.
 */
export type OperationStatus = 'done' | 'undone' | 'superseded';

/** One command that was carried out, or the undoing or redoing of one. */
export interface Operation {
  /** Order of operations; given by the database. */
  readonly seq?: number;
  readonly op: OperationId;
  readonly stamp: Stamp;
  /** What was done, in a sentence for the user: "Starred “A title”". */
  readonly label: string;
  /** About how many characters its writes take. */
  readonly size: number;
  /** The status of a command, under the name that is stored; undos and redos have none. */
  readonly standing?: OperationStatus;
  /** The stamp of the operation that gave the command its status: its own, or that of an undo or a redo. */
  readonly turn?: Stamp;
  /**
   * The user did not do it themselves, or it changed nothing: it has no place in the order of undo and
   * redo, and is undone by its name, or before a command of the user on the same papers is.
   */
  readonly isQuiet?: true;
  /** The command that this operation undid or did again; it has no writes of its own. */
  readonly of?: OperationId;
  /** The later command of the same editing session, which took this one's writes over. */
  readonly absorbedBy?: OperationId;
}

/** The fields that were written of one paper: as they were, and as they became. */
export interface Write {
  readonly id: PaperId;
  readonly before: Fields;
  readonly after: Fields;
}

/** The same write of many papers. */
interface PaperWrites {
  readonly ids: readonly PaperId[];
  readonly before: Fields;
  readonly after: Fields;
}

/** The colour that a tag was given. */
export interface TagWrite {
  readonly id: string;
  readonly before: { readonly colour: Colour | null };
  readonly after: { readonly colour: Colour | null };
}

/** All that a command wrote. Apart from the operation, which is read far more often. */
export interface Written {
  readonly papers: readonly PaperWrites[];
  /** Where the command was about rules. */
  readonly rules?: readonly RuleWrite[];
  /** Where it was about colours of tags. */
  readonly tags?: readonly TagWrite[];
  /** Saved filters that came with an import; they are kept beside the database. */
  readonly filters?: readonly SavedFilter[];
  /** Settings that came with one, which are kept there too. */
  readonly settings?: SettingsWrite;
}

/** The same, as it is stored. */
export interface WritesRecord extends Written {
  readonly op: OperationId;
}

/** Writes with those together that are the same: a star of 10,000 papers is kept as one. */
export function packWrites(writes: readonly Write[]): PaperWrites[] {
  const packed = new Map<string, { ids: PaperId[]; before: Fields; after: Fields }>();
  for (const { id, before, after } of writes) {
    const key = JSON.stringify([before, after]);
    const same = packed.get(key);
    if (same) same.ids.push(id);
    else packed.set(key, { ids: [id], before, after });
  }
  return [...packed.values()];
}

/** The writes of each paper. */
export function unpackWrites(packed: readonly PaperWrites[]): Write[] {
  return packed.flatMap(({ ids, before, after }) => ids.map((id) => ({ id, before, after })));
}

/** Whether it wrote something that is kept beside the database. */
export function hasSideEffects({ filters, settings }: Written): boolean {
  return filters !== undefined || settings !== undefined;
}

/** Whether all was so already, as when a paper is starred that another tab has starred. */
export function changesNothing(written: Written): boolean {
  const { papers, rules = [], tags = [] } = written;
  const isAsBefore = [...papers, ...rules, ...tags].every((one) =>
    isEqualJson(one.before, one.after),
  );
  return isAsBefore && !hasSideEffects(written);
}

/** The papers alone that it was about: what changed nothing neither hides nor outlives other writes. */
export function withoutFields({ papers }: Written): Written {
  return { papers: papers.map(({ ids }) => ({ ids, before: {}, after: {} })) };
}

/** About how many characters this takes to keep. */
export function sizeOf(writes: WritesRecord): number {
  return JSON.stringify(writes).length;
}

/** What a command did to papers. */
export interface Changed {
  readonly writes: readonly Write[];
  /** Of the papers as they are now; `null` where they are too many to be told. */
  readonly states: States | null;
  /** The first of them. */
  readonly title: string;
}
