/** Looks up at arXiv what imported papers lack, if the user wants that: slowly, in the background. */
import { browser } from 'wxt/browser';
import { createBatchSize, unlessRefused } from '@/lib/arxiv/batch-size';
import {
  fetchEntries,
  IDS_PER_REQUEST,
  searchTitles,
  TITLES_PER_REQUEST,
} from '@/lib/arxiv/client';
import { dequeue, enqueue, lookupProgress, recordAnswer } from '@/lib/arxiv/lookup-progress';
import { paperOf } from '@/lib/arxiv/paper';
import type { Turns } from '@/lib/arxiv/turns';
import type { Commands } from '@/lib/library/commands/commands';
import type { Identified } from '@/lib/library/commands/identify-papers';
import type { Candidate } from '@/lib/library/identity/candidate';
import { sameWork } from '@/lib/library/identity/same-work';
import type { AbstractCache } from '@/lib/library/observations/abstracts';
import type { MetadataGaps } from '@/lib/library/queries/metadata-gaps';
import { arxivIdOf, type PaperId } from '@/lib/paper';
import type { OperationId } from '@/lib/protocol/operation-id';
import { lookUpImports } from '@/lib/settings/settings';
import { joinPapers } from './join-papers';

const ALARM = 'look-up';

/** Browsers stop a worker that waits for long: it is woken this often, in minutes. */
const WAKE_EVERY = 1;

/** Queued at once; when they are done the library is searched for more. */
const MOST_QUEUED = 5_000;

interface Services {
  readonly gaps: MetadataGaps;
  readonly cache: Pick<AbstractCache, 'save'>;
  readonly turns: Turns;
  readonly manage: Commands['manage'];
}

interface Outside {
  readonly fetchEntries: typeof fetchEntries;
  readonly searchTitles: typeof searchTitles;
}

export interface MetadataLookup {
  /** Searches the library for papers that lack something, as after an import. Never rejects. */
  readonly begin: () => Promise<void>;
}

/** Resumes what was begun; to be called at once on start. Only tests pass `outside`. */
export function createMetadataLookup(
  { gaps, cache, turns, manage }: Services,
  outside: Outside = { fetchEntries, searchTitles },
): MetadataLookup {
  let isWorking = false;
  /** Whether work may have come since the queue was last looked at. */
  let isDue = false;
  const size = createBatchSize();

  async function work(): Promise<void> {
    isDue = true;
    if (isWorking) return;
    isWorking = true;
    try {
      while (isDue) {
        isDue = false;
        await drain();
      }
    } catch (error) {
      logFailure(error); // the alarm tries again
    } finally {
      isWorking = false; // in the same turn as the last look at `isDue`: no work is missed
    }
  }

  async function drain(): Promise<void> {
    let isMore = await hasMore();
    if (isMore) await browser.alarms.create(ALARM, { periodInMinutes: WAKE_EVERY });
    while (isMore) {
      await turns.take(next);
      isMore = await hasMore();
    }
    await browser.alarms.clear(ALARM);
  }

  /** Whether any papers are queued, or can be. */
  async function hasMore(): Promise<boolean> {
    if (!(await lookUpImports.getValue())) return false;
    const progress = await lookupProgress.getValue();
    if (progress.waiting.length > 0) return true;
    const waiting = await gaps.incomplete(MOST_QUEUED);
    if (waiting.length > 0) await lookupProgress.setValue({ ...progress, waiting });
    return waiting.length > 0;
  }

  /** The next request: for papers by their ids, or for others by their titles. */
  async function next(): Promise<(() => Promise<void>) | null> {
    const { waiting } = await lookupProgress.getValue();
    const [first] = waiting;
    if (first === undefined || !(await lookUpImports.getValue())) return null;
    const isById = arxivIdOf(first) !== null;
    const alike = waiting.filter((id) => (arxivIdOf(id) !== null) === isById);
    const batch = size.take(alike, isById ? IDS_PER_REQUEST : TITLES_PER_REQUEST);
    const candidates = await gaps.candidates(batch); // some may be gone: their import was undone
    const left = candidates.map(({ id }) => id);
    await dequeue(batch.filter((id) => !left.includes(id)));
    if (left.length === 0) return null;
    return () => (isById ? askForIds(left) : askForTitles(candidates));
  }

  async function askForIds(batch: readonly PaperId[]): Promise<void> {
    const entries = await unlessRefused(outside.fetchEntries(batch));
    if (!entries || (entries.length === 0 && batch.length > 1)) return refused(batch);
    const papers = entries.map(paperOf).filter((paper) => paper !== null);
    const found = new Set(papers.map(({ id }) => id));
    const unknown = batch.filter((id) => !found.has(id));
    await cache.save(papers, unknown);
    await answered(batch, papers.length);
  }

  async function askForTitles(candidates: readonly Candidate[]): Promise<void> {
    const batch = candidates.map(({ id }) => id);
    const titles = candidates.map(({ title }) => title);
    const entries = await unlessRefused(outside.searchTitles(titles));
    if (!entries) return refused(batch);
    const papers = entries.map(paperOf).filter((paper) => paper !== null);
    const found = candidates.flatMap((candidate): Identified[] => {
      const paper = sameWork(candidate, papers);
      return paper ? [{ id: candidate.id, paper }] : [];
    });
    const joined = await joinPapers(found, manage);
    await cache.save([], batch); // also those that were found: they are not to be asked for again
    await answered(batch, joined.count, joined.ops);
  }

  async function refused(batch: readonly PaperId[]): Promise<void> {
    if (batch.length > 1) {
      size.refused(batch.length);
      return;
    }
    await cache.save([], batch);
    await answered(batch, 0);
  }

  async function answered(
    batch: readonly PaperId[],
    found: number,
    joins: readonly OperationId[] = [],
  ): Promise<void> {
    size.answered();
    await recordAnswer(batch, found, joins);
  }

  async function begin(): Promise<void> {
    try {
      if (!(await lookUpImports.getValue())) return;
      await enqueue(await gaps.incomplete(MOST_QUEUED));
      void work();
    } catch (error) {
      logFailure(error);
    }
  }

  lookUpImports.watch((isOn) => {
    if (isOn) void begin();
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void work();
  });
  void lookupProgress.getValue().then(({ waiting }) => {
    if (waiting.length > 0) void work();
  });

  return { begin };
}

function logFailure(error: unknown): void {
  console.error('Winnow cannot look papers up.', error);
}
