/** Papers that were saved without an arXiv id, recognised when they appear with it. */
import { arxivIdOf, type Paper, type PaperId } from '@/lib/paper';
import type { PaperRecord } from '../store/record';
import { wordsOf } from '../store/titles';
import { sameWork, soughtOf } from './same-work';

/** What is known of a paper; without authors and DOI its title alone counts. */
type Facts = Pick<Paper, 'id' | 'title' | 'authors' | 'doi'>;

/** The ids that a paper of arXiv may have in the library if its arXiv id was not known. */
export function fallbackIds({ id, title, doi }: Facts): PaperId[] {
  if (arxivIdOf(id) === null) return [];
  const words = wordsOf(title);
  return [...(words ? [`title:${words}` as const] : []), ...(doi ? [`doi:${doi}` as const] : [])];
}

/** The record under a fallback id that is certainly this paper's; `null` where there is none. */
export function titleMatch(
  paper: Facts,
  records: ReadonlyMap<PaperId, PaperRecord>,
): PaperRecord | null {
  const known = fallbackIds(paper).flatMap((id) => records.get(id) ?? []);
  return known.find((one) => isKept(one) && sameWork(soughtOf(one), [paper])) ?? null;
}

/** Whether anything was decided about it that shows. */
export function isKept({ shelf }: PaperRecord): boolean {
  return shelf === 'list' || shelf === 'dismissed';
}
