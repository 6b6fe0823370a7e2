/** The worker's side of lists: answers each, again after every change, and indexes texts when idle. */
import { re2Engine } from '@/lib/filter/re2-engine';
import type { ListQuery } from '@/lib/protocol/list-query';
import type { LibraryDatabase } from '../store/database';
import { getPapersByNum } from '../store/paper-numbers';
import { createIndexer } from '../texts/indexer';
import { createListEngine } from './engine';
import type { ListReply, ListRequest } from './list-messages';

interface OpenList {
  readonly query: ListQuery;
  readonly abort: AbortController;
  /** A new answer is due already. */
  isStale: boolean;
}

/** Where replies go: the worker's own scope, or a stand-in for it. */
export interface Port {
  postMessage: (message: ListReply, transfer: Transferable[]) => void;
}

/** A search can fail because another page merged index segments meanwhile; then it is tried again. */
const MAX_TRIES = 3;
/** Papers sent along with an answer: as many as are in view at first, so that they show at once. */
const FIRST_PAGE_SIZE = 24;
const INDEX_LOCK = 'winnow-index';
/** Indexing waits until nothing has been asked for this long, as it would slow answers down. */
const IDLE_MS = 1_500;

/** Handles requests until `close`, which closes `db` too. */
export function serveLists(db: LibraryDatabase, port: Port) {
  const lists = new Map<number, OpenList>();
  const answering = new Map<number, Promise<void>>();
  const engine = createListEngine(db, re2Engine, () => {
    for (const [list, open] of lists) void refresh(list, open);
    void indexTexts();
  });
  const indexer = createIndexer(db, { pause: untilIdle });
  let isIndexing = false;
  let lastRequest = Number.NEGATIVE_INFINITY;

  /** Never answers a list twice at a time: changes in between lead to one more answer. */
  async function refresh(list: number, open: OpenList): Promise<void> {
    if (open.isStale) return;
    open.isStale = true;
    await answering.get(list);
    if (lists.get(list) !== open) return;
    open.isStale = false;
    const work = answer(list, open);
    answering.set(list, work);
    await work;
  }

  async function answer(list: number, { query, abort }: OpenList): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        const answered = await engine.answer(query, abort.signal);
        const papers = await getPapersByNum(db, [...answered.nums.subarray(0, FIRST_PAGE_SIZE)]);
        if (abort.signal.aborted) return;
        const firstPage = { answer: answered, papers };
        port.postMessage({ list, firstPage }, [answered.nums.buffer as ArrayBuffer]);
        return;
      } catch (error) {
        if (abort.signal.aborted) return;
        if (tries < MAX_TRIES) continue;
        port.postMessage({ list, failure: String(error) }, []);
        return;
      }
    }
  }

  async function untilIdle(): Promise<void> {
    let left = 0;
    do {
      await new Promise((resolve) => setTimeout(resolve, left));
      left = lastRequest + IDLE_MS - performance.now();
    } while (left > 0);
  }

  /** Also takes over what another page's worker was interrupted at. */
  async function indexTexts(): Promise<void> {
    if (isIndexing) return;
    isIndexing = true;
    try {
      await withIndexLock(async () => {
        while (await indexer.runStep());
      });
    } finally {
      isIndexing = false;
    }
  }

  return {
    handle({ list, query }: ListRequest): void {
      lastRequest = performance.now();
      lists.get(list)?.abort.abort();
      lists.delete(list);
      if (!query) return;
      const open = { query, abort: new AbortController(), isStale: false };
      lists.set(list, open);
      void refresh(list, open);
    },
    close(): void {
      for (const { abort } of lists.values()) abort.abort();
      engine.close();
      db.close();
    },
  };
}

/** Only one page's worker indexes at a time. */
function withIndexLock(work: () => Promise<void>): Promise<void> {
  const locks: LockManager | undefined = globalThis.navigator?.locks; // tests may have none
  return locks ? locks.request(INDEX_LOCK, work) : work();
}
