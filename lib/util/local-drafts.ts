/** Records that outlive a page of the extension which is closed, each under a name: kept at once, without a wait. */
import * as v from 'valibot';

export interface KeptRecords<T> {
  /** Nothing is kept where there is no room: what it is for can still be saved in time. */
  readonly keep: (name: string, record: T) => void;
  /** `null` for none, or for what is none: not ours, or cut off. That is left where it is. */
  readonly read: (name: string) => T | null;
  readonly drop: (name: string) => void;
  /** In no order. */
  readonly names: () => string[];
}

/** `kind` tells the records of one kind from others, and `schema` what they are. */
export function keptRecords<T>(kind: string, schema: v.GenericSchema<unknown, T>): KeptRecords<T> {
  const prefix = `winnow:${kind}:`;
  return {
    keep(name, record) {
      try {
        localStorage.setItem(prefix + name, JSON.stringify(record));
      } catch {
        // no room
      }
    },
    read(name) {
      try {
        return v.parse(schema, JSON.parse(localStorage.getItem(prefix + name) ?? ''));
      } catch {
        return null;
      }
    },
    drop: (name) => localStorage.removeItem(prefix + name),
    names: () =>
      Object.keys(localStorage)
        .filter((key) => key.startsWith(prefix))
        .map((key) => key.slice(prefix.length)),
  };
}
