import type { Call, Reply } from '@/lib/exchange/import/calls';
import type { Progress, Reading } from '@/lib/exchange/import/protocol';
import { language } from '@/lib/i18n';

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly tell: (progress: Progress) => void;
}

/** A reading in a worker of its own; `close` ends the worker, whatever it is at. */
export function openReading(): Reading {
  return typeof Worker === 'undefined' ? readingHere() : readingInWorker();
}

function readingInWorker(): Reading {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), {
    type: 'module',
    name: language(), // see `readTexts` in lib/i18n.ts
  });
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    const one = waiting.get(data.call);
    if ('progress' in data) {
      one?.tell(data.progress as Progress);
      return;
    }
    waiting.delete(data.call);
    if ('failure' in data) one?.reject(new Error(data.failure));
    else one?.resolve(data.answer);
  });
  worker.addEventListener('error', ({ message }) => {
    for (const { reject } of waiting.values()) reject(new Error(message));
    waiting.clear();
  });

  function ask<T>(
    name: Call['name'],
    args: readonly unknown[],
    tell: Waiting['tell'] = () => undefined,
  ): Promise<T> {
    calls += 1;
    const call = calls;
    return new Promise((resolve, reject) => {
      waiting.set(call, { resolve: resolve as Waiting['resolve'], reject, tell });
      worker.postMessage({ call, name, args } satisfies Call);
    });
  }

  return {
    read: (source, tell) => ask('read', [source], tell),
    readAgain: (fields, tell) => ask('readAgain', [fields], tell),
    rows: (...args) => ask('rows', args),
    unreadable: (...args) => ask('unreadable', args),
    part: (...args) => ask('part', args),
    savedPart: (...args) => ask('savedPart', args),
    close: () => worker.terminate(),
  };
}

/** Where there are no workers, as in tests: the same, in the page itself. */
function readingHere(): Reading {
  const reading = Promise.all([
    import('@/lib/exchange/import/reading'),
    import('./library'),
    import('./library-reports'),
  ]).then(([{ createReading }, { library }, { reports }]) => createReading(library, reports));
  return {
    read: async (...args) => (await reading).read(...args),
    readAgain: async (...args) => (await reading).readAgain(...args),
    rows: async (...args) => (await reading).rows(...args),
    unreadable: async (...args) => (await reading).unreadable(...args),
    part: async (...args) => (await reading).part(...args),
    savedPart: async (...args) => (await reading).savedPart(...args),
    close: () => void reading.then(({ close }) => close()),
  };
}
