/**
 * Values in the extension's own storage, which outlive the worker. Own code rather than WXT's storage,
 * which reads every value as soon as it is defined, on each page, and fails where the extension has
 * left a page behind.
 */
import { type Browser, browser } from 'wxt/browser';

export interface StoredValue<T> {
  readonly getValue: () => Promise<T>;
  readonly setValue: (value: T) => Promise<void>;
  /** Calls back with each new value; returns what stops it. */
  readonly watch: (listener: (value: T) => void) => () => void;
}

/**
 * The value stored under a key, unchecked; `session`: until the browser is closed. In a page that the
 * extension has left behind it is the fallback, and nothing is stored or heard any more: such a page
 * says that it must be reloaded.
 */
export function storedValue<T>(
  area: 'local' | 'session',
  key: string,
  fallback: T,
): StoredValue<T> {
  return {
    getValue: () =>
      unlessLeftBehind(fallback, async () => {
        const stored = await browser.storage[area].get(key);
        return (stored[key] as T | null | undefined) ?? fallback;
      }),
    setValue: (value) =>
      unlessLeftBehind(undefined, () => browser.storage[area].set({ [key]: value })),
    watch(listener) {
      const onChanged = (changes: Record<string, Browser.storage.StorageChange>) => {
        const change = changes[key];
        if (change) listener((change.newValue as T | null | undefined) ?? fallback);
      };
      browser.storage[area].onChanged.addListener(onChanged);
      return () => {
        if (browser.runtime?.id) browser.storage[area].onChanged.removeListener(onChanged);
      };
    },
  };
}

/** There every call throws. */
async function unlessLeftBehind<T>(instead: T, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (browser.runtime?.id) throw error;
    return instead;
  }
}
