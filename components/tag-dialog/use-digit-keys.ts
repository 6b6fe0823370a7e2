import { useEffect, useRef } from 'react';

/** A digit may begin a longer tag: it stands for a recent one if nothing follows within this, in ms. */
const DIGIT_ALONE_MS = 450;

const isDigit = (typed: string) => /^[1-9]$/.test(typed);

/** Digit keys that add recent tags, when they are typed alone. */
export function useDigitKeys(recent: readonly string[], add: (tag: string) => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  /** The recent tag that what was typed stands for. */
  function tagOf(typed: string): string | undefined {
    return isDigit(typed) ? recent[Number(typed) - 1] : undefined;
  }

  // The recent tags may become known only after the digit was typed.
  const addRecent = useRef<(digit: string) => void>(() => undefined);
  addRecent.current = (digit) => {
    const tag = tagOf(digit);
    if (tag !== undefined) add(tag);
  };

  return {
    tagOf,
    /** To be told of the whole text whenever it changes. */
    hear(before: string, typed: string): void {
      clearTimeout(timer.current);
      if (before !== '' || !isDigit(typed)) return;
      timer.current = setTimeout(() => addRecent.current(typed), DIGIT_ALONE_MS);
    },
    stop: () => clearTimeout(timer.current),
  };
}
