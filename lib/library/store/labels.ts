/** Lists of words for each of many rows, each different word kept once. */
export interface Labels {
  readonly words: readonly string[];
  /** Places in `words`, row after row. */
  readonly places: Uint32Array<ArrayBuffer>;
  /** Where in `places` each row ends. */
  readonly ends: Uint32Array<ArrayBuffer>;
}

export function packLabels(rows: readonly (readonly string[])[]): Labels {
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

export function unpackLabels({ words, places, ends }: Labels): string[][] {
  return Array.from(ends, (end, row) =>
    Array.from(places.subarray(row === 0 ? 0 : ends[row - 1], end), (at) => words[at] as string),
  );
}
