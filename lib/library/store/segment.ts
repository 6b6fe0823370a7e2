/** The stored form of the index of texts. See docs/search.md. */

/** An index of the texts of some papers. Never changed; merged into greater ones. */
export interface Segment {
  readonly id: number;
  /** The papers in it, ascending. A later segment that has one of them too has its newer texts. */
  readonly nums: Uint32Array<ArrayBuffer>;
}

export type BlockKey = [segment: number, term: string, part: number];

/** The postings of successive terms, or a part of those of one term that is in very many papers. */
export interface Block {
  readonly segment: number;
  /** The first of its terms. */
  readonly term: string;
  readonly part: number;
  /** One a line, ascending by code units. */
  readonly terms: string;
  /** In how many papers each is. */
  readonly counts: Uint32Array<ArrayBuffer>;
  /** Where in `bytes` the postings of each end. */
  readonly ends: Uint32Array<ArrayBuffer>;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** All terms of a segment, one a line, for those mistyped. */
export interface Vocabulary {
  readonly segment: number;
  readonly terms: string;
}
