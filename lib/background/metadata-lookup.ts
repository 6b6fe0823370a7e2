/** Looks up at arXiv what imported papers lack, if the user wants that: slowly, whatever else goes on. */
import { browser } from 'wxt/browser';
import { createBatchSize, unlessRefused } from '@/lib/arxiv/batch-size';
import {
  fetchEntries,
  IDS_PER_REQUEST,
  searchTitles,
  TITLES_PER_REQUEST,
} from '@/lib/arxiv/client';
import { type LookUps, lookUps } from '@/lib/arxiv/metadata-lookup';
import { paperOf } from '@/lib/arxiv/paper';
import type { Turns } from '@/lib/arxiv/turns';
import type { Commands } from '@/lib/library/commands/commands';
import type { Identified } from '@/lib/library/commands/identify-papers';
import { type Sought, sameWork } from '@/lib/library/identity/same-work';
import type { AbstractCache } from '@/lib/library/observations/abstracts';
import type { LookUpSource } from '@/lib/library/queries/metadata-gaps';
import { arxivIdOf, type PaperId } from '@/lib/paper';
import type { OperationId } from '@/lib/protocol/operation-id';
import { lookUpImports } from '@/lib/settings/settings';

const ALARM = 'look-up';

/** Browsers stop a worker that waits for long; so often, in minutes, it is woken to go on. */
const WAKE_EVERY = 1;

/** So many are noted down at once; when they are done it is looked whether there are more. */
const MOST_NOTED = 5_000;

interface Services {
  readonly source: LookUpSource;
  readonly cache: Pick<AbstractCache, 'keep'>;
  readonly turns: Turns;
  /** Carries a command out, and tells of it. */
  readonly manage: Commands['manage'];
}

interface Outside {
  readonly fetchEntries: typeof fetchEntries;
  readonly searchTitles: typeof searchTitles;
}

/** How many papers were joined with their arXiv ids, and by which commands. */
interface Joined {
  readonly count: number;
  readonly ops: readonly OperationId[];
}

const NOTHING_JOINED: Joined = { count: 0, ops: [] };

export interface MetadataLookup {
  /** Looks for papers that something is missing of, as after an import. Never rejects. */
  readonly begin: () => Promise<void>;
}

