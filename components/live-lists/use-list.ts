/** Lists of papers and the papers in view, live. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo, useRef, useState } from 'react';
import { library } from '@/lib/connections/library';
import { type List, openList } from '@/lib/connections/lists';
import type { ListAnswer, ListFirstPage } from '@/lib/library/queries/list-answer';
import type { PaperRecord } from '@/lib/library/store/record';
import type { ListQuery } from '@/lib/protocol/list-query';

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
    const tell = ({ answer, papers }: ListFirstPage) => {
      papers.forEach(keep);
      setAnswer(answer);
    };
    const opened = openList({ onFirstPage: tell, onError: fail });
    list.current = opened;
    return () => opened.close();
  }, []);

  useEffect(() => {
    const wanted: ListQuery = JSON.parse(asked);
    list.current?.setQuery(wanted);
    void library.firstPage(wanted).then((first) => {
      if (!first) return;
      first.papers.forEach(keep);
      setAnswer((known) => known ?? first.answer);
    });
  }, [asked]);

  return answer;
}

/** The papers that were last in view: what is drawn from one of them need not be drawn again. */
const kept = new Map<number, PaperRecord>();
const KEPT = 1_000;

/** The paper as it is kept, if it is still the same. */
function keep(record: PaperRecord): PaperRecord {
  const before = kept.get(record.num);
  const same = before && JSON.stringify(before) === JSON.stringify(record) ? before : record;
  kept.delete(record.num);
  kept.set(record.num, same); // the last of those that may stay
  for (const num of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(num);
  }
  return same;
}

/**
 * The papers of these numbers, live: those in view. Until they are read, as they were when they were
 * last in view; those that are not known yet are not in it.
 */
export function usePapers(nums: readonly number[]): ReadonlyMap<number, PaperRecord> {
  const wanted = nums.join();
  const read = useLiveQuery(async () => {
    const papers = await library.byNums(nums);
    return { wanted, papers: new Map([...papers].map(([num, paper]) => [num, keep(paper)])) };
  }, [wanted]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `wanted` says which numbers they are
  return useMemo(() => {
    if (read?.wanted === wanted) return read.papers;
    return new Map(
      nums.flatMap((num) => (kept.has(num) ? [[num, kept.get(num) as PaperRecord]] : [])),
    );
  }, [read, wanted]);
}
