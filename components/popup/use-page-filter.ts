import { useEffect, useRef, useState } from 'react';
import type { LinkedPage } from '@/components/page-link/use-page';

/** The page's filter, shared with the page in both directions. */
export function usePageFilter({ view, link }: LinkedPage) {
  const [text, setText] = useState(view.filter);
  const sent = useRef(view.filter);
  useEffect(() => {
    if (view.filter === sent.current) return;
    sent.current = view.filter;
    setText(view.filter);
  }, [view.filter]);
  const change = (filter: string) => {
    sent.current = filter;
    setText(filter);
    link.request({ filter });
  };
  return [text, change] as const;
}
