/** The page's side of lists: one worker for all of them, started with the first. */
import { language } from '@/lib/i18n';
import type { ListReply, ListRequest } from '@/lib/library/lists/list-messages';
import type { ListFirstPage, ListQuery } from '@/lib/library/queries/list-query';
import { openDatabase } from './open-database';

export interface List {
  /** What is to be answered from now on. */
  readonly ask: (query: ListQuery) => void;
  readonly close: () => void;
}

type Send = (request: ListRequest) => void;

interface Listener {
  readonly tell: (firstPage: ListFirstPage) => void;
  readonly fail: (error: Error) => void;
}

const listeners = new Map<number, Listener>();
let started: Send | null = null;
let lists = 0;

/** A list that is told each answer to what it asks, or why there is none, until it is closed. */
export function openList(listener: Listener): List {
  started ??= start();
  const send = started;
  lists += 1;
  const list = lists;
  listeners.set(list, listener);
  return {
    ask: (query) => send({ list, query }),
    close() {
      listeners.delete(list);
      send({ list, query: null });
    },
  };
}

function take(reply: ListReply): void {
  const listener = listeners.get(reply.list);
  if ('failure' in reply) listener?.fail(new Error(reply.failure));
  else listener?.tell(reply.firstPage);
}

function start(): Send {
  if (typeof Worker === 'undefined') return startHere();
  const worker = new Worker(new URL('./list-worker.ts', import.meta.url), {
    type: 'module',
    name: language(), // see `readTexts` in lib/i18n.ts
  });
  worker.addEventListener('message', ({ data }: MessageEvent<ListReply>) => take(data));
  worker.addEventListener('error', ({ message }) => {
    for (const { fail } of listeners.values()) fail(new Error(message));
  });
  return (request) => worker.postMessage(request);
}

/** Where there are no workers, as in tests: the same, in the page itself. */
function startHere(): Send {
  const server = import('@/lib/library/lists/serve').then(({ serveLists }) =>
    serveLists(openDatabase(), { postMessage: take }),
  );
  return (request) => void server.then((one) => one.handle(request));
}
