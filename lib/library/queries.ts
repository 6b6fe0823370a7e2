/** All reads of the library. Made for live queries: each reads Dexie alone. */
import Dexie from 'dexie';
import type { States } from '@/lib/command';
import { compileFilter } from '@/lib/keywords/filter-match';
import { parseFilter } from '@/lib/keywords/filter-parse';
import type { Rule } from '@/lib/keywords/rule';
import type { PaperId, Status } from '@/lib/paper';
import type { LibraryDatabase } from './database';
import { type ListAnswer, type ListQuery as NewListQuery, NO_FACETS } from './list-query';
import { type PaperRecord, type Shelf, stateOf } from './record';
import { rulesOf } from './rule-record';
import { subjectOf } from './subject';

/** What the reading list is asked for. `null` and `false`: all. */
export interface ListQuery {
  /** Words, looked for in title, abstract, authors, tags and note. */
  readonly search: string;
  readonly starred: boolean;
  readonly tag: string | null;
  readonly status: Status | null;
  readonly shelf: Shelf & ('list' | 'dismissed');
  readonly sort: 'added' | 'published' | 'title' | 'upvotes';
}

/** The papers themselves come with it: they are to be shown at once. */
interface FirstSight {
  readonly answer: ListAnswer;
  readonly papers: readonly PaperRecord[];
}

export interface Queries {
  /** The states of those of these papers that something was decided about. */
  readonly states: (ids: readonly PaperId[]) => Promise<States>;
  readonly list: (query: ListQuery) => Promise<PaperRecord[]>;
  /**
   * The first papers of a list that is in the order in which papers were added, for a first sight;
   * `null` for other lists.
   */
  readonly first: (query: NewListQuery) => Promise<FirstSight | null>;
  /** The papers of these numbers, in that order; numbers of no paper are left out. */
  readonly byNums: (nums: readonly number[]) => Promise<ReadonlyMap<number, PaperRecord>>;
  /** All tags in use, the most used first, with the number of papers; the trash does not count. */
  readonly tags: () => Promise<{ tag: string; count: number }[]>;
  /** All keyword rules, in their order. */
  readonly rules: () => Promise<Rule[]>;
}

export function createQueries(db: LibraryDatabase): Queries {
  /** In the order in which the papers came onto the list. */
  const shelf = (name: Shelf) =>
    db.papers.where('[shelf+added]').between([name, Dexie.minKey], [name, Dexie.maxKey]);

  return {
    async states(ids) {
      const records = await db.papers.bulkGet([...new Set(ids)]);
      return Object.fromEntries(
        records.flatMap((record) => (record ? [[record.id, stateOf(record)]] : [])),
      );
    },

    async list(query) {
      const { matches } = compileFilter(parseFilter(query.search).filter, null);
      const records = await shelf(query.shelf).reverse().toArray();
      const found = records.filter(
        ({ meta, triage }) =>
          (!query.starred || triage.starred) &&
          (query.tag === null || triage.tags.includes(query.tag)) &&
          (query.status === null || triage.status === query.status) &&
          matches(subjectOf({ meta, triage })),
      );
      return query.sort === 'added' ? found : found.sort(ORDER[query.sort]);
    },

    async first(query) {
      if (!isPlain(query)) return null;
      const papers = await shelf(query.shelf).reverse().limit(FIRST_PAPERS).toArray();
      const nums = Uint32Array.from(papers, ({ num }) => num);
      const nothing = { facets: NO_FACETS, problems: [], unindexed: 0, corrected: null };
      return { papers, answer: { ...nothing, nums, isFirst: true } };
    },

    async byNums(nums) {
      const unique = [...new Set(nums)];
      const found = await db.papers.where('num').anyOf(unique).toArray();
      const records = new Map(found.map((record) => [record.num, record]));
      return new Map(
        unique.flatMap((num) => {
          const record = records.get(num);
          return record ? [[num, record]] : [];
        }),
      );
    },

    async tags() {
      const counts = new Map<string, number>();
      const count = (tag: string, by: 1 | -1) => counts.set(tag, (counts.get(tag) ?? 0) + by);
      await db.transaction('r', db.papers, async () => {
        await db.papers.orderBy('triage.tags').eachKey((tag) => count(String(tag), 1));
        await shelf('trash').each(({ triage }) => {
          for (const tag of triage.tags) count(tag, -1);
        });
      });
      return [...counts]
        .map(([tag, papers]) => ({ tag, count: papers }))
        .filter((one) => one.count > 0)
        .sort((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1));
    },

    async rules() {
      return rulesOf(await db.rules.orderBy('order').toArray());
    },
  };
}

const FIRST_PAPERS = 50;

/** Whether a list holds all of its shelf, the last added first. */
function isPlain({ search, starred, sort, shelf: _, ...choices }: NewListQuery): boolean {
  const isAll = search.trim() === '' && !starred;
  const isByAdded = sort === 'added' || sort === 'relevance';
  return isAll && isByAdded && Object.values(choices).every((chosen) => chosen.length === 0);
}

const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });

const ORDER: Record<
  Exclude<ListQuery['sort'], 'added'>,
  (a: PaperRecord, b: PaperRecord) => number
> = {
  published: (a, b) => (b.meta.date ?? '').localeCompare(a.meta.date ?? ''),
  title: (a, b) => collator.compare(a.meta.title, b.meta.title),
  upvotes: (a, b) => (b.meta.upvotes ?? -1) - (a.meta.upvotes ?? -1),
};
