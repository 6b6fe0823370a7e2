/** Keeps the store's rows in step with the document: reads them at the start and after changes. */
import { siteFor } from '@/lib/sites';
import type { Row } from '@/lib/sites/site';
import { inSlices } from './slices';
import { type PageStore, setRows } from './store';

/** A page that goes on changing (MathJax, a feed) is read again after a pause, but not seldom. */
const QUIET_MS = 60;
const AT_LEAST_EVERY_MS = 400;

export interface Binder {
  /** Reads the page anew, soon. */
  readonly refresh: () => void;
  readonly stop: () => void;
}

export interface BinderOptions {
  /** Tells the elements that Winnow itself puts on the page. */
  readonly isOurs: (node: Node) => boolean;
  /** Called after each reading, also when it found the same rows: their controls may be gone. */
  readonly onRead: () => void;
}

/**
 * Starts reading the page into the store. Rows that stand unchanged keep their identity, so that
 * what is bound to them stays.
 */
export function bindPage(document: Document, store: PageStore, options: BinderOptions): Binder {
  const stopping = new AbortController();
  let isReading = false;
  let isStale = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince: number | null = null;

  async function read(): Promise<void> {
    waitingSince = null;
    if (isReading) {
      isStale = true;
      return;
    }
    isReading = true;
    do {
      isStale = false;
      await readRows(document, store, stopping.signal);
      if (!stopping.signal.aborted) options.onRead();
    } while (isStale && !stopping.signal.aborted);
    isReading = false;
  }

  function refresh(): void {
    const now = performance.now();
    waitingSince ??= now;
    clearTimeout(timer);
    timer = setTimeout(read, Math.min(QUIET_MS, waitingSince + AT_LEAST_EVERY_MS - now));
  }

  const observer = new MutationObserver((mutations) => {
    if (!mutations.every((mutation) => isOurDoing(mutation, options.isOurs))) refresh();
  });
  observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  void read();

  return {
    refresh,
    stop() {
      stopping.abort();
      observer.disconnect();
      clearTimeout(timer);
    },
  };
}

async function readRows(document: Document, store: PageStore, signal: AbortSignal): Promise<void> {
  const site = siteFor(document.location.href);
  const known = new Map(store.getState().rows.map((row) => [row.elements[0], row]));
  const rows: Row[] = [];
  let unreadable = 0;
  await inSlices(site?.rows(document) ?? [], signal, (entry) => {
    if ('unreadable' in entry) {
      unreadable += 1;
      return;
    }
    const before = known.get(entry.elements[0]);
    rows.push(before && isSame(before, entry) ? before : { ...entry, read: once(entry.read) });
  });
  if (!signal.aborted) setRows(store, { site, rows, unreadable });
}

function isSame(a: Row, b: Row): boolean {
  return (
    a.id === b.id &&
    a.title === b.title &&
    a.anchor.element === b.anchor.element &&
    a.elements.length === b.elements.length &&
    a.elements.every((element, index) => element === b.elements[index])
  );
}

/** Reads when first asked, and remembers. */
function once<T>(read: () => T): () => T {
  let value: { readonly read: T } | undefined;
  return () => {
    value ??= { read: read() };
    return value.read;
  };
}

/** Adding one of our elements needs no new reading; one that is taken away must be put back. */
function isOurDoing(mutation: MutationRecord, isOurs: (node: Node) => boolean): boolean {
  return (
    mutation.type === 'childList' &&
    mutation.removedNodes.length === 0 &&
    [...mutation.addedNodes].every(isOurs)
  );
}
