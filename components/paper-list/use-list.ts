/** Lists of papers and the papers in view, live. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useRef, useState } from 'react';
import type { ListAnswer, ListQuery } from '@/lib/library/list-query';
import { type List, openList } from '@/lib/library/lists/client';
import { library } from '@/lib/library/open';
import type { PaperRecord } from '@/lib/library/record';

/**
 * The papers of a query, live; `undefined` before the first answer. While a new query is worked on
 * the last answer stays. Of a list by when papers were added, the first few come at once.
 */
export function useList(query: ListQuery): ListAnswer | undefined {
  const [answer, setAnswer] = useState<ListAnswer>();
  const list = useRef<List>(null);
  const asked = JSON.stringify(query);

  useEffect(() => {
    const fail = (error: Error) =>
      setAnswer(() => {
        throw error; // shown as any error of a page is
      });
    const opened = openList({ tell: setAnswer, fail });
    list.current = opened;
    return () => opened.close();
  }, []);

  useEffect(() => {
    const wanted: ListQuery = JSON.parse(asked);
    list.current?.ask(wanted);
    void library.first(wanted).then((first) => {
      if (!first) return;
      for (const paper of first.papers) firstSeen.set(paper.num, paper);
      setAnswer((known) => known ?? first.answer);
    });
  }, [asked]);

  return answer;
}

/** Papers of a first answer, which need not be read again to be shown. */
const firstSeen = new Map<number, PaperRecord>();

/** The papers of these numbers, live: those in view. Those not read yet are not in it. */
export function usePapers(nums: readonly number[]): ReadonlyMap<number, PaperRecord> {
  const records = useLiveQuery(() => library.byNums(nums), [nums.join()]);
  return records ?? firstSeen;
}
