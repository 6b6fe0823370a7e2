import { compileFilter, type Finder } from '@/lib/filter/match';
import { parseFilter } from '@/lib/filter/parse';

/** A function that finds the places to mark for a query. */
export function finderFor(query: string): Finder {
  return compileFilter(parseFilter(query).filter, null).find;
}
