/** Makes a segment of papers, and one segment of several. */
import type { PaperRecord } from '../store/record';
import type { Block, Segment, Vocabulary } from '../store/segment';
import { type Blocks, createBlocks, eachTerm } from './blocks';
import { BEGINNING, signsOf } from './paper-words';
import { decode } from './postings';

export interface Built {
  readonly segment: Segment;
  readonly blocks: readonly Block[];
  readonly vocabulary: Vocabulary;
}

interface Growing {
  readonly nums: number[];
  readonly signs: number[];
}

/** As many blocks of a merged segment are written at once. */
const BLOCKS_AT_ONCE = 16;
/** As many papers are looked at before others have a turn: some hundredths of a second. */
const PAPERS_AT_ONCE = 64;

/** `pause` lets others have a turn. Papers that are gone are only named: the index forgets them. */
export async function build(
  id: number,
  nums: readonly number[],
  papers: readonly PaperRecord[],
  pause: () => Promise<void>,
): Promise<Built> {
  const postings = new Map<string, Growing>();
  const ordered = [...papers].sort((a, b) => a.num - b.num);
  for (const [at, paper] of ordered.entries()) {
    if (at % PAPERS_AT_ONCE === 0) await pause();
    for (const [term, sign] of signsOf(paper)) {
      const known = postings.get(term);
      if (known) {
        known.nums.push(paper.num);
        known.signs.push(sign);
      } else postings.set(term, { nums: [paper.num], signs: [sign] });
    }
  }
  const terms = [...postings.keys()].sort();
  const blocks = createBlocks(id);
  for (const term of terms) blocks.add(term, postings.get(term) as Growing);
  return {
    segment: { id, nums: Uint32Array.from(nums).sort() },
    blocks: blocks.take(true),
    vocabulary: { segment: id, terms: onlyWords(terms).join('\n') },
  };
}

/** The blocks of one segment, one after the other. */
export type BlockReader = (segment: number) => AsyncIterable<Block>;

/** Takes only postings of papers that their segment still has the newest texts of. */
export async function merge(
  id: number,
  segments: readonly { readonly id: number; readonly nums: ReadonlySet<number> }[],
  read: BlockReader,
  write: (blocks: readonly Block[]) => Promise<void>,
): Promise<{ segment: Segment; vocabulary: Vocabulary }> {
  const sources = segments.map((one) => termsOf(read(one.id), one.nums));
  const heads = await Promise.all(sources.map((source) => source.next()));
  const blocks: Blocks = createBlocks(id);
  const words: string[] = [];
  let full: Block[] = [];
  for (;;) {
    const term = firstTerm(heads);
    if (term === undefined) break;
    const same: Growing[] = [];
    for (const [at, { value }] of heads.entries()) {
      if (value?.term !== term) continue;
      same.push(value);
      heads[at] = await (sources[at] as TermSource).next();
    }
    const joined = inOrder(same);
    if (joined.nums.length === 0) continue;
    blocks.add(term, joined);
    if (!term.startsWith(BEGINNING)) words.push(term);
    full.push(...blocks.take());
    if (full.length < BLOCKS_AT_ONCE) continue;
    await write(full);
    full = [];
  }
  await write([...full, ...blocks.take(true)]);
  const nums = segments.flatMap((one) => [...one.nums]);
  return {
    segment: { id, nums: Uint32Array.from(nums).sort() },
    vocabulary: { segment: id, terms: words.join('\n') },
  };
}

type TermSource = AsyncGenerator<Growing & { readonly term: string }, undefined>;

function firstTerm(heads: readonly Awaited<ReturnType<TermSource['next']>>[]): string | undefined {
  let first: string | undefined;
  for (const { value } of heads) {
    if (value && (first === undefined || value.term < first)) first = value.term;
  }
  return first;
}

/** The terms of a segment, each with all its postings. */
async function* termsOf(blocks: AsyncIterable<Block>, live: ReadonlySet<number>): TermSource {
  let open: (Growing & { readonly term: string }) | undefined;
  for await (const block of blocks) {
    const found: (Growing & { readonly term: string })[] = [];
    eachTerm(block, (term, start, end) => {
      if (open?.term !== term) {
        if (open) found.push(open);
        open = { term, nums: [], signs: [] };
      }
      const { nums, signs } = open;
      decode(block.bytes, start, end, (num, sign) => {
        if (!live.has(num)) return;
        nums.push(num);
        signs.push(sign);
      });
    });
    yield* found;
  }
  if (open) yield open;
  return undefined;
}

/** Postings of one term from several segments, which have no paper in common. */
function inOrder(found: readonly Growing[]): Growing {
  const parts = found
    .filter(({ nums }) => nums.length > 0)
    .sort((a, b) => (a.nums[0] as number) - (b.nums[0] as number));
  const [first] = parts;
  if (parts.length === 1 && first) return first;
  // Mostly each segment has papers that were saved in another time.
  const isOneAfterAnother = parts.every(
    ({ nums }, at) => at === 0 || (parts[at - 1]?.nums.at(-1) as number) < (nums[0] as number),
  );
  if (isOneAfterAnother) {
    return { nums: parts.flatMap(({ nums }) => nums), signs: parts.flatMap(({ signs }) => signs) };
  }
  const all = parts.flatMap(({ nums, signs }) => nums.map((num, at) => [num, signs[at] as number]));
  all.sort((a, b) => (a[0] as number) - (b[0] as number));
  return { nums: all.map(([num]) => num as number), signs: all.map(([, sign]) => sign as number) };
}

function onlyWords(terms: readonly string[]): string[] {
  return terms.filter((term) => !term.startsWith(BEGINNING));
}
