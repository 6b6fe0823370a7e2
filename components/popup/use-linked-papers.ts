import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { linkedPapers } from '@/lib/connections/linked-papers';
import type { KnownPaper } from '@/lib/library/queries/linked-papers';
import type { LinkedPaper } from '@/lib/page/read-links';
import { arxivIdOf, type Paper, type PaperId } from '@/lib/paper';
import { linkedPaper } from '@/lib/sites/linked-paper';

interface LinkedPapersNow {
  /** As far as they are known, each once. */
  readonly papers: readonly Paper[];
  /** Those that the library has. */
  readonly saved: ReadonlySet<PaperId>;
  /** Those that arXiv may know more of. */
  readonly incomplete: readonly PaperId[];
}

/** What is known of papers that a page links to, live; `null` until read. */
export function useLinkedPapers(links: readonly LinkedPaper[]): LinkedPapersNow | null {
  const known = useLiveQuery(() => linkedPapers(links.map(({ id }) => id)), [links]);
  return useMemo(() => known && together(links, known), [links, known]) ?? null;
}

function together(
  links: readonly LinkedPaper[],
  known: ReadonlyMap<PaperId, KnownPaper>,
): LinkedPapersNow {
  const papers = new Map<PaperId, Paper>();
  const saved = new Set<PaperId>();
  const incomplete: PaperId[] = [];
  for (const link of links) {
    const { id, meta, isSaved, isUnknown } = known.get(link.id) ?? { ...NOTHING, id: link.id };
    if (papers.has(id)) continue; // a DOI and an arXiv id of the same paper
    papers.set(id, meta ? { ...meta, id } : linkedPaper(id, link.title));
    if (isSaved) saved.add(id);
    if (arxivIdOf(id) !== null && !isUnknown && !meta?.abstract) incomplete.push(id);
  }
  return { papers: [...papers.values()], saved, incomplete };
}

const NOTHING = { meta: null, isSaved: false, isUnknown: false };
