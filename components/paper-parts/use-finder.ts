import { useEffect, useMemo, useState } from 'react';
import { whenIdle } from '@/components/design/later';
import type { Finder } from '@/lib/filter/match';

type MakeFinder = (query: string) => Finder;

const findNothing: Finder = () => [];

const load = () => import('./finder');
whenIdle(load);

/** `finderFor` a query; what makes it comes when there is nothing else to do, and until then marks nothing. */
export function useFinder(query: string): Finder {
  const [make, setMake] = useState<MakeFinder | null>(null);
  const isNeeded = make === null && query !== '';
  useEffect(() => {
    if (!isNeeded) return;
    load().then(
      ({ finderFor }) => setMake(() => finderFor),
      () => {}, // the list is as it is without marks
    );
  }, [isNeeded]);
  return useMemo(() => (make && query !== '' ? make(query) : findNothing), [make, query]);
}
