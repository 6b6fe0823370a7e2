/** Papers that may be the same as others. */
import { doiOf, type Paper } from '@/lib/paper';
import type { PaperRecord } from '../store/record';

/** What shows whether a paper is the same as another; authors and DOI may be unknown. */
export type Candidate = Pick<Paper, 'id' | 'title' | 'authors' | 'doi'>;

export function candidateOf(record: PaperRecord): Candidate {
  const { id, meta } = record;
  return { id, title: meta.title, authors: meta.authors, doi: doiOf(record) };
}

/** Shorter titles, such as "Introduction", are shared by many papers; in characters. */
export const SHORTEST_TITLE = 15;
