/** Merges segments of the text index into one, reading and writing a few blocks at a time. */
import type { Block, Segment, Vocabulary } from '../store/segment';
import { createBlockBuilder, forEachTerm } from './blocks';
import { PREFIX_MARK } from './paper-terms';
import { decodePostings, type Postings } from './postings';

/** A segment to merge; `nums` are the papers whose newest texts it has. */
export interface MergeSource {
  readonly id: number;
  readonly nums: ReadonlySet<number>;
}

/** Blocks written at a time. */
const BLOCKS_PER_WRITE = 16;

interface TermPostings {
  readonly term: string;
  readonly nums: number[];
  readonly payloads: number[];
}

/** Terms in ascending order, each with all its postings. */
type TermStream = AsyncGenerator<TermPostings, undefined>;

/**
 * Keeps the postings of each source's `nums` and drops all others. `read` yields the blocks of a
 * segment in order; `write` is given the merged ones.
 */
export async function mergeSegments(
  id: number,
  sources: readonly MergeSource[],
  read: (segment: number) => AsyncIterable<Block>,
  write: (blocks: readonly Block[]) => Promise<void>,
): Promise<{ segment: Segment; vocabulary: Vocabulary }> {
  const streams = sources.map((source) => readPostings(read(source.id), source.nums));
  const heads = await Promise.all(streams.map((stream) => stream.next()));
  const builder = createBlockBuilder(id);
  const words: string[] = [];
  let full: Block[] = [];
  for (;;) {
    const term = firstTerm(heads);
    if (term === undefined) break;
    const same: TermPostings[] = [];
    for (const [at, { value }] of heads.entries()) {
      if (value?.term !== term) continue;
      same.push(value);
      heads[at] = await (streams[at] as TermStream).next();
    }
    const postings = joinPostings(same);
    if (postings.nums.length === 0) continue;
    builder.add(term, postings);
    if (!term.startsWith(PREFIX_MARK)) words.push(term);
    full.push(...builder.takeFull());
    if (full.length < BLOCKS_PER_WRITE) continue;
    await write(full);
    full = [];
  }
  await write([...full, ...builder.takeAll()]);
  const nums = sources.flatMap((source) => [...source.nums]);
  return {
    segment: { id, nums: Uint32Array.from(nums).sort() },
    vocabulary: { segment: id, terms: words.join('\n') },
  };
}

function firstTerm(heads: readonly Awaited<ReturnType<TermStream['next']>>[]): string | undefined {
  let first: string | undefined;
  for (const { value } of heads) {
    if (value && (first === undefined || value.term < first)) first = value.term;
  }
  return first;
}

/** A term can continue in the next block, so it is only yielded once another one follows. */
async function* readPostings(blocks: AsyncIterable<Block>, live: ReadonlySet<number>): TermStream {
  let open: TermPostings | undefined;
  for await (const block of blocks) {
    const complete: TermPostings[] = [];
    forEachTerm(block, (term, start, end) => {
      if (open?.term !== term) {
        if (open) complete.push(open);
        open = { term, nums: [], payloads: [] };
      }
      const { nums, payloads } = open;
      decodePostings(block.bytes, start, end, (num, payload) => {
        if (!live.has(num)) return;
        nums.push(num);
        payloads.push(payload);
      });
    });
    yield* complete;
  }
  if (open) yield open;
  return undefined;
}

/** Joins postings of one term from several segments, which have no paper in common. */
function joinPostings(all: readonly TermPostings[]): Postings {
  const parts = all
    .filter(({ nums }) => nums.length > 0)
    .sort((a, b) => (a.nums[0] as number) - (b.nums[0] as number));
  const [first] = parts;
  if (parts.length === 1 && first) return first;
  // The usual case, as papers that are saved together are indexed together.
  const areDisjointRanges = parts.every(
    ({ nums }, at) => at === 0 || (parts[at - 1]?.nums.at(-1) as number) < (nums[0] as number),
  );
  if (areDisjointRanges) {
    return {
      nums: parts.flatMap(({ nums }) => nums),
      payloads: parts.flatMap(({ payloads }) => payloads),
    };
  }
  const pairs = parts.flatMap(({ nums, payloads }) =>
    nums.map((num, at) => [num, payloads[at] as number] as const),
  );
  pairs.sort(([a], [b]) => a - b);
  return { nums: pairs.map(([num]) => num), payloads: pairs.map(([, payload]) => payload) };
}
