/** Reads beside the page, so that a file of any size never holds it up. */

import type { Call, Reply } from '@/lib/exchange/import/calls';
import { createReading } from '@/lib/exchange/import/reading';
import { errorMessage } from '@/lib/util/error-message';
import { library } from './library';
import { reports } from './library-reports';

const reading = createReading(library, reports);
const reply = (message: Reply) => self.postMessage(message);

self.addEventListener('message', async ({ data: { call, name, args } }: MessageEvent<Call>) => {
  const tell = (progress: unknown) => reply({ call, progress });
  try {
    const method = reading[name] as (...args: unknown[]) => unknown;
    const isLong = name === 'read' || name === 'readAgain';
    reply({ call, answer: await method(...args, ...(isLong ? [tell] : [])) });
  } catch (error) {
    reply({ call, failure: errorMessage(error) });
  }
});
