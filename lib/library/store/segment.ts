/** The stored form of the text index. See docs/search.md. */

/** An index over the texts of some papers. Never changed, only merged with others into a new one. */
export interface Segment {
  readonly id: number;
  /** Its papers, ascending. If a segment with a greater id has one too, that one has the newer texts. */
  readonly nums: Uint32Array<ArrayBuffer>;
}

export type BlockKey = [segment: number, term: string, part: number];

/** The postings of successive terms, or one part of those of a very common term. */
export interface Block {
  readonly segment: number;
  /** The first of `terms`. */
  readonly term: string;
  /** 0 unless the postings of the term are split into parts. */
  readonly part: number;
  /** One a line, ascending by code units. */
  readonly terms: string;
  /** For each term, the number of papers in `bytes` that have it. */
  readonly counts: Uint32Array<ArrayBuffer>;
  /** For each term, where its postings in `bytes` end. */
  readonly ends: Uint32Array<ArrayBuffer>;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** All words of a segment, one a line, for correcting the spelling of searches. */
export interface Vocabulary {
  readonly segment: number;
  readonly terms: string;
}
