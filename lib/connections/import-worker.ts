/** Reads imports in a worker, so that a file of any size never blocks the page. */

import { createImportSession } from '@/lib/exchange/import/create-session';
import type { Call, Reply } from '@/lib/exchange/import/worker-calls';
import { errorMessage } from '@/lib/util/error-message';
import { library } from './library';
import { reports } from './library-reports';

const session = createImportSession(library, reports);
const reply = (message: Reply) => self.postMessage(message);

self.addEventListener('message', async ({ data: { id, method, args } }: MessageEvent<Call>) => {
  const report = (progress: unknown) => reply({ id, progress });
  try {
    const call = session[method] as (...args: unknown[]) => unknown;
    const isLong = method === 'read' || method === 'readWithColumns';
    reply({ id, answer: await call(...args, ...(isLong ? [report] : [])) });
  } catch (error) {
    reply({ id, failure: errorMessage(error) });
  }
});
