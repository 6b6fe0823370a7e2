/** Whether a paper that is known by its title or DOI is one with an arXiv id. */
import type { Metadata } from '@/lib/paper';
import { fold } from '@/lib/text/fold';
import { titleKey } from '../store/titles';
import { type Candidate, SHORTEST_TITLE } from './candidate';

/**
 * Of these papers, the one that certainly is the candidate's work; `null` where none is, or several may
 * be. Titles are the same but for case, accents and signs; DOIs do not differ, and at least one author
 * is the same, where they are known.
 */
export function sameWork<P extends Pick<Metadata, 'title' | 'authors' | 'doi'>>(
  candidate: Candidate,
  papers: readonly P[],
): P | null {
  const key = titleKey(candidate.title);
  if (key.length < SHORTEST_TITLE) return null;
  const same = papers.filter(
    (paper) =>
      titleKey(paper.title) === key &&
      (candidate.doi === null || paper.doi === null || candidate.doi === paper.doi) &&
      shareAuthor(candidate.authors, paper.authors),
  );
  return same.length === 1 ? (same[0] ?? null) : null;
}

function shareAuthor(some: readonly string[], others: readonly string[]): boolean {
  if (some.length === 0 || others.length === 0) return true;
  const names = new Set(some.map(familyName));
  return others.some((name) => names.has(familyName(name)));
}

function familyName(name: string): string {
  return (
    fold(name)
      .split(/[^\p{L}\p{M}]+/u)
      .filter(Boolean)
      .at(-1) ?? ''
  );
}
