/** How a setting is stored, read and carried by files. */
import * as v from 'valibot';
import { isEqualJson } from '@/lib/util/is-equal-json';
import { type StoredValue, storedValue } from '@/lib/util/stored-value';

/** A value that is kept on this device, or a part of one. */
export type Setting<T> = StoredValue<T>;

interface Definition<T> {
  /** Its name in storage, which never changes. */
  readonly key: string;
  readonly schema: v.GenericSchema<unknown, T>;
  /** Its value until it is set, and in place of a stored value that does not fit the schema. */
  readonly fallback: T;
  /** Its name in files of the library, which never changes; `null`: they do not carry it. */
  readonly savedAs: string | null;
}

export interface StoredSetting<T> extends Setting<T> {
  readonly savedAs: string | null;
  /**
   * Sets it to `to` if it is `from`: values from files, unchecked. If it was changed since, or one of
   * the values cannot be read, it stays as it is.
   */
  readonly replace: (from: unknown, to: unknown) => Promise<void>;
}

/** Defines a setting; see `settings.ts`. */
/* @__NO_SIDE_EFFECTS__ */
export function defineSetting<T>({
  key,
  schema,
  fallback,
  savedAs,
}: Definition<T>): StoredSetting<T> {
  const place = storedValue<unknown>('local', key, fallback);
  const check = (value: unknown) => v.safeParse(schema, completed(value, fallback));

  function read(stored: unknown): T {
    const checked = check(stored);
    return checked.success ? checked.output : fallback;
  }

  async function getValue(): Promise<T> {
    return read(await place.getValue());
  }

  return {
    savedAs,
    getValue,
    setValue: place.setValue,
    watch: (listener) => place.watch((stored) => listener(read(stored))),
    async replace(from, to) {
      const [before, after] = [check(from), check(to)];
      if (!before.success || !after.success) return;
      if (isEqualJson(await getValue(), before.output)) await place.setValue(after.output);
    },
  };
}

/** Fields that an earlier version did not have yet are as they are by default. */
function completed(value: unknown, fallback: unknown): unknown {
  return isObject(value) && isObject(fallback) ? { ...fallback, ...value } : value;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
