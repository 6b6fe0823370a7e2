import { useEffect, useState } from 'react';
import type { OpenTab } from '@/components/page-link/open-tab';
import { type LinkedPapers, readLinkedPapers } from '@/lib/page/read-links';
import type { PaperId } from '@/lib/paper';
import { paperAt } from '@/lib/sites/links';

export type PageLinks =
  | { readonly kind: 'reading' }
  /** The browser keeps Winnow out of the page. */
  | { readonly kind: 'unreadable' }
  | ({
      readonly kind: 'read';
      /** The paper that the page is about, which comes first; `null` for other pages. */
      readonly own: PaperId | null;
    } & LinkedPapers);

/** The papers that the page in a tab is about or links to; read again once it has loaded. */
export function useLinks({ id, url, isLoading }: OpenTab): PageLinks {
  const [links, setLinks] = useState<PageLinks>({ kind: 'reading' });
  useEffect(() => {
    let isGone = false;
    void readLinkedPapers(id).then((read) => {
      if (isGone) return;
      const found = withOwn(url === null ? null : paperAt(url), read);
      const isEmpty = found.kind !== 'read' || found.papers.length === 0;
      setLinks(isLoading && isEmpty ? { kind: 'reading' } : found);
    });
    return () => {
      isGone = true;
    };
  }, [id, url, isLoading]);
  return links;
}

/** The viewer of PDFs, say, cannot be read; but its address says which paper it shows. */
function withOwn(own: PaperId | null, read: LinkedPapers | null): PageLinks {
  if (!own) return read ? { kind: 'read', own, ...read } : { kind: 'unreadable' };
  const { papers, isCut } = read ?? { papers: [], isCut: false };
  const title = papers.find(({ id }) => id === own)?.title ?? null;
  const others = papers.filter(({ id }) => id !== own);
  return { kind: 'read', own, papers: [{ id: own, title }, ...others], isCut };
}
