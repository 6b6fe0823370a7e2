/** The worker's side: answers each list, and again after each change; indexes texts in between. */
import { re2Engine } from '@/lib/filter/re2-engine';
import type { LibraryDatabase } from '../store/database';
import type { ListQuery } from '../store/list-query';
import { papersOf } from '../store/numbers';
import { createIndexer } from '../texts/indexer';
import { createListEngine } from './engine';
import type { Question, Reply } from './protocol';

interface Asking {
  readonly query: ListQuery;
  readonly abort: AbortController;
  isStale: boolean;
}

/** What a page's worker, or a channel in its place, offers. */
export interface Port {
  postMessage: (message: Reply, transfer: Transferable[]) => void;
}

/** A search that fails because another page merged the index meanwhile works the next time. */
const TRIES = 3;
/** So many papers come with an answer: as many as are in view at first, so that it is shown in one go. */
const FIRST_PAGE_SIZE = 24;
const INDEX_LOCK = 'winnow-index';
/** Indexing goes on when nothing was asked for so long, in milliseconds: it would slow the answers. */
const QUIET_MS = 1_500;

/** Only one page's worker at a time. */
function alone(work: () => Promise<void>): Promise<void> {
  const locks: LockManager | undefined = globalThis.navigator?.locks; // tests may have none
  return locks ? locks.request(INDEX_LOCK, work) : work();
}

/** Takes questions from now on. `close` ends it, and the connection `db` that it reads by. */
export function serveLists(db: LibraryDatabase, port: Port) {
  const lists = new Map<number, Asking>();
  const engine = createListEngine(db, re2Engine, () => {
    for (const [list, asking] of lists) void refresh(list, asking);
    void indexTexts();
  });
  const indexer = createIndexer(db, { pause: quiet });
  let isIndexing = false;
  let lastAsked = Number.NEGATIVE_INFINITY;

  /** Answers; what changes meanwhile is answered after that, so that answers never pile up. */
  async function refresh(list: number, asking: Asking): Promise<void> {
    if (asking.isStale) return;
    asking.isStale = true;
    await busy.get(list);
    if (lists.get(list) !== asking) return;
    asking.isStale = false;
    const work = answer(list, asking);
    busy.set(list, work);
    await work;
  }
  const busy = new Map<number, Promise<void>>();

  async function answer(list: number, { query, abort }: Asking): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        const answered = await engine.answer(query, abort.signal);
        const first = [...answered.nums.subarray(0, FIRST_PAGE_SIZE)];
        const papers = await papersOf(db, first);
        if (abort.signal.aborted) return;
        const firstPage = { answer: answered, papers };
        port.postMessage({ list, firstPage }, [answered.nums.buffer as ArrayBuffer]);
        return;
      } catch (error) {
        if (abort.signal.aborted) return;
        if (tries < TRIES) continue;
        port.postMessage({ list, failure: String(error) }, []);
        return;
      }
    }
  }

  async function quiet(): Promise<void> {
    let left = 0;
    do {
      await new Promise((resolve) => setTimeout(resolve, left));
      left = lastAsked + QUIET_MS - performance.now();
    } while (left > 0);
  }

  /** Goes on from where another page's worker was broken off. */
  async function indexTexts(): Promise<void> {
    if (isIndexing) return;
    isIndexing = true;
    try {
      await alone(async () => {
        while (await indexer.work());
      });
    } finally {
      isIndexing = false;
    }
  }

  return {
    take({ list, query }: Question): void {
      lastAsked = performance.now();
      lists.get(list)?.abort.abort();
      lists.delete(list);
      if (!query) return;
      const asking = { query, abort: new AbortController(), isStale: false };
      lists.set(list, asking);
      void refresh(list, asking);
    },
    close(): void {
      for (const { abort } of lists.values()) abort.abort();
      engine.close();
      db.close();
    },
  };
}
