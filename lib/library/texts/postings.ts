/**
 * Postings as bytes. A posting is the distance from the previous paper's number (a varint: seven bits
 * a byte, lowest first), then one payload byte: the fields with the word, and its weight in the paper.
 */

/** One bit for each indexed field. */
export const FIELD_BITS = { title: 1, abstract: 2, authors: 4 } as const;
export const ALL_FIELDS = FIELD_BITS.title | FIELD_BITS.abstract | FIELD_BITS.authors;

/** The greatest weight a word can have in a paper. */
export const MAX_WEIGHT = 31;
const WEIGHT_SHIFT = 3;

/** `fields` is a union of `FIELD_BITS`; `weight` is an integer from 0 to `MAX_WEIGHT`. */
export function packPayload(fields: number, weight: number): number {
  return fields | (weight << WEIGHT_SHIFT);
}

/** The `FIELD_BITS` of a payload. */
export function fieldsIn(payload: number): number {
  return payload & ALL_FIELDS;
}

/** The weight in a payload. */
export function weightIn(payload: number): number {
  return payload >> WEIGHT_SHIFT;
}

/** The papers with one term. */
export interface Postings {
  /** Numbers of papers, ascending. */
  readonly nums: readonly number[];
  /** One for each of `nums`. */
  readonly payloads: readonly number[];
}

/** Appends postings to `bytes`. */
export function encodePostings({ nums, payloads }: Postings, bytes: number[]): void {
  let last = 0;
  for (const [at, num] of nums.entries()) {
    let step = num - last;
    while (step > 127) {
      bytes.push((step & 127) | 128);
      step >>>= 7;
    }
    bytes.push(step, payloads[at] as number);
    last = num;
  }
}

/** Calls `visit` for each posting in the bytes from `start` to before `end`. */
export function decodePostings(
  bytes: Uint8Array,
  start: number,
  end: number,
  visit: (num: number, payload: number) => void,
): void {
  let num = 0;
  for (let at = start; at < end; at += 1) {
    let shift = 0;
    let byte = bytes[at] as number;
    let step = byte & 127;
    while (byte > 127) {
      at += 1;
      shift += 7;
      byte = bytes[at] as number;
      step |= (byte & 127) << shift;
    }
    num += step;
    at += 1;
    visit(num, bytes[at] as number);
  }
}
