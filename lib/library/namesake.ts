/** Papers that came without an arXiv id, found again when they are met with it. */
import { arxivIdOf, type Paper, type PaperId } from '@/lib/paper';
import { wordsOf } from './catalogue/titles';
import type { PaperRecord } from './record';
import { sameWork, soughtOf } from './same-work';

/** What a paper of arXiv may be called in the library where its id was not known. */
export function nicknamesOf({ id, title, doi }: Paper): PaperId[] {
  if (arxivIdOf(id) === null) return [];
  const words = wordsOf(title);
  return [...(words ? [`title:${words}` as const] : []), ...(doi ? [`doi:${doi}` as const] : [])];
}

/** The record that is a paper's under such a name; `null` where there is none for certain. */
export function namesakeOf(
  paper: Paper,
  records: ReadonlyMap<PaperId, PaperRecord>,
): PaperRecord | null {
  const known = nicknamesOf(paper).flatMap((name) => records.get(name) ?? []);
  const isKept = ({ shelf }: PaperRecord) => shelf === 'list' || shelf === 'dismissed';
  return known.find((one) => isKept(one) && sameWork(soughtOf(one), [paper])) ?? null;
}
