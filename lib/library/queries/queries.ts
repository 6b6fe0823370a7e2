/** Reads of the library. Each reads nothing but Dexie, so that live queries can follow it. */
import Dexie from 'dexie';
import type { PaperId } from '@/lib/paper';
import type { History, States } from '@/lib/protocol/acknowledgement';
import type { Colour } from '@/lib/protocol/colours';
import type { ListQuery } from '@/lib/protocol/list-query';
import type { OperationId } from '@/lib/protocol/operation-id';
import type { Rule } from '@/lib/protocol/rule';
import type { EarlierNote } from '@/lib/protocol/saved-library';
import type { Stamp } from '../store/clock';
import type { LibraryDatabase, TagRecord } from '../store/database';
import { getPapersByNum } from '../store/paper-numbers';
import { resolveMerged } from '../store/paper-reads';
import { type PaperRecord, type Shelf, stateOf } from '../store/record';
import { readRules } from '../store/rule-reads';
import type { RuleRecord } from '../store/rule-record';
import { readHistory } from '../undo/history';
import { type ListFirstPage, NO_FACETS } from './list-answer';
import { countTags, readTagCounts, type TagCount } from './tag-counts';
import { readWrittenNotes } from './written-notes';

export interface Queries {
  /** The states of those of these papers that something was decided about. */
  readonly states: (ids: readonly PaperId[]) => Promise<States>;
  /** Those of these papers that are known, in their order. */
  readonly papers: (ids: readonly PaperId[]) => Promise<PaperRecord[]>;
  /** The first papers of a list that is sorted by when papers were added; `null` for other lists. */
  readonly firstPage: (query: ListQuery) => Promise<ListFirstPage | null>;
  /** The papers with these numbers, in this order; unknown numbers are left out. */
  readonly byNums: (nums: readonly number[]) => Promise<ReadonlyMap<number, PaperRecord>>;
  /** The ids of the papers with these numbers, in no order; unknown numbers are left out. */
  readonly ids: (nums: readonly number[]) => Promise<PaperId[]>;
  /** All tags in use, the most used first, with the number of papers; without the trash. */
  readonly tags: () => Promise<TagCount[]>;
  /** The same with their colours. */
  readonly tagList: () => Promise<(TagCount & { readonly colour: Colour | null })[]>;
  /** The colours of the tags that have one. */
  readonly tagColours: () => Promise<ReadonlyMap<string, Colour>>;
  /** The papers that were sent to Zotero, themselves or before they were merged. */
  readonly sentToZotero: () => Promise<PaperId[]>;
  /** How many papers on the list are unread. */
  readonly countUnread: () => Promise<number>;
  /** All keyword rules, in their order. */
  readonly rules: () => Promise<Rule[]>;
  /** What the next undo and the next redo would do. */
  readonly history: () => Promise<History>;
  /** Whether a command was undone. */
  readonly isUndone: (op: OperationId) => Promise<boolean>;
  /** The numbers of all papers on all shelves, the oldest first. */
  readonly allNums: () => Promise<number[]>;
  /** Rules, including deleted ones, and tag colours, as they are stored. */
  readonly rulesAndTags: () => Promise<Rest>;
  /** Notes that were written here, as far as they are known. */
  readonly writtenNotes: () => Promise<ReadonlyMap<PaperId, readonly EarlierNote[]>>;
  /** Changes with every write; `null` if there never was one. */
  readonly clock: () => Promise<Stamp | null>;
  /** Identifies this library for good; `null` if nothing was ever written. */
  readonly device: () => Promise<string | null>;
  /** How many papers are on the list, and since when there are any, in milliseconds. */
  readonly extent: () => Promise<{ readonly papers: number; readonly since: number | null }>;
}

interface Rest {
  readonly rules: readonly RuleRecord[];
  readonly tags: readonly TagRecord[];
}

/** Up to this many numbers are looked up one by one. */
const NUMBERS_SOUGHT = 1_000;

