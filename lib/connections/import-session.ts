import type { ImportProgress, ImportSession } from '@/lib/exchange/import/session';
import type { Call, Reply } from '@/lib/exchange/import/worker-calls';
import { language } from '@/lib/i18n';

interface PendingCall {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly report: (progress: ImportProgress) => void;
}

/** Opens an import session in a worker of its own; `close` terminates the worker at once. */
export function openImportSession(): ImportSession {
  return typeof Worker === 'undefined' ? sessionInPage() : sessionInWorker();
}

function sessionInWorker(): ImportSession {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), {
    type: 'module',
    name: language(), // see `readTexts` in lib/i18n.ts
  });
  const pendingCalls = new Map<number, PendingCall>();
  let lastId = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    const call = pendingCalls.get(data.id);
    if ('progress' in data) {
      call?.report(data.progress as ImportProgress);
      return;
    }
    pendingCalls.delete(data.id);
    if ('failure' in data) call?.reject(new Error(data.failure));
    else call?.resolve(data.answer);
  });
  worker.addEventListener('error', ({ message }) => {
    for (const { reject } of pendingCalls.values()) reject(new Error(message));
    pendingCalls.clear();
  });

  function callWorker<T>(
    method: Call['method'],
    args: readonly unknown[],
    report: PendingCall['report'] = () => undefined,
  ): Promise<T> {
    lastId += 1;
    const id = lastId;
    return new Promise((resolve, reject) => {
      pendingCalls.set(id, { resolve: resolve as PendingCall['resolve'], reject, report });
      worker.postMessage({ id, method, args } satisfies Call);
    });
  }

  return {
    read: (source, report) => callWorker('read', [source], report),
    readWithColumns: (fields, report) => callWorker('readWithColumns', [fields], report),
    previewPapers: (...args) => callWorker('previewPapers', args),
    unreadable: (...args) => callWorker('unreadable', args),
    part: (...args) => callWorker('part', args),
    savedPart: (...args) => callWorker('savedPart', args),
    close: () => worker.terminate(),
  };
}

/** Without workers, as in tests, the session is in the page itself. */
function sessionInPage(): ImportSession {
  const session = Promise.all([
    import('@/lib/exchange/import/create-session'),
    import('./library'),
    import('./library-reports'),
  ]).then(([{ createImportSession }, { library }, { reports }]) =>
    createImportSession(library, reports),
  );
  return {
    read: async (...args) => (await session).read(...args),
    readWithColumns: async (...args) => (await session).readWithColumns(...args),
    previewPapers: async (...args) => (await session).previewPapers(...args),
    unreadable: async (...args) => (await session).unreadable(...args),
    part: async (...args) => (await session).part(...args),
    savedPart: async (...args) => (await session).savedPart(...args),
    close: () => void session.then(({ close }) => close()),
  };
}
