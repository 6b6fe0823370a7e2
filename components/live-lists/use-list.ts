/** Live lists of papers, and the papers in view. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo, useRef, useState } from 'react';
import { library } from '@/lib/connections/library';
import { type List, openList } from '@/lib/connections/lists';
import type { ListAnswer, ListFirstPage } from '@/lib/library/queries/list-answer';
import type { PaperRecord } from '@/lib/library/store/record';
import type { ListQuery } from '@/lib/protocol/list-query';

/**
 * The papers of a query, live; `undefined` before the first answer. The last answer stays while a
 * new query is evaluated. Lists sorted by date added have a fast first page.
 */
export function useList(query: ListQuery): ListAnswer | undefined {
  const [answer, setAnswer] = useState<ListAnswer>();
  const list = useRef<List>(null);
  const queryJson = JSON.stringify(query);

  useEffect(() => {
    const fail = (error: Error) =>
      setAnswer(() => {
        throw error; // for the error boundary of the page
      });
    const show = ({ answer, papers }: ListFirstPage) => {
      papers.forEach(cachePaper);
      setAnswer(answer);
    };
    const opened = openList({ onFirstPage: show, onError: fail });
    list.current = opened;
    return () => opened.close();
  }, []);

  useEffect(() => {
    const wanted: ListQuery = JSON.parse(queryJson);
    list.current?.setQuery(wanted);
    void library.firstPage(wanted).then((first) => {
      if (!first) return;
      first.papers.forEach(cachePaper);
      setAnswer((known) => known ?? first.answer);
    });
  }, [queryJson]);

  return answer;
}

/** Papers recently in view. Keeping their identity avoids rendering them again. */
const paperCache = new Map<number, PaperRecord>();
const CACHE_SIZE = 1_000;

/** Caches a paper; returns the cached object if it is equal. */
function cachePaper(record: PaperRecord): PaperRecord {
  const before = paperCache.get(record.num);
  const current = before && JSON.stringify(before) === JSON.stringify(record) ? before : record;
  paperCache.delete(record.num);
  paperCache.set(record.num, current); // now the most recent
  for (const num of paperCache.keys()) {
    if (paperCache.size <= CACHE_SIZE) break;
    paperCache.delete(num);
  }
  return current;
}

/**
 * The papers with these numbers, live; meant for those in view. Until read, papers come from the
 * cache; unknown ones are missing.
 */
export function usePapers(nums: readonly number[]): ReadonlyMap<number, PaperRecord> {
  const wanted = nums.join();
  const read = useLiveQuery(async () => {
    const papers = await library.byNums(nums);
    return { wanted, papers: new Map([...papers].map(([num, paper]) => [num, cachePaper(paper)])) };
  }, [wanted]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `wanted` stands in for `nums`
  return useMemo(() => {
    if (read?.wanted === wanted) return read.papers;
    return new Map(
      nums.flatMap((num) =>
        paperCache.has(num) ? [[num, paperCache.get(num) as PaperRecord]] : [],
      ),
    );
  }, [read, wanted]);
}
