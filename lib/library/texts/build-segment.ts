/** Builds a segment of the text index from papers. */
import type { PaperRecord } from '../store/record';
import type { Block, Segment, Vocabulary } from '../store/segment';
import { createBlockBuilder } from './blocks';
import { PREFIX_MARK, readTerms } from './paper-terms';
import type { Postings } from './postings';

export interface BuiltSegment {
  readonly segment: Segment;
  readonly blocks: readonly Block[];
  readonly vocabulary: Vocabulary;
}

/** Papers tokenised between two pauses: some hundredths of a second. */
const PAPERS_PER_PAUSE = 64;

/**
 * `nums` are the papers the segment covers. Those missing from `papers` have been deleted: they get no
 * postings, and so drop out of the index. `pause` is awaited regularly, to let other work run.
 */
export async function buildSegment(
  id: number,
  nums: readonly number[],
  papers: readonly PaperRecord[],
  pause: () => Promise<void>,
): Promise<BuiltSegment> {
  const postings = new Map<string, { nums: number[]; payloads: number[] }>();
  const ordered = [...papers].sort((a, b) => a.num - b.num);
  for (const [at, paper] of ordered.entries()) {
    if (at % PAPERS_PER_PAUSE === 0) await pause();
    for (const [term, payload] of readTerms(paper)) {
      const known = postings.get(term);
      if (known) {
        known.nums.push(paper.num);
        known.payloads.push(payload);
      } else postings.set(term, { nums: [paper.num], payloads: [payload] });
    }
  }
  const terms = [...postings.keys()].sort();
  const builder = createBlockBuilder(id);
  for (const term of terms) builder.add(term, postings.get(term) as Postings);
  const words = terms.filter((term) => !term.startsWith(PREFIX_MARK));
  return {
    segment: { id, nums: Uint32Array.from(nums).sort() },
    blocks: builder.takeAll(),
    vocabulary: { segment: id, terms: words.join('\n') },
  };
}
