/** Papers that were saved without an arXiv id, recognised when they appear with it. */
import { arxivIdOf, type PaperId } from '@/lib/paper';
import { isKept, type PaperRecord } from '../store/record';
import { titleId } from '../store/titles';
import { type Candidate, candidateOf } from './candidate';
import { sameWork } from './same-work';

/** The ids that a paper of arXiv may have in the library if its arXiv id was not known. */
export function fallbackIds({ id, title, doi }: Candidate): PaperId[] {
  if (arxivIdOf(id) === null) return [];
  return [titleId(title), doi === null ? null : (`doi:${doi}` as const)].filter(
    (one) => one !== null,
  );
}

/** The record under a fallback id that is certainly this paper's; `null` where there is none. */
export function titleMatch(
  paper: Candidate,
  records: ReadonlyMap<PaperId, PaperRecord>,
): PaperRecord | null {
  const known = fallbackIds(paper).flatMap((id) => records.get(id) ?? []);
  return known.find((one) => isKept(one.shelf) && sameWork(candidateOf(one), [paper])) ?? null;
}
