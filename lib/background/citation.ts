import { writeBibtex } from '@/lib/exchange/formats/bibtex-write';
import type { Queries } from '@/lib/library/queries/queries';
import { newRecord } from '@/lib/library/store/record';
import type { Paper } from '@/lib/paper';

/** The BibTeX entry of a paper: as the library has it, else as the page shows it. */
export async function bibtexOf(paper: Paper, queries: Pick<Queries, 'papers'>): Promise<string> {
  const [record = newRecord(paper, 0, '')] = await queries.papers([paper.id]);
  return [...writeBibtex([record])].join('');
}
