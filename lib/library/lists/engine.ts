/** Answers lists from the catalogue in memory and the text index. See docs/search.md. */
import { EMPTY_FILTER } from '@/lib/filter/filter';
import { compileFilter } from '@/lib/filter/match';
import { parseFilter } from '@/lib/filter/parse';
import type { RegexEngine } from '@/lib/filter/regex-engine';
import type { ListQuery } from '@/lib/protocol/list-query';
import type { ListAnswer } from '../queries/list-answer';
import type { LibraryDatabase } from '../store/database';
import { shelfIn } from '../store/paper-flags';
import { type Columns, createColumns } from './columns';
import { applyChoices } from './facets';
import { followTables } from './follow-tables';
import type { PaperSet } from './matches';
import { sortByScore, sortPapers } from './order';
import { createSortCache } from './sort-cache';
import { createTextSearch } from './text-search';

export interface ListEngine {
  /** Answers from the library as it is now. @throws when `signal` is aborted. */
  readonly answer: (query: ListQuery, signal: AbortSignal) => Promise<ListAnswer>;
  readonly close: () => void;
}

/** Reads the catalogue and follows it from then on. `onChange`: earlier answers may be out of date. */
export function createListEngine(
  db: LibraryDatabase,
  regex: RegexEngine,
  onChange: () => void,
): ListEngine {
  const columns = createColumns();
  const orders = createSortCache(db, columns);
  const textSearch = createTextSearch(db, columns, regex);
  const tables = followTables(db, {
    catalogue(chunks) {
      const before = columns.size;
      columns.update(chunks);
      orders.clear();
      if (columns.size !== before) textSearch.reset();
      onChange();
    },
    titles: orders.clearTitles,
    texts() {
      textSearch.reset();
      onChange();
      // A failure shows up when the texts are needed.
      void tables.ready.then(textSearch.prepare).catch(() => {});
    },
  });

  return {
    async answer(query, signal) {
      await tables.ready;
      signal.throwIfAborted();
      const { filter, problems } = parseSearch(query.search, regex);
      const within = papersOn(query.shelf, columns);
      const found = filter === EMPTY_FILTER ? null : await textSearch.run(filter, within, signal);
      signal.throwIfAborted();
      const { nums, facets } = applyChoices(columns, query, found?.matches.nums ?? within);
      const order = await orders.get(query.sort);
      const isRanked = found !== null && query.sort === 'relevance';
      return {
        search: query.search,
        nums: isRanked ? sortByScore(nums, found.matches.scores, order) : sortPapers(nums, order),
        ...{ facets, problems },
        unindexed: found?.unindexed ?? 0,
        corrected: found?.corrected ?? null,
        isPartial: false,
      };
    },
    close: tables.stop,
  };
}

function parseSearch(search: string, regex: RegexEngine) {
  const { filter, problems } = parseFilter(search);
  return { filter, problems: [...problems, ...compileFilter(filter, regex).problems] };
}

function papersOn(shelf: ListQuery['shelf'], { size, flags }: Columns): PaperSet {
  const nums = new Uint8Array(size);
  for (let num = 0; num < size; num += 1) {
    const flag = flags[num] as number;
    if (flag !== 0 && shelfIn(flag) === shelf) nums[num] = 1;
  }
  return nums;
}