/** Goes on with what was begun; to be called at once on start. `outside` is given by tests alone. */
export function createMetadataLookup(
  { source, cache, turns, manage }: Services,
  outside: Outside = { fetchEntries, searchTitles },
): MetadataLookup {
  let isWorking = false;
  /** Whether there may be something to do since it was looked last. */
  let isDue = false;
  const size = createBatchSize();

  async function work(): Promise<void> {
    isDue = true;
    if (isWorking) return;
    isWorking = true;
    try {
      while (isDue) {
        isDue = false;
        await workOff();
      }
    } catch (error) {
      console.error('Winnow cannot look papers up.', error); // the alarm tries again
    } finally {
      isWorking = false; // at once when nothing is due any more: nothing that comes is missed
    }
  }

  async function workOff(): Promise<void> {
    let isMore = await hasMore();
    if (isMore) await browser.alarms.create(ALARM, { periodInMinutes: WAKE_EVERY });
    while (isMore) {
      await turns.take(next);
      isMore = await hasMore();
    }
    await browser.alarms.clear(ALARM);
  }

  /** Whether any papers wait, or are found to. */
  async function hasMore(): Promise<boolean> {
    if (!(await lookUpImports.getValue())) return false;
    const now = await lookUps.getValue();
    if (now.waiting.length > 0) return true;
    const more = await source.incomplete(MOST_NOTED);
    if (more.length > 0) await lookUps.setValue({ ...now, waiting: more });
    return more.length > 0;
  }

  /** The next request: for papers by their ids, or for others by their titles. */
  async function next(): Promise<(() => Promise<void>) | null> {
    const { waiting } = await lookUps.getValue();
    const [first] = waiting;
    if (first === undefined || !(await lookUpImports.getValue())) return null;
    const isById = arxivIdOf(first) !== null;
    const alike = waiting.filter((id) => (arxivIdOf(id) !== null) === isById);
    const batch = size.take(alike, isById ? IDS_PER_REQUEST : TITLES_PER_REQUEST);
    const sought = await source.sought(batch); // some may be gone, as when an import was undone
    const left = sought.map(({ id }) => id);
    await waitNoMore(batch.filter((id) => !left.includes(id)));
    if (left.length === 0) return null;
    return () => (isById ? askForIds(left) : askForTitles(sought));
  }

  async function askForIds(batch: readonly PaperId[]): Promise<void> {
    const entries = await unlessRefused(outside.fetchEntries(batch));
    if (!entries || (entries.length === 0 && batch.length > 1)) return refused(batch);
    const papers = entries.map(paperOf).filter((paper) => paper !== null);
    const found = new Set(papers.map(({ id }) => id));
    const unknown = batch.filter((id) => !found.has(id));
    await cache.keep(papers, unknown);
    await answered(batch, papers.length);
  }

  async function askForTitles(sought: readonly Sought[]): Promise<void> {
    const batch = sought.map(({ id }) => id);
    const entries = await unlessRefused(outside.searchTitles(sought.map(({ title }) => title)));
    if (!entries) return refused(batch);
    const papers = entries.map(paperOf).filter((paper) => paper !== null);
    const found = sought.flatMap((one): Identified[] => {
      const paper = sameWork(one, papers);
      return paper ? [{ id: one.id, paper }] : [];
    });
    const joined = await identify(found);
    await cache.keep([], batch); // also those that were found: they are not to be asked for again
    await answered(batch, joined.count, joined.ops);
  }

  /** What cannot be joined does not hinder the others. */
  async function identify(found: readonly Identified[]): Promise<Joined> {
    if (found.length === 0) return NOTHING_JOINED;
    const op = crypto.randomUUID();
    const answer = await manage({ op, task: { kind: 'identifyPapers', found } });
    if (answer.ok) return { count: found.length, ops: [op] };
    if (answer.code === 'storage' || answer.code === 'storage-full')
      throw new Error(answer.message);
    if (found.length === 1) return NOTHING_JOINED;
    const each: Joined[] = [];
    for (const one of found) each.push(await identify([one]));
    return {
      count: each.reduce((sum, { count }) => sum + count, 0),
      ops: each.flatMap(({ ops }) => ops),
    };
  }

  async function refused(batch: readonly PaperId[]): Promise<void> {
    if (batch.length > 1) {
      size.refused(batch.length);
      return;
    }
    await cache.keep([], batch);
    await answered(batch, 0);
  }

  async function answered(
    batch: readonly PaperId[],
    newlyFound: number,
    joins: readonly OperationId[] = [],
  ): Promise<void> {
    size.answered();
    const now = await waitNoMore(batch);
    await lookUps.setValue({
      ...now,
      done: now.done + batch.length,
      found: now.found + newlyFound,
      joins: [...now.joins, ...joins],
    });
  }

  async function waitNoMore(ids: readonly PaperId[]): Promise<LookUps> {
    const now = await lookUps.getValue();
    if (ids.length === 0) return now;
    const gone = new Set(ids);
    const left = { ...now, waiting: now.waiting.filter((id) => !gone.has(id)) };
    await lookUps.setValue(left);
    return left;
  }

  async function begin(): Promise<void> {
    try {
      if (!(await lookUpImports.getValue())) return;
      const more = await source.incomplete(MOST_NOTED);
      const now = await lookUps.getValue();
      const waiting = [...new Set([...now.waiting, ...more])].sort();
      // A round that goes on becomes longer.
      if (now.waiting.length > 0) await lookUps.setValue({ ...now, waiting });
      else if (more.length > 0) await lookUps.setValue({ waiting, done: 0, found: 0, joins: [] });
      void work();
    } catch (error) {
      console.error('Winnow cannot look papers up.', error);
    }
  }

  lookUpImports.watch((isOn) => {
    if (isOn) void begin();
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void work();
  });
  void lookUps.getValue().then(({ waiting }) => {
    if (waiting.length > 0) void work();
  });

  return { begin };
}
