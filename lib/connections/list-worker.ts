/** Runs beside an extension page, so that no search ever holds it up. */

import type { Question } from '@/lib/library/lists/protocol';
import { serveLists } from '@/lib/library/lists/serve';
import { openDatabase } from './open-database';

const server = serveLists(openDatabase(), {
  postMessage: (message, transfer) => self.postMessage(message, { transfer }),
});
self.addEventListener('message', ({ data }: MessageEvent<Question>) => server.take(data));
