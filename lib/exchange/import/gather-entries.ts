/** Gathers the papers of an import: each once, with what all its entries say. */
import { mergeRecords, recordOf } from '@/lib/library/identity/merge-records';
import type { PaperId, Source } from '@/lib/paper';
import type { SavedPaper } from '@/lib/protocol/saved-library';
import type { Found, FoundPaper, Unreadable } from '../formats/found-paper';
import { savedPaper } from '../formats/winnow-write';
import { type Entry, newEntry } from './entry';
import { importedOf, joined } from './imported';
import type { Recognised } from './recognise';

/** So many are kept; what cannot be read beyond that is counted. */
const UNREADABLE_KEPT = 10_000;
/** So long, in milliseconds, others wait. */
const SLICE_MS = 30;

/** What was found so far. */
export interface Gathered {
  readonly entries: ReadonlyMap<PaperId, Entry>;
  readonly unreadable: readonly Unreadable[];
  /** All that could not be read, also what is not kept. */
  readonly unreadableCount: number;
  /** Entries of papers that stand there more than once, beyond the first. */
  readonly repeated: number;
}

/**
 * Gathers slice by slice: yields after each what there is so far, so that the caller can pause, show
 * progress or leave off. The last that is yielded is all.
 */
export function* gatherEntries(recognised: Recognised): Generator<Gathered> {
  const { library, source = 'elsewhere' } = recognised;
  const gathering = new Gathering(source);
  for (const one of library?.problems ?? []) gathering.fail(one);
  let sliceStart = performance.now();
  const all: Iterable<Found | SavedEntry> = library ? library.papers() : recognised.read();
  for (const found of all) {
    if ('unreadable' in found) gathering.fail(found.unreadable);
    else if ('saved' in found) gathering.addSaved(found);
    else gathering.addFound(found.paper);
    if (performance.now() - sliceStart > SLICE_MS) {
      yield gathering;
      sliceStart = performance.now();
    }
  }
  yield gathering;
}

/** A paper of a file of ours. */
interface SavedEntry {
  readonly saved: SavedPaper;
  readonly place: number;
}

class Gathering implements Gathered {
  readonly entries = new Map<PaperId, Entry>();
  readonly unreadable: Unreadable[] = [];
  unreadableCount = 0;
  repeated = 0;

  constructor(private readonly source: Source) {}

  fail(one: Unreadable): void {
    this.unreadableCount += 1;
    if (this.unreadable.length < UNREADABLE_KEPT) this.unreadable.push(one);
  }

  addSaved({ saved, place }: SavedEntry): void {
    const earlier = this.entries.get(saved.id);
    if (earlier?.saved) {
      this.repeated += 1;
      earlier.saved = savedPaper(mergeRecords(recordOf(earlier.saved, 0), recordOf(saved, 0)));
      return;
    }
    const { id, meta, triage, added } = saved;
    const imported = { id, meta, triage: { ...triage, added: added > 0 ? added : null } };
    this.entries.set(id, { ...newEntry(imported, this.entries.size, place), saved });
  }

  addFound(paper: FoundPaper): void {
    const { place, title } = paper;
    const checked = importedOf(paper, this.source);
    if ('why' in checked) {
      this.fail({ place, excerpt: title?.slice(0, 120) ?? '', why: checked.why });
      return;
    }
    const { imported } = checked;
    const earlier = this.entries.get(imported.id);
    if (earlier) {
      this.repeated += 1;
      earlier.imported = joined(earlier.imported, imported);
      return;
    }
    this.entries.set(imported.id, newEntry(imported, this.entries.size, place));
  }
}
