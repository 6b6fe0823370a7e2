import { useEffect, useRef, useState } from 'react';

/** The rendered rows of a list that is kept elsewhere, by index, requested as they come into view. */
export function useWindow<T>(
  items: readonly { readonly index: number }[],
  ask: (from: number, to: number) => Promise<readonly T[]>,
): ReadonlyMap<number, T> {
  const [rows, setRows] = useState<ReadonlyMap<number, T>>(new Map());
  const from = items[0]?.index ?? 0;
  const to = (items.at(-1)?.index ?? -1) + 1;
  const asking = useRef(ask);
  asking.current = ask;
  useEffect(() => {
    let isLate = false;
    void asking.current(from, to).then((found) => {
      if (!isLate) setRows(new Map(found.map((row, n) => [from + n, row])));
    });
    return () => {
      isLate = true;
    };
  }, [from, to]);
  return rows;
}
