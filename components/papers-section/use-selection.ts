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

/** Modifier keys held during a click. */
export interface HeldKeys {
  readonly adds: boolean;
  readonly extends: boolean;
}

/** Ways to change a selection. Stable. */
export interface Selecting {
  /** On a click on a paper. */
  readonly pick: (num: number, held: HeldKeys) => void;
  /** On a click on a paper's checkbox. */
  readonly check: (num: number, isRange: boolean) => void;
  /** Moves by a number of rows; with `extendsRange`, chooses all in between. */
  readonly move: (step: number, extendsRange: boolean) => void;
  /** Chooses or unchooses the current paper. */
  readonly toggleCurrent: () => void;
  readonly chooseAll: () => void;
  readonly chooseNone: () => void;
  /** Returns the focus to the current paper. */
  readonly focusCurrent: () => void;
}

export interface ListSelection extends Selection {
  /** Changes whenever the current paper should be scrolled to and focused. */
  readonly keyMoves: number;
}

/** The selection in a list, adjusted as the list changes; cleared for a new `question`. */
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
