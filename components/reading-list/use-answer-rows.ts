import { useCallback, useMemo, useState } from 'react';
import { usePapers } from '@/components/live-lists/use-list';
import { cardOf } from '@/components/paper-list/card-paper';
import type { ListRows } from '@/components/paper-list/list-rows';
import type { ListAnswer } from '@/lib/library/queries/list-answer';

/** How many papers to read before and after those in view. */
const READ_AROUND = 20;

const NO_NUMS = new Uint32Array();

/** The rows of an answer, reading the papers in view. */
export function useAnswerRows(answer: ListAnswer | undefined) {
  const nums = answer?.nums ?? NO_NUMS;
  const [view, setView] = useState({ first: 0, last: 10 });
  const papers = usePapers(
    useMemo(
      () => [...nums.subarray(Math.max(0, view.first - READ_AROUND), view.last + READ_AROUND)],
      [nums, view],
    ),
  );
  // Stable while the list is the same: a new function makes the list process all rows again.
  const keyAt = useCallback((index: number) => nums[index] ?? -1, [nums]);
  const rows = useMemo<ListRows>(
    () => ({
      count: nums.length,
      keyAt,
      paperAt(index) {
        const record = papers.get(keyAt(index));
        return record ? cardOf(record) : null;
      },
    }),
    [nums, keyAt, papers],
  );
  const onView = useCallback((first: number, last: number) => setView({ first, last }), []);
  return { rows, onView };
}
