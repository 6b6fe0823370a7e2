/** The texts of the library, as a search sees them, at one moment. */
import type { Subject } from '@/lib/filter/filter';
import type { LibraryDatabase } from '../store/database';
import { filterSubjectOf } from '../store/filter-subject';
import type { PaperRecord } from '../store/record';
import { type IndexCache, type IndexReader, openIndexReader } from '../texts/index-reader';
import type { PaperSet } from './matches';

export interface TextSnapshot {
  readonly index: IndexReader;
  /** Papers whose newest texts are not in the index, by number; without tags and categories. */
  readonly pending: ReadonlyMap<number, Subject>;
  /** How many further papers are not in the index: these are not searched at all. */
  readonly unindexed: number;
  /** Visits the texts of papers, read from the database. @throws when `signal` is aborted. */
  readonly scan: (
    nums: PaperSet,
    signal: AbortSignal,
    visit: (num: number, subject: Subject) => void,
  ) => Promise<void>;
  /** The words in the index. */
  readonly vocabulary: () => Promise<ReadonlySet<string>>;
}

/** At most this many papers that are not in the index are searched directly: the latest. */
const MAX_PENDING = 512;
/** Papers wanted in one read; between reads other work can run. */
const PAPERS_PER_READ = 256;
/** A whole range is read unless more than this many papers in it come to each one wanted. */
const SPARSE = 4;

/** `size` is above all paper numbers. */
export async function openTextSnapshot(
  db: LibraryDatabase,
  cache: IndexCache,
  size: number,
): Promise<TextSnapshot> {
  const { segments, unindexed, papers } = await db.transaction(
    'r',
    [db.segments, db.unindexed, db.papers],
    async () => {
      const entries = await db.unindexed.toArray();
      const nums = new Set(entries.flatMap((entry) => [...entry.nums]));
      const latest = [...nums].slice(-MAX_PENDING);
      return {
        segments: await db.segments.toArray(),
        unindexed: nums,
        papers: await db.papers.where('num').anyOf(latest).toArray(),
      };
    },
  );
  const pending = new Map(papers.map((paper) => [paper.num, textsOf(paper)]));
  const index = await openIndexReader(db, cache, segments, size, (num) => !unindexed.has(num));

  /** Papers from `first` to `last`: those wanted, of which there are `count`, and maybe others. */
  async function readRange(nums: PaperSet, first: number, last: number, count: number) {
    if (last - first < count * SPARSE) {
      return db.papers.where('num').between(first, last, true, true).toArray();
    }
    const wanted: number[] = [];
    for (let num = first; num <= last; num += 1) if (nums[num]) wanted.push(num);
    return db.papers.where('num').anyOf(wanted).toArray();
  }

  return {
    index,
    pending,
    unindexed: Math.max(0, unindexed.size - MAX_PENDING),
    async scan(nums, signal, visit) {
      let at = 0;
      while (at < nums.length) {
        signal.throwIfAborted();
        let first = -1;
        let count = 0;
        for (; at < nums.length && count < PAPERS_PER_READ; at += 1) {
          if (!nums[at]) continue;
          if (first < 0) first = at;
          count += 1;
        }
        if (first < 0) return;
        for (const paper of await readRange(nums, first, at - 1, count)) {
          if (nums[paper.num]) visit(paper.num, textsOf(paper));
        }
      }
    },
    async vocabulary() {
      const words = new Set<string>();
      for (const { terms } of await db.vocabularies.toArray()) {
        for (const word of terms.split('\n')) words.add(word);
      }
      return words;
    },
  };
}

/** Tags and categories are searched in the catalogue. */
function textsOf(paper: PaperRecord): Subject {
  return { ...filterSubjectOf(paper), tags: [], categories: [] };
}