export function createQueries(db: LibraryDatabase): Queries {
  /** In the order in which the papers came onto the list. */
  const shelf = (name: Shelf) =>
    db.papers.where('[shelf+added]').between([name, Dexie.minKey], [name, Dexie.maxKey]);

  const queries: Queries = {
    async states(ids) {
      return db.transaction('r', db.papers, async () => {
        const { resolve, records } = await resolveMerged(db, ids);
        return Object.fromEntries(
          ids.flatMap((id) => {
            const record = records.get(resolve(id));
            return record ? [[id, stateOf(record)]] : [];
          }),
        );
      });
    },

    async papers(ids) {
      const records = await db.papers.bulkGet([...ids]);
      return records.filter((record) => record !== undefined);
    },

    async firstPage(query) {
      if (!isPlain(query)) return null;
      const papers = await shelf(query.shelf).reverse().limit(FIRST_PAPERS).toArray();
      const nums = Uint32Array.from(papers, ({ num }) => num);
      const nothing = {
        search: query.search,
        facets: NO_FACETS,
        problems: [],
        unindexed: 0,
        corrected: null,
      };
      return { papers, answer: { ...nothing, nums, isPartial: true } };
    },

    async byNums(nums) {
      const found = await getPapersByNum(db, nums);
      const records = new Map(found.map((record) => [record.num, record]));
      return new Map(
        nums.flatMap((num) => {
          const record = records.get(num);
          return record ? [[num, record]] : [];
        }),
      );
    },

    async ids(nums) {
      if (nums.length <= NUMBERS_SOUGHT) {
        return db.papers.where('num').anyOf(nums).primaryKeys();
      }
      // Going through all numbers once is faster than looking each up.
      const wanted = new Set(nums);
      const found: PaperId[] = [];
      await db.papers.orderBy('num').eachPrimaryKey((id, { key }) => {
        if (wanted.has(Number(key))) found.push(id);
      });
      return found;
    },

    tags: () => readTagCounts(db),

    async tagList() {
      const [chunks, records] = await db.transaction('r', db.catalogue, db.tags, () =>
        Promise.all([db.catalogue.toArray(), db.tags.toArray()]),
      );
      const colours = new Map(records.map(({ tag, colour }) => [tag, colour]));
      return countTags(chunks).map((one) => ({ ...one, colour: colours.get(one.tag) ?? null }));
    },

    async tagColours() {
      const records = await db.tags.toArray();
      return new Map(
        records.flatMap(({ tag, colour }) => (colour === null ? [] : [[tag, colour] as const])),
      );
    },

    async sentToZotero() {
      return db.transaction('r', db.papers, db.zotero, async () => {
        const sent = await db.zotero.toCollection().primaryKeys();
        const { resolve } = await resolveMerged(db, sent);
        return [...new Set(sent.map(resolve))];
      });
    },

    countUnread: () => db.papers.where('[shelf+triage.status]').equals(['list', 'unread']).count(),

    rules: () => readRules(db),

    history: () => readHistory(db),

    allNums: async () => (await db.papers.orderBy('num').keys()).map(Number),

    rulesAndTags: () =>
      db.transaction('r', db.rules, db.tags, async () => ({
        rules: await db.rules.orderBy('order').toArray(),
        tags: await db.tags.toArray(),
      })),

    writtenNotes: () => readWrittenNotes(db),

    clock: async () => (await db.state.get('clock'))?.value ?? null,

    async isUndone(op) {
      const standing = (await db.operations.get({ op }))?.standing;
      return standing === 'undone' || standing === 'superseded';
    },

    device: async () => (await db.state.get('device'))?.value ?? null,

    extent: async () => ({
      papers: await shelf('list').count(),
      since: (await shelf('list').first())?.added ?? null,
    }),
  };
  return queries;
}

const FIRST_PAPERS = 50;

/** Whether a list holds all of its shelf, the last added first. */
function isPlain({ search, starred, sort, shelf: _, ...choices }: ListQuery): boolean {
  const isAll = search.trim() === '' && !starred;
  const isByAdded = sort === 'added' || sort === 'relevance';
  return isAll && isByAdded && Object.values(choices).every((chosen) => chosen.length === 0);
}
