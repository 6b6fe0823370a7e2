import { compileFilter, type Finder } from '@/lib/filter/match';
import { parseFilter } from '@/lib/filter/parse';

/** What finds the places to mark for a filter. */
export function finderFor(query: string): Finder {
  return compileFilter(parseFilter(query).filter, null).find;
}
