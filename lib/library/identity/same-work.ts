/** Whether a paper that is known by its title or DOI is one that has an arXiv id. */

import { doiOf, type Metadata, type PaperId } from '@/lib/paper';
import { fold } from '@/lib/text/fold';
import type { PaperRecord } from '../store/record';
import { titleKey } from '../store/titles';

/** What is known of a paper whose arXiv id is sought. */
export interface Sought {
  readonly id: PaperId;
  readonly title: string;
  readonly authors: readonly string[];
  /** Of its published version; `null` for none known. */
  readonly doi: string | null;
}

export function soughtOf(record: PaperRecord): Sought {
  const { id, meta } = record;
  return { id, title: meta.title, authors: meta.authors, doi: doiOf(record) };
}

/** Shorter titles, such as "Introduction", are those of many papers; in characters. */
const SHORTEST_TITLE = 15;

/**
 * Of papers with the same words in their titles the one that is sought; `null` where there is none for
 * certain. The titles are the same but for case, accents and signs; DOIs do not differ, and one author
 * at least is the same, where they are known.
 */
export function sameWork<P extends Pick<Metadata, 'title' | 'authors' | 'doi'>>(
  sought: Sought,
  papers: readonly P[],
): P | null {
  const key = titleKey(sought.title);
  if (key.length < SHORTEST_TITLE) return null;
  const same = papers.filter(
    (paper) =>
      titleKey(paper.title) === key &&
      (sought.doi === null || paper.doi === null || sought.doi === paper.doi) &&
      haveOneInCommon(sought.authors, paper.authors),
  );
  return same.length === 1 ? (same[0] ?? null) : null;
}

function haveOneInCommon(some: readonly string[], others: readonly string[]): boolean {
  if (some.length === 0 || others.length === 0) return true;
  const names = new Set(some.map(familyName));
  return others.some((name) => names.has(familyName(name)));
}

function familyName(name: string): string {
  return (
    fold(name)
      .split(/[^\p{L}]+/u)
      .filter(Boolean)
      .at(-1) ?? ''
  );
}
