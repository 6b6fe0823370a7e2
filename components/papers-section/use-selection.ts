import { type Dispatch, type SetStateAction, useEffect, useRef, useState } from 'react';
import { keepIn, NOTHING, type Selection } from './selection';

/** What is chosen of a list, kept within it as it changes; another `question` begins anew. */
export function useSelection(
  nums: Uint32Array,
  question: string,
): readonly [Selection, Dispatch<SetStateAction<Selection>>] {
  const [selection, select] = useState<Selection>(NOTHING);
  const before = useRef({ nums, question });
  useEffect(() => {
    const last = before.current;
    before.current = { nums, question };
    if (last.question !== question) select(NOTHING);
    else if (last.nums !== nums) select((now) => keepIn(nums, last.nums, now));
  }, [nums, question]);
  return [selection, select];
}
