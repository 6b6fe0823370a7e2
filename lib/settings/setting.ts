/** How a setting is stored, read and carried by files. */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';
import { isEqualJson } from '@/lib/util/is-equal-json';

/** A value that is kept on this device, or a part of one. */
export interface Setting<T> {
  readonly getValue: () => Promise<T>;
  readonly setValue: (value: T) => Promise<void>;
  /** Calls back with each new value; returns what stops it. */
  readonly watch: (listener: (value: T) => void) => () => void;
}

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
  // Not `defineItem`, which reads each setting as soon as it is defined, on every page.
  const place = `local:${key}` as const;
  const check = (value: unknown) => v.safeParse(schema, completed(value, fallback));

  function read(stored: unknown): T {
    const checked = check(stored);
    return checked.success ? checked.output : fallback;
  }

  async function getValue(): Promise<T> {
    return read(await unlessLeftBehind(() => storage.getItem<unknown>(place)));
  }

  return {
    savedAs,
    getValue,
    setValue: (value) => unlessLeftBehind(() => storage.setItem(place, value)),
    watch(listener) {
      const stop = storage.watch<unknown>(place, (stored) => listener(read(stored)));
      return () => {
        if (browser.runtime?.id) stop(); // see `unlessLeftBehind`
      };
    },
    async replace(from, to) {
      const [before, after] = [check(from), check(to)];
      if (!before.success || !after.success) return;
      if (isEqualJson(await getValue(), before.output)) await storage.setItem(place, after.output);
    },
  };
}

/**
 * In a page that the extension has left behind every call throws: nothing is stored or heard there any
 * more, and the page says that it must be reloaded.
 */
async function unlessLeftBehind<T>(call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await call();
  } catch (error) {
    if (browser.runtime?.id) throw error;
  }
}

/** Fields that an earlier version did not have yet are as they are by default. */
function completed(value: unknown, fallback: unknown): unknown {
  return isObject(value) && isObject(fallback) ? { ...fallback, ...value } : value;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
