/** Keeps the store's rows in step with the document: reads them at the start and after changes. */
import type { Paper } from '@/lib/paper';
import { siteFor } from '@/lib/sites';
import type { Row, Unreadable } from '@/lib/sites/site';
import { inSlices, paintFirst } from './slices';
import type { PageStore } from './store';

/** A page that goes on changing (MathJax, a feed) is read again after a pause, but not seldom. */
const QUIET_MS = 60;
const AT_LEAST_EVERY_MS = 400;

/** So many rows of a page that was just opened come before all others: more than are in view. */
const FIRST_ROWS = 20;

export interface Binder {
  /** Reads the page anew, soon. */
  readonly refresh: () => void;
  readonly stop: () => void;
}

export interface Reading {
  /** The rows that are new, or within which something was touched. */
  readonly changed: readonly Row[];
  /** False for the first rows of a page that was just opened: the others are still to be read. */
  readonly isWhole: boolean;
}

export interface BinderOptions {
  /** Tells the elements that Winnow itself puts on the page. */
  readonly isOurs: (node: Node) => boolean;
  /** Called after each reading, also when it found the same rows: their controls may be gone. */
  readonly onRead: (reading: Reading) => void;
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
        await readRows(document, store, nodes, stopping.signal, options.onRead);
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

/** Takes the page's rows over into the store, and tells `onRead`. */
async function readRows(
  document: Document,
  store: PageStore,
  touched: ReadonlySet<Node>,
  signal: AbortSignal,
  onRead: BinderOptions['onRead'],
): Promise<void> {
  const site = siteFor(document.location.href);
  const known = new Map(store.getState().rows.map((row) => [row.elements[0], row]));
  const entries = (site?.rows(document) ?? [])[Symbol.iterator]();
  const rows: Row[] = [];
  const changed = new Set<Row>();
  let unreadable = 0;

  function take(entry: Row | Unreadable): void {
    if ('unreadable' in entry) {
      unreadable += 1;
      return;
    }
    const before = known.get(entry.elements[0]);
    const row =
      before && (isSame(before, entry) || isTranslation(before, entry))
        ? before
        : remembering(entry);
    rows.push(row);
    if (row !== before) changed.add(row);
  }

  if (known.size === 0) {
    for (const entry of upTo(FIRST_ROWS, entries)) take(entry);
    if (rows.length === FIRST_ROWS) {
      store.setState({ site, rows: [...rows] });
      onRead({ changed: [...rows], isWhole: false });
      await paintFirst();
    }
  }
  await inSlices(upTo(Number.POSITIVE_INFINITY, entries), signal, take);
  if (signal.aborted) return;
  const rowOf = new Map<Node, Row>(
    rows.flatMap((row) => row.elements.map((element) => [element, row] as const)),
  );
  function forget(row: Row): void {
    forgetReading.get(row)?.();
    changed.add(row);
  }

  // The texts of a paper stand all over its own page.
  if (site?.kind === 'paper' && touched.size > 0) rows.forEach(forget);
  for (const node of touched) {
    for (let box: Node | null = node; box; box = box.parentNode) {
      const row = rowOf.get(box);
      if (row) forget(row);
    }
  }
  store.setState({ site, rows, unreadable });
  onRead({ changed: [...changed], isWhole: true });
}

/** The next so many; what comes after them can be taken later. */
function* upTo<T>(count: number, iterator: Iterator<T>): Generator<T> {
  for (let taken = 0; taken < count; taken += 1) {
    const { done, value } = iterator.next();
    if (done) return;
    yield value;
  }
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

/** Whether a translator has changed the texts of a row since it was read: then the first reading stays. */
function isTranslation(before: Row, entry: Row): boolean {
  return before.id === entry.id && entry.read().isTranslated === true;
}

/** Has a row's paper read anew when it is next asked for. */
const forgetReading = new WeakMap<Row, () => void>();

/**
 * The row, whose paper is read when first asked for, and kept until something in it is touched; then it
 * is read anew, but what a translator made of it replaces no earlier reading.
 */
function remembering(entry: Row): Row {
  let paper: Paper | null = null;
  let isStale = true;
  const row: Row = {
    ...entry,
    read() {
      if (isStale || !paper) {
        const fresh = entry.read();
        paper = paper && fresh.isTranslated ? paper : fresh;
        isStale = false;
      }
      return paper;
    },
  };
  forgetReading.set(row, () => {
    isStale = true;
  });
  return row;
}

/** Adding one of our elements needs no new reading; one that is taken away must be put back. */
function isOurDoing(mutation: MutationRecord, isOurs: (node: Node) => boolean): boolean {
  return (
    mutation.type === 'childList' &&
    mutation.removedNodes.length === 0 &&
    [...mutation.addedNodes].every(isOurs)
  );
}
