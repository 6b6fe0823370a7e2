/** Lists of papers and the papers in view, live. */
import { useLiveQuery } from 'dexie-react-hooks';
import type { ListAnswer, ListQuery } from '@/lib/library/list-query';
import { library } from '@/lib/library/open';
import type { PaperRecord } from '@/lib/library/record';

/** The papers of a query, live; `undefined` before the first answer. */
export function useList(query: ListQuery): ListAnswer | undefined {
  return useLiveQuery(() => library.answer(query), [JSON.stringify(query)]);
}

const NONE: ReadonlyMap<number, PaperRecord> = new Map();

/** The papers of these numbers, live: those in view. Those not read yet are not in it. */
export function usePapers(nums: readonly number[]): ReadonlyMap<number, PaperRecord> {
  const records = useLiveQuery(() => library.byNums(nums), [nums.join()]);
  return records ?? NONE;
}
