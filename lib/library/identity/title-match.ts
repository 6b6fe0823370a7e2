/** Papers that came without an arXiv id, found again when they are met with it. */
import { arxivIdOf, type Paper, type PaperId } from '@/lib/paper';
import type { PaperRecord } from '../store/record';
import { wordsOf } from '../store/titles';
import { sameWork, soughtOf } from './same-work';

/** What is told of a paper; without authors and DOI its title alone counts. */
type Told = Pick<Paper, 'id' | 'title' | 'authors' | 'doi'>;

/** What a paper of arXiv may be called in the library where its id was not known. */
export function nicknamesOf({ id, title, doi }: Told): PaperId[] {
  if (arxivIdOf(id) === null) return [];
  const words = wordsOf(title);
  return [...(words ? [`title:${words}` as const] : []), ...(doi ? [`doi:${doi}` as const] : [])];
}

/** The record that is a paper's under such a name; `null` where there is none for certain. */
export function namesakeOf(
  paper: Told,
  records: ReadonlyMap<PaperId, PaperRecord>,
): PaperRecord | null {
  const known = nicknamesOf(paper).flatMap((name) => records.get(name) ?? []);
  return known.find((one) => isKept(one) && sameWork(soughtOf(one), [paper])) ?? null;
}

/** Whether anything was decided about it that shows. */
export function isKept({ shelf }: PaperRecord): boolean {
  return shelf === 'list' || shelf === 'dismissed';
}
