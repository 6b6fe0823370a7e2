/** Runs beside an extension page, so that no search ever holds it up. */
import type { Question } from './protocol';
import { serveLists } from './serve';

const server = serveLists({
  postMessage: (message, transfer) => self.postMessage(message, { transfer }),
});
self.addEventListener('message', ({ data }: MessageEvent<Question>) => server.take(data));
