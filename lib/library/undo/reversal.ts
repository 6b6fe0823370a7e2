/**
 * What undoing a command means when others came after it. The library is always what its commands make
 * of it, one after another, without the undone ones. So undo restores the value a field had before,
 * unless a later command wrote the field too: then that command's value stays, and the restored value
 * becomes what is before that command. Redo is the same, the other way round.
 */
import { isEqualJson } from '@/lib/util/is-equal-json';

type Values = Readonly<Record<string, unknown>>;

/** What a command wrote to the fields of one record (of a paper, rule or tag). */
export interface RecordWrite {
  readonly id: string;
  readonly before: Values;
  readonly after: Values;
}

export type Direction = 'undo' | 'redo';

/** The writes of the later commands that are done. */
export interface LaterWrites<W extends RecordWrite> {
  /** The value before the first of them that wrote this field; `null` when none did. */
  readonly valueBefore: (id: string, field: string) => { readonly value: unknown } | null;
  /** Changes that value. */
  readonly setValueBefore: (id: string, field: string, value: unknown) => void;
  /** All writes of each command, in the order given; `null` where none was changed. */
  readonly changedWrites: () => (readonly W[] | null)[];
}

/** `commands`: the writes of each, oldest first. */
export function createLaterWrites<W extends RecordWrite>(
  commands: readonly (readonly W[])[],
): LaterWrites<W> {
  const all = commands.map((writes) => ({
    writes: new Map(writes.map((write) => [write.id as string, write])),
    isChanged: false,
  }));
  const firstWriting = (id: string, field: string) =>
    all.find(({ writes }) => Object.hasOwn(writes.get(id)?.after ?? {}, field));

  return {
    valueBefore(id, field) {
      const write = firstWriting(id, field)?.writes.get(id);
      return write ? { value: write.before[field] } : null;
    },
    setValueBefore(id, field, value) {
      const command = firstWriting(id, field);
      const write = command?.writes.get(id);
      if (!command || !write || isEqualJson(write.before[field], value)) return;
      command.writes.set(id, { ...write, before: { ...write.before, [field]: value } });
      command.isChanged = true;
    },
    changedWrites: () =>
      all.map(({ writes, isChanged }) => (isChanged ? [...writes.values()] : null)),
  };
}

interface Reversal<W extends RecordWrite> {
  /** The values to set in the record. */
  readonly fields: Values;
  /** The command's write, `before` brought up to date. */
  readonly write: W;
}

/**
 * Undoes or redoes one write. `read` gives the current value of the record's fields; `null`: the record
 * is gone. Undo leaves a field alone if its value is neither from this command nor from a later one.
 */
export function reverseWrite<W extends RecordWrite>(
  direction: Direction,
  write: W,
  later: LaterWrites<W>,
  read: ((field: string) => unknown) | null,
): Reversal<W> {
  const { id, before, after } = write;
  const fields: Record<string, unknown> = {};
  if (direction === 'undo') {
    for (const [field, value] of Object.entries(before)) {
      if (later.valueBefore(id, field)) later.setValueBefore(id, field, value);
      else if (read && isEqualJson(read(field), after[field])) fields[field] = value;
    }
    return { fields, write };
  }
  const newBefore: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(after)) {
    const next = later.valueBefore(id, field);
    if (next) later.setValueBefore(id, field, value);
    else if (read) fields[field] = value;
    if (Object.hasOwn(before, field))
      newBefore[field] = next ? next.value : read ? read(field) : before[field];
  }
  const isSame = isEqualJson(newBefore, before);
  return { fields, write: isSame ? write : { ...write, before: newBefore } };
}
