import { useEffect, useState } from 'react';
import type { Setting } from '@/lib/settings/setting';

/** One field of a setting that is an object; the other fields are kept. */
export function fieldOf<T extends object, K extends keyof T>(
  whole: Setting<T>,
  field: K,
): Setting<T[K]> {
  return {
    getValue: async () => (await whole.getValue())[field],
    setValue: async (value) => whole.setValue({ ...(await whole.getValue()), [field]: value }),
    watch: (listener) => whole.watch((value) => listener(value[field])),
  };
}

/** The value of a setting, live, and a function that changes it; `undefined` until read. */
export function useSetting<T>(setting: Setting<T>): readonly [T | undefined, (value: T) => void] {
  const [value, setValue] = useState<T>();
  useEffect(() => {
    let isLate = false; // unmounted, or changed while it was read
    const unwatch = setting.watch((changed) => {
      isLate = true;
      setValue(() => changed);
    });
    void setting.getValue().then((stored) => {
      if (!isLate) setValue(() => stored);
    });
    return () => {
      isLate = true;
      unwatch();
    };
  }, [setting]);
  return [
    value,
    (wanted) => {
      setValue(() => wanted);
      void setting.setValue(wanted);
    },
  ];
}
