const collator = new Intl.Collator(undefined, { numeric: true });

/** Compares as people sort words: “tag 2” before “tag 10”, accents and case next to their base letters. */
export function compareNaturally(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}
