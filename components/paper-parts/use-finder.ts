import { useEffect, useMemo, useState } from 'react';
import { whenIdle } from '@/components/design/later';
import type { Finder } from '@/lib/filter/match';

type MakeFinder = (query: string) => Finder;

const findNothing: Finder = () => [];

const load = () => import('./finder');
whenIdle(load);

/** `finderFor` a query. Its code is loaded when the page is idle; until then nothing is marked. */
export function useFinder(query: string): Finder {
  const [make, setMake] = useState<MakeFinder | null>(null);
  const isNeeded = make === null && query !== '';
  useEffect(() => {
    if (!isNeeded) return;
    load().then(
      ({ finderFor }) => setMake(() => finderFor),
      () => {}, // the list works without marks
    );
  }, [isNeeded]);
  return useMemo(() => (make && query !== '' ? make(query) : findNothing), [make, query]);
}
