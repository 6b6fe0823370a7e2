/** The page's side of lists: they share one worker, started with the first. */
import { language } from '@/lib/i18n';
import type { ListReply, ListRequest } from '@/lib/library/lists/list-messages';
import type { ListFirstPage } from '@/lib/library/queries/list-answer';
import type { ListQuery } from '@/lib/protocol/list-query';
import { openDatabase } from './open-database';

export interface List {
  /** Replaces the query to be answered. */
  readonly setQuery: (query: ListQuery) => void;
  readonly close: () => void;
}

type Send = (request: ListRequest) => void;

interface Listener {
  readonly onFirstPage: (firstPage: ListFirstPage) => void;
  readonly onError: (error: Error) => void;
}

const listeners = new Map<number, Listener>();
let sendRequest: Send | null = null;
let listCount = 0;

/** Opens a list that reports each answer to its query, or why there is none, until it is closed. */
export function openList(listener: Listener): List {
  sendRequest ??= startWorker();
  const send = sendRequest;
  listCount += 1;
  const list = listCount;
  listeners.set(list, listener);
  return {
    setQuery: (query) => send({ list, query }),
    close() {
      listeners.delete(list);
      send({ list, query: null });
    },
  };
}

function handleReply(reply: ListReply): void {
  const listener = listeners.get(reply.list);
  if ('failure' in reply) listener?.onError(new Error(reply.failure));
  else listener?.onFirstPage(reply.firstPage);
}

function startWorker(): Send {
  if (typeof Worker === 'undefined') return startInPage();
  const worker = new Worker(new URL('./list-worker.ts', import.meta.url), {
    type: 'module',
    name: language(), // see `readTexts` in lib/i18n.ts
  });
  worker.addEventListener('message', ({ data }: MessageEvent<ListReply>) => handleReply(data));
  worker.addEventListener('error', ({ message }) => {
    for (const { onError } of listeners.values()) onError(new Error(message));
  });
  return (request) => worker.postMessage(request);
}

/** Without workers, as in tests, lists are answered in the page itself. */
function startInPage(): Send {
  const server = import('@/lib/library/lists/serve').then(({ serveLists }) =>
    serveLists(openDatabase(), { postMessage: handleReply }),
  );
  return (request) => void server.then((one) => one.handle(request));
}
