/** Collects the papers of an import, merging repeated entries. */
import { mergeRecords, recordFromFile } from '@/lib/library/identity/merge-records';
import type { PaperId, Source } from '@/lib/paper';
import type { SavedPaper } from '@/lib/protocol/saved-library';
import type { ParsedPaper, ParseResult, UnreadableEntry } from '../formats/parsed-paper';
import { toSavedPaper } from '../formats/winnow-write';
import { type ImportEntry, newEntry } from './entry';
import type { Recognised } from './recognise';
import { mergeImported, toImported } from './to-imported';

/** How many are kept; further ones are only counted. */
const MAX_UNREADABLE = 10_000;
/** How long to work before yielding, in milliseconds. */
const SLICE_MS = 30;

/** What has been found so far. */
export interface GatheredEntries {
  readonly entries: ReadonlyMap<PaperId, ImportEntry>;
  readonly unreadable: readonly UnreadableEntry[];
  /** Including those beyond `MAX_UNREADABLE`. */
  readonly unreadableCount: number;
  /** How many entries repeat an earlier paper. */
  readonly repeated: number;
}

/**
 * Collects in slices, yielding the collection so far after each, so that the caller can pause,
 * report progress or stop. The last one yielded is complete.
 */
export function* gatherEntries(recognised: Recognised): Generator<GatheredEntries> {
  const { library, source = 'elsewhere' } = recognised;
  const collector = new EntryCollector(source);
  for (const one of library?.problems ?? []) collector.addUnreadable(one);
  let sliceStart = performance.now();
  const results: Iterable<ParseResult | SavedEntry> = library
    ? library.papers()
    : recognised.read();
  for (const result of results) {
    if ('unreadable' in result) collector.addUnreadable(result.unreadable);
    else if ('saved' in result) collector.addSaved(result);
    else collector.addFound(result.paper);
    if (performance.now() - sliceStart > SLICE_MS) {
      yield collector;
      sliceStart = performance.now();
    }
  }
  yield collector;
}

/** A paper from one of our own files. */
interface SavedEntry {
  readonly saved: SavedPaper;
  readonly place: number;
}

class EntryCollector implements GatheredEntries {
  readonly entries = new Map<PaperId, ImportEntry>();
  readonly unreadable: UnreadableEntry[] = [];
  unreadableCount = 0;
  repeated = 0;

  constructor(private readonly source: Source) {}

  addUnreadable(one: UnreadableEntry): void {
    this.unreadableCount += 1;
    if (this.unreadable.length < MAX_UNREADABLE) this.unreadable.push(one);
  }

  addSaved({ saved, place }: SavedEntry): void {
    const earlier = this.entries.get(saved.id);
    if (earlier?.saved) {
      this.repeated += 1;
      earlier.saved = toSavedPaper(
        mergeRecords(recordFromFile(earlier.saved, 0), recordFromFile(saved, 0)),
      );
      return;
    }
    const { id, meta, triage, added } = saved;
    const imported = { id, meta, triage: { ...triage, added: added > 0 ? added : null } };
    this.entries.set(id, { ...newEntry(imported, this.entries.size, place), saved });
  }

  addFound(paper: ParsedPaper): void {
    const { place, title } = paper;
    const checked = toImported(paper, this.source);
    if ('problem' in checked) {
      this.addUnreadable({ place, excerpt: title?.slice(0, 120) ?? '', reason: checked.problem });
      return;
    }
    const { imported } = checked;
    const earlier = this.entries.get(imported.id);
    if (earlier) {
      this.repeated += 1;
      earlier.imported = mergeImported(earlier.imported, imported);
      return;
    }
    this.entries.set(imported.id, newEntry(imported, this.entries.size, place));
  }
}
