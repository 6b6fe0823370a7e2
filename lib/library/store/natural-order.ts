const collator = new Intl.Collator(undefined, { numeric: true });

/** As people look for words: “tag 2” before “tag 10”, accents and case beside their letters. */
export function naturally(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}
