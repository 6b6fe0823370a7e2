import type { Queries } from '@/lib/library/queries/queries';
import { newRecord } from '@/lib/library/store/record';
import type { Paper, PaperId } from '@/lib/paper';
import { writeBibtex } from './formats/bibtex-write';

interface CitedPaper {
  readonly id: PaperId;
  /** As a page shows it, where it may be new to the library. */
  readonly paper: Paper | null;
}

/** The BibTeX entry of a paper: as the library has it, else as the page shows it. */
export async function bibtexOf(
  { id, paper }: CitedPaper,
  queries: Pick<Queries, 'papers'>,
): Promise<string> {
  const [known] = await queries.papers([id]);
  const record = known ?? (paper && newRecord(paper, 0, ''));
  return [...writeBibtex(record ? [record] : [])].join('');
}
