/** Answers lists in a worker, so that searches never block a page. */

import type { ListRequest } from '@/lib/library/lists/list-messages';
import { serveLists } from '@/lib/library/lists/serve';
import { openDatabase } from './open-database';

const server = serveLists(openDatabase(), {
  postMessage: (message, transfer) => self.postMessage(message, { transfer }),
});
self.addEventListener('message', ({ data }: MessageEvent<ListRequest>) => server.handle(data));
