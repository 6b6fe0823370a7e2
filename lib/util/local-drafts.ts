/** Named records in `localStorage`, written synchronously so that they survive the page being closed. */
import * as v from 'valibot';

export interface LocalDrafts<T> {
  /** Does nothing when storage is full: the edit itself can still be saved. */
  readonly keep: (name: string, record: T) => void;
  /** `null` when missing or malformed; a malformed record is left in place. */
  readonly read: (name: string) => T | null;
  readonly drop: (name: string) => void;
  /** Unordered. */
  readonly names: () => string[];
}

/** The records of one `kind`, which is part of their storage keys; `schema` validates each when read. */
export function localDrafts<T>(kind: string, schema: v.GenericSchema<unknown, T>): LocalDrafts<T> {
  const prefix = `winnow:${kind}:`;
  return {
    keep(name, record) {
      try {
        localStorage.setItem(prefix + name, JSON.stringify(record));
      } catch {
        // storage is full
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
