/**
 * What undoing a command means when others came after it. The library shows what its commands made
 * of it one after the other, those left out that are undone. So undoing a command gives a field back
 * its value from before, unless a later command that stands has written it: that one's value stays,
 * and that one comes to remember the value from before. Doing it again is the same, the other way.
 */
import { isEqualJson } from '@/lib/util/is-equal-json';

type Values = Readonly<Record<string, unknown>>;

/** Fields that were written of one record: as they were, and as they became. */
export interface Writing {
  readonly id: string;
  readonly before: Values;
  readonly after: Values;
}

export type Direction = 'undo' | 'redo';

/** The writes of the later commands that stand. */
export interface LaterWrites<W extends Writing> {
  /** What the first of them to write this field found there; `null` when none has written it. */
  readonly found: (id: string, field: string) => { readonly value: unknown } | null;
  /** Has that one remember another value. */
  readonly remember: (id: string, field: string, value: unknown) => void;
  /** All writes of each command; `null` for those that stayed the same. */
  readonly changed: () => (readonly W[] | null)[];
}

/** `commands` has the writes of each, oldest first. */
export function laterWrites<W extends Writing>(
  commands: readonly (readonly W[])[],
): LaterWrites<W> {
  const all = commands.map((writes) => ({
    writes: new Map(writes.map((write) => [write.id as string, write])),
    isChanged: false,
  }));
  const first = (id: string, field: string) =>
    all.find(({ writes }) => Object.hasOwn(writes.get(id)?.after ?? {}, field));

  return {
    found(id, field) {
      const write = first(id, field)?.writes.get(id);
      return write ? { value: write.before[field] } : null;
    },
    remember(id, field, value) {
      const command = first(id, field);
      const write = command?.writes.get(id);
      if (!command || !write || isEqualJson(write.before[field], value)) return;
      command.writes.set(id, { ...write, before: { ...write.before, [field]: value } });
      command.isChanged = true;
    },
    changed: () => all.map(({ writes, isChanged }) => (isChanged ? [...writes.values()] : null)),
  };
}

interface Reversal<W extends Writing> {
  /** What to write into the record now. */
  readonly fields: Values;
  /** The command's write, with what was before it as it is by now. */
  readonly write: W;
}

/**
 * Takes one write back, or does it again. `read` gives the record's fields; `null`: it is gone.
 * What neither this command nor a later one has written comes from elsewhere, and undo leaves it.
 */
export function reverse<W extends Writing>(
  direction: Direction,
  write: W,
  later: LaterWrites<W>,
  read: ((field: string) => unknown) | null,
): Reversal<W> {
  const { id, before, after } = write;
  const fields: Record<string, unknown> = {};
  if (direction === 'undo') {
    for (const [field, value] of Object.entries(before)) {
      if (later.found(id, field)) later.remember(id, field, value);
      else if (read && isEqualJson(read(field), after[field])) fields[field] = value;
    }
    return { fields, write };
  }
  const found: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(after)) {
    const next = later.found(id, field);
    if (next) later.remember(id, field, value);
    else if (read) fields[field] = value;
    if (Object.hasOwn(before, field))
      found[field] = next ? next.value : read ? read(field) : before[field];
  }
  return { fields, write: isEqualJson(found, before) ? write : { ...write, before: found } };
}
