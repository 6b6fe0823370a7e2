/** The search of the lists, for the background; reads the catalogue when it is first needed. */
import { createListEngine } from '@/lib/library/lists/engine';
import type { Queries } from '@/lib/library/queries/queries';
import type { LibraryDatabase } from '@/lib/library/store/database';
import { READING_LIST } from '@/lib/protocol/list-query';
import type { OmniboxServices } from './omnibox';
import { NO_REGEX } from './omnibox';

export function createLibrarySearch(
  db: LibraryDatabase,
  queries: Pick<Queries, 'byNums'>,
): OmniboxServices['search'] {
  let engine: ReturnType<typeof createListEngine> | null = null;
  return async (search, most) => {
    engine ??= createListEngine(db, NO_REGEX, () => {});
    const query = { ...READING_LIST, search, sort: 'relevance' } as const;
    const { nums } = await engine.answer(query, new AbortController().signal);
    const first = [...nums.slice(0, most)];
    const papers = await queries.byNums(first);
    return first.flatMap((num) => papers.get(num) ?? []);
  };
}
