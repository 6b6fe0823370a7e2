/** Answers lists from the catalogue in memory and the text index. See docs/search.md. */
import { liveQuery } from 'dexie';
import { EMPTY_FILTER, type Filter } from '@/lib/filter/filter';
import { compileFilter } from '@/lib/filter/match';
import { parseFilter } from '@/lib/filter/parse';
import { printFilter } from '@/lib/filter/print';
import type { RegexEngine } from '@/lib/filter/regex-engine';
import type { ListQuery } from '@/lib/protocol/list-query';
import type { ListAnswer } from '../queries/list-answer';
import type { LibraryDatabase } from '../store/database';
import { shelfIn } from '../store/paper-flags';
import { createIndexCache, type Matches } from '../texts/index-reader';
import { type Columns, createColumns } from './columns';
import { applyChoices } from './facets';
import type { PaperSet } from './matches';
import { sortByScore, sortPapers } from './order';
import { createSearch } from './search';
import { createSortCache } from './sort-cache';
import { correctSpelling, readKnownWords } from './spelling';
import { openTextSnapshot, type TextSnapshot } from './text-snapshot';

export interface ListEngine {
  /** Answers from the library as it is now. @throws when `signal` is aborted. */
  readonly answer: (query: ListQuery, signal: AbortSignal) => Promise<ListAnswer>;
  readonly close: () => void;
}

interface SearchResult {
  readonly matches: Matches;
  /** See `ListAnswer`. */
  readonly corrected: string | null;
  readonly unindexed: number;
}

/** Reads the catalogue and follows it from then on. `onChange`: earlier answers may be out of date. */
export function createListEngine(
  db: LibraryDatabase,
  regex: RegexEngine,
  onChange: () => void,
): ListEngine {
  const columns = createColumns();
  const indexCache = createIndexCache();
  const orders = createSortCache(db, columns);
  let texts: Promise<TextSnapshot> | null = null;
  let knownWords: Promise<ReadonlySet<string>> | null = null;
  const subscriptions: { unsubscribe: () => void }[] = [];
  const ready = subscribe();

  /** Resolves when the catalogue has been read. */
  function subscribe(): Promise<void> {
    let lastStamp = '';
    subscriptions.push(
      liveQuery(() =>
        db.transaction('r', db.titles, () => db.titles.orderBy('stamp').lastKey()),
      ).subscribe(orders.clearTitles),
      liveQuery(() =>
        db.transaction('r', db.segments, db.unindexed, async () => [
          await db.segments.toCollection().primaryKeys(),
          await db.unindexed.toArray(),
        ]),
      ).subscribe(() => {
        dropTexts();
        onChange();
        // The next keystroke need not wait for it then. A failure shows up when the texts are needed.
        void ready.then(openTexts).catch(() => {});
      }),
    );
    return new Promise((resolve, reject) => {
      const chunks = liveQuery(() =>
        db.transaction('r', db.catalogue, () =>
          db.catalogue.where('stamp').above(lastStamp).toArray(),
        ),
      );
      const subscription = chunks.subscribe({
        next(changed) {
          if (changed.length > 0) {
            const before = columns.size;
            columns.update(changed);
            for (const { stamp } of changed) if (stamp > lastStamp) lastStamp = stamp;
            orders.clear();
            if (columns.size !== before) dropTexts();
            onChange();
          }
          resolve();
        },
        error: reject,
      });
      subscriptions.push(subscription);
    });
  }

  function openTexts(): Promise<TextSnapshot> {
    texts ??= openTextSnapshot(db, indexCache, columns.size);
    return texts;
  }

  function dropTexts(): void {
    texts = null;
    knownWords = null;
  }

  /** Spelling is only corrected where nothing matches the search as typed. */
  async function search(
    filter: Filter,
    within: PaperSet,
    signal: AbortSignal,
  ): Promise<SearchResult> {
    const snapshot = await openTexts();
    const { unindexed } = snapshot;
    const searcher = createSearch(columns, snapshot, regex);
    const typed = await searcher.run(filter, within, signal);
    const asTyped = { matches: typed, corrected: null, unindexed };
    if (typed.nums.includes(1)) return asTyped;
    knownWords ??= readKnownWords(columns, snapshot);
    const correction = correctSpelling(filter, await knownWords);
    if (!correction) return asTyped;
    const matches = await searcher.run(correction, within, signal);
    if (!matches.nums.includes(1)) return asTyped;
    return { matches, corrected: printFilter(correction), unindexed };
  }

  return {
    async answer(query, signal) {
      await ready;
      signal.throwIfAborted();
      const { filter, problems } = parseSearch(query.search, regex);
      const within = papersOn(query.shelf, columns);
      const isSearch = filter !== EMPTY_FILTER;
      const { matches, corrected, unindexed } = isSearch
        ? await search(filter, within, signal).catch((error: unknown) => {
            if (!signal.aborted) dropTexts(); // another page may have merged their segments away
            throw error;
          })
        : { matches: unscored(within), corrected: null, unindexed: 0 };
      signal.throwIfAborted();
      const { nums, facets } = applyChoices(columns, query, matches.nums);
      const order = await orders.get(query.sort);
      const isRanked = isSearch && query.sort === 'relevance';
      return {
        search: query.search,
        nums: isRanked ? sortByScore(nums, matches.scores, order) : sortPapers(nums, order),
        ...{ facets, problems, unindexed, corrected },
        isPartial: false,
      };
    },
    close() {
      for (const one of subscriptions) one.unsubscribe();
    },
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

function unscored(nums: PaperSet): Matches {
  return { nums, scores: new Float32Array(0) };
}
