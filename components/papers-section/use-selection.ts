import { useEffect, useMemo, useRef, useState } from 'react';
import {
  chooseAll,
  extendTo,
  goTo,
  keepIn,
  NOTHING,
  neighbour,
  type Selection,
  toggle,
} from './selection';

/** The keys that are held down while a paper is clicked. */
export interface HeldKeys {
  readonly adds: boolean;
  readonly extends: boolean;
}

/** Ways to change a selection; the same object for as long as the list is there. */
export interface Selecting {
  /** By a click on a paper. */
  readonly pick: (num: number, held: HeldKeys) => void;
  /** By a paper's checkbox. */
  readonly check: (num: number, isRange: boolean) => void;
  /** By keys: moves by a number of rows; with `extendsRange`, chooses all in between. */
  readonly move: (step: number, extendsRange: boolean) => void;
  /** Chooses the current paper, or no longer does. */
  readonly toggleCurrent: () => void;
  readonly chooseAll: () => void;
  readonly chooseNone: () => void;
  /** Gives the focus back to the current paper. */
  readonly focusCurrent: () => void;
}

export interface ListSelection extends Selection {
  /** Grows whenever the current paper is to be shown and focused. */
  readonly keyMoves: number;
}

/** What is chosen of a list, kept within it as it changes; another `question` begins anew. */
export function useSelection(
  nums: Uint32Array,
  question: string,
): readonly [ListSelection, Selecting] {
  const [selection, select] = useState<Selection>(NOTHING);
  const [keyMoves, setKeyMoves] = useState(0);
  const before = useRef({ nums, question });
  useEffect(() => {
    const last = before.current;
    before.current = { nums, question };
    if (last.question !== question) select(NOTHING);
    else if (last.nums !== nums) select((now) => keepIn(nums, last.nums, now));
  }, [nums, question]);

  const latest = useRef(nums);
  latest.current = nums;
  const selecting = useMemo<Selecting>(() => {
    const focusCurrent = () => setKeyMoves((moves) => moves + 1);
    return {
      pick: (num, held) =>
        select((now) => {
          if (held.extends) return extendTo(latest.current, now, num);
          return held.adds ? toggle(now, num, true) : goTo(num);
        }),
      check: (num, isRange) =>
        select((now) => (isRange ? extendTo(latest.current, now, num) : toggle(now, num, false))),
      move(step, extendsRange) {
        const list = latest.current;
        select((now) => {
          const next = neighbour(list, now, step);
          if (next === null) return now;
          return extendsRange ? extendTo(list, now, next) : goTo(next);
        });
        focusCurrent();
      },
      toggleCurrent: () =>
        select((now) => (now.cursor === null ? now : toggle(now, now.cursor, false))),
      chooseAll: () => select((now) => chooseAll(latest.current, now)),
      chooseNone: () => select((now) => ({ ...now, chosen: NOTHING.chosen })),
      focusCurrent,
    };
  }, []);
  return [{ ...selection, keyMoves }, selecting];
}
