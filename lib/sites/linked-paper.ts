import { arxivIdOf, EMPTY_METADATA, type Paper, type PaperId } from '@/lib/paper';

/**
 * What a link tells of a paper; without a title the paper's id as people write it. Any page's texts
 * replace these.
 */
export function linkedPaper(id: PaperId, title: string | null): Paper {
  return {
    ...EMPTY_METADATA,
    id,
    title: title ?? writtenId(id),
    textOrigin: 'doubtful',
    source: 'elsewhere',
  };
}

function writtenId(id: PaperId): string {
  const arxivId = arxivIdOf(id);
  return arxivId === null ? id : `arXiv:${arxivId}`;
}
