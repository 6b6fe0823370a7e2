import { useEffect, useRef, useState } from 'react';
import type { ShownPage } from './shown-page';

/** The page's filter, shared with the page in both directions. */
export function usePageFilter({ view, link }: ShownPage) {
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
