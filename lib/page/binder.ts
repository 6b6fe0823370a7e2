/** Keeps the store's rows in step with the document: reads them at the start and after changes. */
import { siteFor } from '@/lib/sites';
import type { Row } from '@/lib/sites/site';
import { inSlices } from './slices';
import type { PageStore } from './store';

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
  /**
   * Called after each reading, also when it found the same rows: their controls may be gone. Gets
   * the rows that are new or whose texts changed.
   */
  readonly onRead: (changed: readonly Row[]) => void;
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
  let touched = new Set<Node>();

  async function read(): Promise<void> {
    waitingSince = null;
    if (isReading) {
      isStale = true;
      return;
    }
    isReading = true;
    try {
      do {
        isStale = false;
        const nodes = touched;
        touched = new Set();
        const changed = await readRows(document, store, nodes, stopping.signal);
        if (!stopping.signal.aborted) options.onRead(changed);
      } while (isStale && !stopping.signal.aborted);
    } finally {
      isReading = false;
    }
  }

  function refresh(): void {
    const now = performance.now();
    waitingSince ??= now;
    clearTimeout(timer);
    timer = setTimeout(read, Math.min(QUIET_MS, waitingSince + AT_LEAST_EVERY_MS - now));
  }

  const observer = new MutationObserver((mutations) => {
    const theirs = mutations.filter((mutation) => !isOurDoing(mutation, options.isOurs));
    for (const { target } of theirs) touched.add(target);
    if (theirs.length > 0) refresh();
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

/** Takes the page's rows over. Gives those that are new, or within which a node was touched. */
async function readRows(
  document: Document,
  store: PageStore,
  touched: ReadonlySet<Node>,
  signal: AbortSignal,
): Promise<Row[]> {
  const site = siteFor(document.location.href);
  const known = new Map(store.getState().rows.map((row) => [row.elements[0], row]));
  const rows: Row[] = [];
  const changed = new Set<Row>();
  let unreadable = 0;
  await inSlices(site?.rows(document) ?? [], signal, (entry) => {
    if ('unreadable' in entry) {
      unreadable += 1;
      return;
    }
    const before = known.get(entry.elements[0]);
    const row = before && isSame(before, entry) ? before : { ...entry, read: once(entry.read) };
    rows.push(row);
    if (row !== before) changed.add(row);
  });
  if (signal.aborted) return [];
  const rowOf = new Map<Node, Row>(
    rows.flatMap((row) => row.elements.map((element) => [element, row] as const)),
  );
  for (const node of touched) {
    for (let box: Node | null = node; box; box = box.parentNode) {
      const row = rowOf.get(box);
      if (row) changed.add(row);
    }
  }
  store.setState({ site, rows, unreadable });
  return [...changed];
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
