/** A list of strings for each of many rows, with each distinct string stored once. */
export interface PackedLists {
  readonly words: readonly string[];
  /** Indexes into `words`, row after row. */
  readonly places: Uint32Array<ArrayBuffer>;
  /** For each row, where it ends in `places`. */
  readonly ends: Uint32Array<ArrayBuffer>;
}

/** Drops repetitions within a row. */
export function packLists(rows: readonly (readonly string[])[]): PackedLists {
  const known = new Map<string, number>();
  const places: number[] = [];
  const ends = new Uint32Array(rows.length);
  for (const [row, words] of rows.entries()) {
    for (const word of new Set(words)) {
      const place = known.get(word) ?? known.size;
      known.set(word, place);
      places.push(place);
    }
    ends[row] = places.length;
  }
  return { words: [...known.keys()], places: Uint32Array.from(places), ends };
}

/** The lists that were packed. */
export function unpackLists({ words, places, ends }: PackedLists): string[][] {
  return Array.from(ends, (end, row) =>
    Array.from(places.subarray(row === 0 ? 0 : ends[row - 1], end), (at) => words[at] as string),
  );
}
