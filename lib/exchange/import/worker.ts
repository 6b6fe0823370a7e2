/** Reads beside the page, so that a file of any size never holds it up. */

import { library } from '@/lib/connections/library';
import { surveys } from '@/lib/connections/reports';
import { reasonOf } from '@/lib/util/error-message';
import type { Call, Reply } from './calls';
import { createReading } from './reading';

const reading = createReading(library, surveys);
const reply = (message: Reply) => self.postMessage(message);

self.addEventListener('message', async ({ data: { call, name, args } }: MessageEvent<Call>) => {
  const tell = (progress: unknown) => reply({ call, progress });
  try {
    const method = reading[name] as (...args: unknown[]) => unknown;
    const isLong = name === 'read' || name === 'readAgain';
    reply({ call, answer: await method(...args, ...(isLong ? [tell] : [])) });
  } catch (error) {
    reply({ call, failure: reasonOf(error) });
  }
});
