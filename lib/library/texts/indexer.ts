/** Keeps the index of texts up to date, piece by piece, whenever there is time. */
import type { LibraryDatabase } from '../store/database';
import type { Block, Segment } from '../store/segment';
import { type Built, build, merge } from './build';

/** So few papers are searched directly instead: less work than a segment of their own. */
const FEW = 64;
/** As many papers are indexed in one piece. */
const BATCH = 2_048;
/** Segments of about one size are merged when there are so many of them. */
const FANOUT = 8;
const SMALL = 256;
const BLOCKS_AT_ONCE = 16;

export interface Indexer {
  /** Does one piece of what is to be done; false when there was nothing. Never twice at a time. */
  readonly work: () => Promise<boolean>;
}

export interface IndexerOptions {
  readonly few?: number;
  readonly batch?: number;
  /** Lets others have a turn: called every few hundredths of a second. */
  readonly pause?: () => Promise<void>;
}

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));

export function createIndexer(
  db: LibraryDatabase,
  { few = FEW, batch: most = BATCH, pause = nextTask }: IndexerOptions = {},
): Indexer {
  const tables = [db.segments, db.postings, db.vocabularies, db.unindexed];
  const idsOf = (segments: readonly Segment[]) => segments.map(({ id }) => id).join();

  async function indexSome(): Promise<boolean> {
    const read = await db.transaction('r', db.papers, db.unindexed, db.segments, async () => {
      const entries = await db.unindexed.toArray();
      const nums = [...new Set(entries.flatMap((entry) => [...entry.nums]))];
      if (nums.length < few) return null;
      const batch = nums.slice(0, most).sort((a, b) => a - b);
      const segments = await db.segments.toArray();
      const papers = await db.papers.where('num').anyOf(batch).toArray();
      return { batch, papers, segments, last: entries.at(-1)?.seq ?? 0 };
    });
    if (!read) return false;
    const id = nextId(read.segments);
    const built = await build(id, read.batch, read.papers, pause);
    await db.transaction('rw', tables, async () => {
      if (idsOf(await db.segments.toArray()) !== idsOf(read.segments)) return; // another did it
      await clearBlocks(id);
      await keep(built);
      await strike(new Set(read.batch), read.last);
    });
    return true;
  }

  /** What a segment of this id, or a later one, can have left behind when it was broken off. */
  async function clearBlocks(id: number): Promise<void> {
    await db.postings.where(':id').aboveOrEqual([id]).delete();
  }

  async function keep({ segment, blocks, vocabulary }: Built): Promise<void> {
    await db.postings.bulkPut([...blocks]);
    await db.segments.put(segment);
    await db.vocabularies.put(vocabulary);
  }

  /** Strikes papers off the list of those to be indexed, but for what was written since. */
  async function strike(done: ReadonlySet<number>, last: number): Promise<void> {
    await db.unindexed
      .where('seq')
      .belowOrEqual(last)
      .modify((entry, ref) => {
        const left = entry.nums.filter((num) => !done.has(num));
        if (left.length > 0) ref.value = { ...entry, nums: left };
        else delete (ref as { value?: unknown }).value;
      });
  }

  async function mergeSome(): Promise<boolean> {
    const segments = await db.segments.toArray();
    const group = groupToMerge(segments);
    if (!group) return false;
    const id = nextId(segments);
    await clearBlocks(id);
    const { segment, vocabulary } = await merge(
      id,
      ownedBy(group, segments),
      read,
      async (blocks) => {
        await pause();
        await db.postings.bulkPut([...blocks]);
      },
    );
    await db.transaction('rw', tables, async () => {
      if (idsOf(await db.segments.toArray()) !== idsOf(segments)) return;
      for (const old of group) {
        await db.postings
          .where(':id')
          .between([old.id], [old.id + 1])
          .delete();
        await db.segments.delete(old.id);
        await db.vocabularies.delete(old.id);
      }
      await db.segments.put(segment);
      await db.vocabularies.put(vocabulary);
    });
    return true;
  }

  async function* read(segment: number): AsyncGenerator<Block> {
    let after: [number, ...unknown[]] = [segment];
    for (;;) {
      const blocks = await db.postings
        .where(':id')
        .between(after, [segment + 1], false)
        .limit(BLOCKS_AT_ONCE)
        .toArray();
      yield* blocks;
      const last = blocks.at(-1);
      if (!last) return;
      after = [last.segment, last.term, last.part];
    }
  }

  return {
    work: async () => (await indexSome()) || (await mergeSome()),
  };
}

/** Later than all there are: the order of segments says whose texts are newer. */
function nextId(segments: readonly Segment[]): number {
  return segments.reduce((greatest, { id }) => Math.max(greatest, id), 0) + 1;
}

/** The smallest of those there are enough of, and no more: what is merged may be broken off. */
function groupToMerge(segments: readonly Segment[]): readonly Segment[] | null {
  const levels = new Map<number, Segment[]>();
  for (const segment of segments) {
    const size = Math.max(1, segment.nums.length / SMALL);
    const level = Math.ceil(Math.log(size) / Math.log(FANOUT));
    levels.set(level, [...(levels.get(level) ?? []), segment]);
  }
  const full = [...levels].filter(([, group]) => group.length >= FANOUT);
  return full.sort(([a], [b]) => a - b)[0]?.[1].slice(0, FANOUT) ?? null;
}

/** Of each segment the papers that no later one has. */
function ownedBy(group: readonly Segment[], all: readonly Segment[]) {
  const owners = new Map<number, number>();
  for (const { id, nums } of [...all].sort((a, b) => a.id - b.id)) {
    for (const num of nums) owners.set(num, id);
  }
  return group.map(({ id, nums }) => ({
    id,
    nums: new Set([...nums].filter((num) => owners.get(num) === id)),
  }));
}
