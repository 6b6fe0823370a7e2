import { doiOf, type Paper } from '@/lib/paper';
import type { PaperRecord } from '../store/record';

/** A paper that may be the same as another, and what tells so; its authors may be unknown. */
export type Candidate = Pick<Paper, 'id' | 'title' | 'authors' | 'doi'>;

export function candidateOf(record: PaperRecord): Candidate {
  const { id, meta } = record;
  return { id, title: meta.title, authors: meta.authors, doi: doiOf(record) };
}
