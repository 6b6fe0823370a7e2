import { useEffect, useRef } from 'react';

/** A digit may start a longer tag; it adds a recent tag if nothing follows within this time, in ms. */
const DIGIT_ALONE_MS = 450;

const isDigit = (typed: string) => /^[1-9]$/.test(typed);

/** Digit keys that add recent tags when typed alone. */
export function useDigitKeys(recent: readonly string[], add: (tag: string) => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  /** The recent tag that a typed digit refers to. */
  function tagOf(typed: string): string | undefined {
    return isDigit(typed) ? recent[Number(typed) - 1] : undefined;
  }

  // A ref, because the recent tags may load after the digit was typed.
  const addRecent = useRef<(digit: string) => void>(() => undefined);
  addRecent.current = (digit) => {
    const tag = tagOf(digit);
    if (tag !== undefined) add(tag);
  };

  return {
    tagOf,
    /** Call with the whole text, before and after each change. */
    onType(before: string, typed: string): void {
      clearTimeout(timer.current);
      if (before !== '' || !isDigit(typed)) return;
      timer.current = setTimeout(() => addRecent.current(typed), DIGIT_ALONE_MS);
    },
    stop: () => clearTimeout(timer.current),
  };
}
