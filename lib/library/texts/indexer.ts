/** Keeps the text index up to date in small steps, each of which may be interrupted. */
import type { LibraryDatabase } from '../store/database';
import type { Block, Segment } from '../store/segment';
import { type BuiltSegment, buildSegment } from './build-segment';
import { type MergeSource, mergeSegments } from './merge-segments';

/** Fewer papers than this are searched directly: that is less work than a segment of their own. */
const MIN_BATCH = 64;
/** Papers indexed in one step. */
const MAX_BATCH = 2_048;
/** This many segments of about the same size are merged into one. */
const FANOUT = 8;
/** Segments of up to this many papers count as the same size. */
const SMALLEST_LEVEL = 256;
const BLOCKS_PER_READ = 16;

export interface Indexer {
  /** Does one step; false if there was nothing to do. Must not run twice at the same time. */
  readonly runStep: () => Promise<boolean>;
}

export interface IndexerOptions {
  readonly minBatch?: number;
  readonly maxBatch?: number;
  /** Awaited every few hundredths of a second, to let other work run. */
  readonly pause?: () => Promise<void>;
}

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));

/** See docs/search.md. */
export function createIndexer(
  db: LibraryDatabase,
  { minBatch = MIN_BATCH, maxBatch = MAX_BATCH, pause = nextTask }: IndexerOptions = {},
): Indexer {
  const tables = [db.segments, db.postings, db.vocabularies, db.unindexed];

  /** Whether no other page has changed the index since these segments were read. */
  async function isUnchanged(segments: readonly Segment[]): Promise<boolean> {
    return listIds(await db.segments.toArray()) === listIds(segments);
  }

  async function indexBatch(): Promise<boolean> {
    const read = await db.transaction('r', db.papers, db.unindexed, db.segments, async () => {
      const entries = await db.unindexed.toArray();
      const nums = [...new Set(entries.flatMap((entry) => [...entry.nums]))];
      if (nums.length < minBatch) return null;
      const batch = nums.slice(0, maxBatch).sort((a, b) => a - b);
      const segments = await db.segments.toArray();
      const papers = await db.papers.where('num').anyOf(batch).toArray();
      return { batch, papers, segments, lastSeq: entries.at(-1)?.seq ?? 0 };
    });
    if (!read) return false;
    const id = nextId(read.segments);
    const built = await buildSegment(id, read.batch, read.papers, pause);
    await db.transaction('rw', tables, async () => {
      if (!(await isUnchanged(read.segments))) return;
      await deleteBlocksFrom(db, id);
      await putSegment(db, built);
      await markIndexed(db, new Set(read.batch), read.lastSeq);
    });
    return true;
  }

  async function mergeGroup(): Promise<boolean> {
    const segments = await db.segments.toArray();
    const group = pickGroup(segments);
    if (!group) return false;
    const id = nextId(segments);
    await deleteBlocksFrom(db, id);
    const read = (segment: number) => readBlocks(db, segment);
    const merged = await mergeSegments(id, sourcesOf(group, segments), read, async (blocks) => {
      await pause();
      await db.postings.bulkPut([...blocks]);
    });
    await db.transaction('rw', tables, async () => {
      if (!(await isUnchanged(segments))) return;
      for (const old of group) await deleteSegment(db, old.id);
      await putSegment(db, { ...merged, blocks: [] });
    });
    return true;
  }

  return {
    runStep: async () => (await indexBatch()) || (await mergeGroup()),
  };
}

function listIds(segments: readonly Segment[]): string {
  return segments.map(({ id }) => id).join();
}

/** Above all others: where two segments have a paper, the one with the greater id has its newer texts. */
function nextId(segments: readonly Segment[]): number {
  return segments.reduce((greatest, { id }) => Math.max(greatest, id), 0) + 1;
}

/** Removes what an interrupted step may have left under this id or a later one. */
async function deleteBlocksFrom(db: LibraryDatabase, id: number): Promise<void> {
  await db.postings.where(':id').aboveOrEqual([id]).delete();
}

async function putSegment(
  db: LibraryDatabase,
  { segment, blocks, vocabulary }: BuiltSegment,
): Promise<void> {
  await db.postings.bulkPut([...blocks]);
  await db.segments.put(segment);
  await db.vocabularies.put(vocabulary);
}

async function deleteSegment(db: LibraryDatabase, id: number): Promise<void> {
  await db.postings
    .where(':id')
    .between([id], [id + 1])
    .delete();
  await db.segments.delete(id);
  await db.vocabularies.delete(id);
}

/** Removes papers from `unindexed`, except where entries after `lastSeq` say they changed again. */
async function markIndexed(
  db: LibraryDatabase,
  nums: ReadonlySet<number>,
  lastSeq: number,
): Promise<void> {
  await db.unindexed
    .where('seq')
    .belowOrEqual(lastSeq)
    .modify((entry, ref) => {
      const left = entry.nums.filter((num) => !nums.has(num));
      if (left.length > 0) ref.value = { ...entry, nums: left };
      else delete (ref as { value?: unknown }).value;
    });
}

async function* readBlocks(db: LibraryDatabase, segment: number): AsyncGenerator<Block> {
  let after: [number, ...unknown[]] = [segment];
  for (;;) {
    const blocks = await db.postings
      .where(':id')
      .between(after, [segment + 1], false)
      .limit(BLOCKS_PER_READ)
      .toArray();
    yield* blocks;
    const last = blocks.at(-1);
    if (!last) return;
    after = [last.segment, last.term, last.part];
  }
}

/** The smallest segments that are due to be merged; only `FANOUT`, to keep the step short. */
function pickGroup(segments: readonly Segment[]): readonly Segment[] | null {
  const levels = new Map<number, Segment[]>();
  for (const segment of segments) {
    const size = Math.max(1, segment.nums.length / SMALLEST_LEVEL);
    const level = Math.ceil(Math.log(size) / Math.log(FANOUT));
    levels.set(level, [...(levels.get(level) ?? []), segment]);
  }
  const full = [...levels].filter(([, group]) => group.length >= FANOUT);
  return full.sort(([a], [b]) => a - b)[0]?.[1].slice(0, FANOUT) ?? null;
}

/** Each segment with those of its papers that no later segment has. */
function sourcesOf(group: readonly Segment[], all: readonly Segment[]): MergeSource[] {
  const newest = new Map<number, number>();
  for (const { id, nums } of [...all].sort((a, b) => a.id - b.id)) {
    for (const num of nums) newest.set(num, id);
  }
  return group.map(({ id, nums }) => ({
    id,
    nums: new Set([...nums].filter((num) => newest.get(num) === id)),
  }));
}
