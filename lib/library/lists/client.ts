/** The page's side of lists: one worker for all of them, started with the first. */
import type { ListAnswer, ListQuery } from '../list-query';
import type { Question, Reply } from './protocol';

export interface List {
  /** What is to be answered from now on. */
  readonly ask: (query: ListQuery) => void;
  readonly close: () => void;
}

type Send = (question: Question) => void;
type Tell = (answer: ListAnswer, query: ListQuery) => void;

const told = new Map<number, Tell>();
let started: Send | null = null;
let lists = 0;

/** A list that is told each answer to what it asks, from now until it is closed. */
export function openList(tell: Tell): List {
  started ??= start();
  const send = started;
  lists += 1;
  const list = lists;
  told.set(list, tell);
  return {
    ask: (query) => send({ list, query }),
    close() {
      told.delete(list);
      send({ list, query: null });
    },
  };
}

function take(reply: Reply): void {
  if ('failure' in reply) throw new Error(`A list could not be made: ${reply.failure}`);
  told.get(reply.list)?.(reply.answer, reply.query);
}

function start(): Send {
  if (typeof Worker === 'undefined') return startHere();
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => take(data));
  return (question) => worker.postMessage(question);
}

/** Where there are no workers, as in tests: the same, in the page itself. */
function startHere(): Send {
  const server = import('./serve').then(({ serveLists }) => serveLists({ postMessage: take }));
  return (question) => void server.then((one) => one.take(question));
}
