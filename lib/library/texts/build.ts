/** Makes a segment of papers, and one segment of several. */
import type { PaperRecord } from '../record';
import { type Blocks, createBlocks, eachTerm } from './blocks';
import { BEGINNING, signsOf } from './paper-words';
import { decode } from './postings';
import type { Block, Segment, Vocabulary } from './segment';

export interface Built {
  readonly segment: Segment;
  readonly blocks: readonly Block[];
  readonly vocabulary: Vocabulary;
}

interface Growing {
  readonly nums: number[];
  readonly signs: number[];
}

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
  for (;;) {
    const there = heads.flatMap(({ done, value }, at) => (done ? [] : [{ ...value, at }]));
    if (there.length === 0) break;
    const term = there.map((one) => one.term).sort()[0] ?? '';
    const same = there.filter((one) => one.term === term);
    const joined = inOrder(same);
    if (joined.nums.length > 0) {
      blocks.add(term, joined);
      if (!term.startsWith(BEGINNING)) words.push(term);
      const full = blocks.take();
      if (full.length > 0) await write(full);
    }
    for (const { at } of same) heads[at] = await (sources[at] as TermSource).next();
  }
  await write(blocks.take(true));
  const nums = segments.flatMap((one) => [...one.nums]);
  return {
    segment: { id, nums: Uint32Array.from(nums).sort() },
    vocabulary: { segment: id, terms: words.join('\n') },
  };
}

type TermSource = AsyncGenerator<Growing & { readonly term: string }, undefined>;

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
function inOrder(parts: readonly Growing[]): Growing {
  const [first] = parts;
  if (parts.length === 1 && first) return first;
  const all = parts.flatMap(({ nums, signs }) => nums.map((num, at) => [num, signs[at] as number]));
  all.sort((a, b) => (a[0] as number) - (b[0] as number));
  return { nums: all.map(([num]) => num as number), signs: all.map(([, sign]) => sign as number) };
}

function onlyWords(terms: readonly string[]): string[] {
  return terms.filter((term) => !term.startsWith(BEGINNING));
}
