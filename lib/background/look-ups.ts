/** Looks up at arXiv what imported papers lack, if the user wants that: slowly, whatever else goes on. */
import { browser } from 'wxt/browser';
import {
  ApiFailure,
  fetchEntries,
  IDS_PER_REQUEST,
  searchTitles,
  TITLES_PER_REQUEST,
} from '@/lib/arxiv-api/client';
import { type LookUps, lookUps } from '@/lib/arxiv-api/look-ups';
import { paperOf } from '@/lib/arxiv-api/paper';
import type { Turns } from '@/lib/arxiv-api/turns';
import type { AbstractCache } from '@/lib/library/abstracts';
import type { Commands } from '@/lib/library/commands';
import type { Identified } from '@/lib/library/identify';
import type { LookUpSource } from '@/lib/library/look-ups';
import { sameWork } from '@/lib/library/same-work';
import { arxivIdOf, type PaperId } from '@/lib/paper';
import { lookUpImports } from '@/lib/settings';

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

export interface LookUpper {
  /** Looks for papers that something is missing of, as after an import. Never rejects. */
  readonly begin: () => Promise<void>;
}

/** Goes on with what was begun; to be called at once on start. `outside` is given by tests alone. */
export function createLookUps(
  { source, cache, turns, manage }: Services,
  outside: Outside = { fetchEntries, searchTitles },
): LookUpper {
  let isWorking = false;
  /** Whether there may be something to do since it was looked last. */
  let isDue = false;
  /** How many to ask for at once: fewer after a refusal, so as to find out which one is to blame. */
  let size = IDS_PER_REQUEST;

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
    const { waiting, done, found } = await lookUps.getValue();
    if (waiting.length > 0) return true;
    const more = await source.incomplete(MOST_NOTED);
    if (more.length > 0) await lookUps.setValue({ waiting: more, done, found });
    return more.length > 0;
  }

  /** The next request: for papers by their ids, or for others by their titles. */
  async function next(): Promise<(() => Promise<void>) | null> {
    const { waiting } = await lookUps.getValue();
    const [first] = waiting;
    if (first === undefined || !(await lookUpImports.getValue())) return null;
    const isById = arxivIdOf(first) !== null;
    const most = Math.min(size, isById ? IDS_PER_REQUEST : TITLES_PER_REQUEST);
    const batch = waiting.filter((id) => (arxivIdOf(id) !== null) === isById).slice(0, most);
    return () => (isById ? askForIds(batch) : askForTitles(batch));
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

  async function askForTitles(batch: readonly PaperId[]): Promise<void> {
    const sought = await source.sought(batch);
    const entries = await unlessRefused(outside.searchTitles(sought.map(({ title }) => title)));
    if (!entries) return refused(batch);
    const papers = entries.map(paperOf).filter((paper) => paper !== null);
    const found = sought.flatMap((one): Identified[] => {
      const paper = sameWork(one, papers);
      return paper ? [{ id: one.id, paper }] : [];
    });
    const joined = await identify(found);
    await cache.keep([], batch); // also those that were found: they are not to be asked for again
    await answered(batch, joined);
  }

  /** Gives how many were joined; what cannot be joined does not hinder the others. */
  async function identify(found: readonly Identified[]): Promise<number> {
    if (found.length === 0) return 0;
    const task = { kind: 'identifyPapers', found };
    const answer = await manage({ op: crypto.randomUUID(), task });
    if (answer.ok) return found.length;
    if (answer.code === 'storage' || answer.code === 'storage-full')
      throw new Error(answer.message);
    if (found.length === 1) return 0;
    let joined = 0;
    for (const one of found) joined += await identify([one]);
    return joined;
  }

  async function refused(batch: readonly PaperId[]): Promise<void> {
    if (batch.length > 1) {
      size = Math.ceil(batch.length / 2);
      return;
    }
    await cache.keep([], batch);
    await answered(batch, 0);
  }

  async function answered(batch: readonly PaperId[], newlyFound: number): Promise<void> {
    size = Math.min(size * 2, IDS_PER_REQUEST);
    const gone = new Set(batch);
    const { waiting, done, found } = await lookUps.getValue();
    await lookUps.setValue({
      waiting: waiting.filter((id) => !gone.has(id)),
      done: done + batch.length,
      found: found + newlyFound,
    } satisfies LookUps);
  }

  async function begin(): Promise<void> {
    try {
      if (!(await lookUpImports.getValue())) return;
      const more = await source.incomplete(MOST_NOTED);
      const { waiting, done, found } = await lookUps.getValue();
      const isNew = waiting.length === 0;
      await lookUps.setValue({
        waiting: [...new Set([...waiting, ...more])].sort(),
        done: isNew ? 0 : done,
        found: isNew ? 0 : found,
      });
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

/** `null` where arXiv refuses the request itself. */
async function unlessRefused<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ApiFailure && error.kind === 'refused') return null;
    throw error;
  }
}
