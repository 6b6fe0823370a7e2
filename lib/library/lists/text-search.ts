/** Searches the library, with corrected spelling if nothing matches a search as typed. */
import type { Filter } from '@/lib/filter/filter';
import { printFilter } from '@/lib/filter/print';
import type { RegexEngine } from '@/lib/filter/regex-engine';
import type { LibraryDatabase } from '../store/database';
import { createIndexCache, type Matches } from '../texts/index-reader';
import type { Columns } from './columns';
import type { PaperSet } from './matches';
import { createSearch } from './search';
import { correctSpelling, readKnownWords } from './spelling';
import { openTextSnapshot, type TextSnapshot } from './text-snapshot';

interface SearchResult {
  readonly matches: Matches;
  /** See `ListAnswer`. */
  readonly corrected: string | null;
  readonly unindexed: number;
}

export interface TextSearch {
  /** Those of the papers in `within` that match. @throws when `signal` is aborted. */
  readonly run: (filter: Filter, within: PaperSet, signal: AbortSignal) => Promise<SearchResult>;
  /** Opens the texts, so that the next search need not wait for them. */
  readonly prepare: () => Promise<void>;
  /** To be called when texts, or the size of `columns`, have changed. */
  readonly reset: () => void;
}

/** Keeps the texts open from one search to the next. */
export function createTextSearch(
  db: LibraryDatabase,
  columns: Columns,
  regex: RegexEngine,
): TextSearch {
  const cache = createIndexCache();
  let texts: Promise<TextSnapshot> | null = null;
  let knownWords: Promise<ReadonlySet<string>> | null = null;

  function openTexts(): Promise<TextSnapshot> {
    texts ??= openTextSnapshot(db, cache, columns.size);
    return texts;
  }

  function reset(): void {
    texts = null;
    knownWords = null;
  }

  async function search(
    filter: Filter,
    within: PaperSet,
    signal: AbortSignal,
  ): Promise<SearchResult> {
    const snapshot = await openTexts();
    const { unindexed } = snapshot;
    const { run } = createSearch(columns, snapshot, regex);
    const asTyped = { matches: await run(filter, within, signal), corrected: null, unindexed };
    if (asTyped.matches.nums.includes(1)) return asTyped;
    knownWords ??= readKnownWords(columns, snapshot);
    const correction = correctSpelling(filter, await knownWords);
    if (!correction) return asTyped;
    const matches = await run(correction, within, signal);
    if (!matches.nums.includes(1)) return asTyped;
    return { matches, corrected: printFilter(correction), unindexed };
  }

  return {
    async run(filter, within, signal) {
      try {
        return await search(filter, within, signal);
      } catch (error) {
        if (!signal.aborted) reset(); // another page may have merged index segments away
        throw error;
      }
    },
    async prepare() {
      await openTexts();
    },
    reset,
  };
}
