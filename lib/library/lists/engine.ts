/** Answers what lists ask, from the catalogue in memory and the index of texts. See docs/search.md. */
import { liveQuery } from 'dexie';
import type { RegexEngine } from '@/lib/filter/engine';
import { EMPTY_FILTER, type Filter } from '@/lib/filter/filter';
import { compileFilter } from '@/lib/filter/match';
import { parseFilter } from '@/lib/filter/parse';
import { printFilter } from '@/lib/filter/print';
import { shelfIn } from '../store/chunk';
import type { LibraryDatabase } from '../store/database';
import type { ListAnswer, ListQuery } from '../store/list-query';
import { createCaches } from '../texts/lookup';
import { choose, type PaperSet } from './choices';
import { type Columns, createColumns } from './columns';
import { correct, knownWords } from './correct';
import { byScore, inOrder, type Order, orderByAdded, orderByText, orderByValue } from './order';
import { createSearch, type Found } from './search';
import { openTexts, type Texts } from './texts';

export interface ListEngine {
  /** The library as it is now. @throws when `signal` says so. */
  readonly answer: (query: ListQuery, signal: AbortSignal) => Promise<ListAnswer>;
  readonly close: () => void;
}

interface Asked {
  readonly filter: Filter;
  readonly problems: readonly string[];
}

/** `onChange` is told when answers may be different from those before. */
export function createListEngine(
  db: LibraryDatabase,
  regex: RegexEngine,
  onChange: () => void,
): ListEngine {
  const columns = createColumns();
  const caches = createCaches();
  const orders = new Map<ListQuery['sort'], Order>();
  let titles: Promise<readonly string[]> | null = null;
  let texts: Promise<Texts> | null = null;
  let words: Promise<ReadonlySet<string>> | null = null;
  const subscriptions: { unsubscribe: () => void }[] = [];
  const ready = follow();

  /** Reads the catalogue, and follows it from then on. */
  function follow(): Promise<void> {
    let last = '';
    subscriptions.push(
      liveQuery(() =>
        db.transaction('r', db.titles, () => db.titles.orderBy('stamp').lastKey()),
      ).subscribe(() => {
        titles = null;
        orders.delete('title');
      }),
      liveQuery(() =>
        db.transaction('r', db.segments, db.unindexed, async () => [
          await db.segments.toCollection().primaryKeys(),
          await db.unindexed.toArray(),
        ]),
      ).subscribe(() => {
        forgetTexts();
        onChange();
        // So that the next key does not have to wait for it; what fails here fails again when asked for.
        void ready.then(openNow).catch(() => {});
      }),
    );
    return new Promise((resolve, reject) => {
      const chunks = liveQuery(() =>
        db.transaction('r', db.catalogue, () => db.catalogue.where('stamp').above(last).toArray()),
      );
      const take = chunks.subscribe({
        next(found) {
          if (found.length > 0) {
            const before = columns.size;
            columns.take(found);
            for (const { stamp } of found) if (stamp > last) last = stamp;
            orders.clear();
            if (columns.size !== before) forgetTexts();
            onChange();
          }
          resolve();
        },
        error: reject,
      });
      subscriptions.push(take);
    });
  }

  function openNow(): Promise<Texts> {
    texts ??= openTexts(db, caches, columns.size);
    return texts;
  }

  function forgetTexts(): void {
    texts = null;
    words = null;
  }

  async function orderBy(asked: ListQuery['sort']): Promise<Order> {
    const sort = asked === 'relevance' ? 'added' : asked;
    const known = orders.get(sort);
    if (known) return known;
    const made = await makeOrder(sort);
    orders.set(sort, made);
    return made;
  }

  async function makeOrder(sort: Exclude<ListQuery['sort'], 'relevance'>): Promise<Order> {
    if (sort === 'added') return orderByAdded(columns);
    const added = await orderBy('added');
    if (sort === 'published') return orderByValue(columns.dates, added);
    if (sort === 'upvotes') return orderByValue(columns.upvotes, added);
    titles ??= readTitles();
    return orderByText(await titles, added);
  }

  async function readTitles(): Promise<readonly string[]> {
    const chunks = await db.titles.toArray();
    const found: string[] = [];
    for (const { chunk, titles: lines } of chunks) {
      const start = chunk * lines.split('\n').length;
      for (const [row, title] of lines.split('\n').entries()) found[start + row] = title;
    }
    return found;
  }

  async function search(asked: Asked, within: PaperSet, signal: AbortSignal) {
    const now = await openNow();
    const searching = createSearch(columns, now, regex);
    const found = await searching.run(asked.filter, within, signal);
    const { unindexed } = now;
    if (found.nums.includes(1)) return { found, corrected: null, unindexed };
    words ??= knownWords(columns, now);
    const instead = correct(asked.filter, await words);
    const near = instead && (await searching.run(instead, within, signal));
    if (!near?.nums.includes(1)) return { found, corrected: null, unindexed };
    return { found: near, corrected: printFilter(instead as Filter), unindexed };
  }

  return {
    async answer(query, signal) {
      await ready;
      signal.throwIfAborted();
      const asked = ask(query.search, regex);
      const within = shelf(columns, query.shelf);
      const isSearch = asked.filter !== EMPTY_FILTER;
      const { found, corrected, unindexed } = isSearch
        ? await search(asked, within, signal).catch((error: unknown) => {
            if (!signal.aborted) forgetTexts(); // another page may have merged what is in them
            throw error;
          })
        : { found: everything(within), corrected: null, unindexed: 0 };
      signal.throwIfAborted();
      const { nums, facets } = choose(columns, query, found.nums);
      const order = await orderBy(query.sort);
      const isRanked = isSearch && query.sort === 'relevance';
      return {
        search: query.search,
        nums: isRanked ? byScore(nums, found.scores, order) : inOrder(nums, order),
        facets,
        problems: asked.problems,
        unindexed,
        corrected,
        isFirst: false,
      };
    },
    close() {
      for (const one of subscriptions) one.unsubscribe();
    },
  };
}

function ask(search: string, regex: RegexEngine): Asked {
  const { filter, problems } = parseFilter(search);
  return { filter, problems: [...problems, ...compileFilter(filter, regex).problems] };
}

function shelf({ size, flags }: Columns, name: ListQuery['shelf']): PaperSet {
  const within = new Uint8Array(size);
  for (let num = 0; num < size; num += 1) {
    const flag = flags[num] as number;
    if (flag !== 0 && shelfIn(flag) === name) within[num] = 1;
  }
  return within;
}

function everything(nums: PaperSet): Found {
  return { nums, scores: new Float32Array(0) };
}
