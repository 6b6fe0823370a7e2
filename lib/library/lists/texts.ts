/** The texts of the library as searches look at them, at one moment. */
import type { Subject } from '@/lib/filter/filter';
import type { LibraryDatabase } from '../store/database';
import { filterSubjectOf } from '../store/filter-subject';
import type { PaperRecord } from '../store/record';
import { type Caches, type Lookup, openLookup } from '../texts/lookup';
import type { PaperSet } from './choices';

export interface Texts {
  readonly lookup: Lookup;
  /** Papers that are not in the index as they are now, without tags and categories. */
  readonly pending: ReadonlyMap<number, Subject>;
  /** How many more of them there are, which are not searched at all. */
  readonly unindexed: number;
  /** Looks at the texts of papers as they are in the database. @throws when `signal` says so. */
  readonly each: (
    nums: PaperSet,
    signal: AbortSignal,
    tell: (num: number, subject: Subject) => void,
  ) => Promise<void>;
  /** The words of all papers. */
  readonly vocabulary: () => Promise<ReadonlySet<string>>;
  readonly segments: readonly number[];
}

/** As many papers that are not indexed are searched directly. */
const PENDING = 512;
/** As many papers are read and looked at before others have a turn. */
const SLICE = 256;
/** With fewer papers to leave out than this for each that is wanted, all are read. */
const SPARSE = 4;

/** Reads what is needed to search. `size` goes beyond all numbers. */
export async function openTexts(db: LibraryDatabase, caches: Caches, size: number): Promise<Texts> {
  const { segments, unindexed, papers } = await db.transaction(
    'r',
    [db.segments, db.unindexed, db.papers],
    async () => {
      const entries = await db.unindexed.toArray();
      const nums = new Set(entries.flatMap((entry) => [...entry.nums]));
      const direct = [...nums].slice(-PENDING);
      return {
        segments: await db.segments.toArray(),
        unindexed: nums,
        papers: await db.papers.where('num').anyOf(direct).toArray(),
      };
    },
  );
  const pending = new Map(papers.map((paper) => [paper.num, textsOf(paper)]));
  const lookup = await openLookup(db, caches, segments, size, (num) => !unindexed.has(num));

  async function read(first: number, last: number, count: number, nums: PaperSet) {
    if (last - first < count * SPARSE) {
      return db.papers.where('num').between(first, last, true, true).toArray();
    }
    const wanted: number[] = [];
    for (let num = first; num <= last; num += 1) if (nums[num]) wanted.push(num);
    return db.papers.where('num').anyOf(wanted).toArray();
  }

  return {
    lookup,
    pending,
    unindexed: Math.max(0, unindexed.size - PENDING),
    segments: segments.map(({ id }) => id),
    async each(nums, signal, tell) {
      let at = 0;
      while (at < nums.length) {
        signal.throwIfAborted();
        let first = -1;
        let count = 0;
        for (; at < nums.length && count < SLICE; at += 1) {
          if (!nums[at]) continue;
          if (first < 0) first = at;
          count += 1;
        }
        if (first < 0) return;
        for (const paper of await read(first, at - 1, count, nums)) {
          if (nums[paper.num]) tell(paper.num, textsOf(paper));
        }
      }
    },
    async vocabulary() {
      const kept = await db.vocabularies.toArray();
      const words = new Set<string>();
      for (const { terms } of kept) for (const term of terms.split('\n')) words.add(term);
      return words;
    },
  };
}

/** Tags and categories come from the catalogue, where they are as they are now. */
function textsOf(paper: PaperRecord): Subject {
  return { ...filterSubjectOf(paper), tags: [], categories: [] };
}
