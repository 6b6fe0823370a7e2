/**
 * Lists of papers with a word, in bytes: how far from the last number, seven bits a byte, the lowest
 * first; then one byte that says in which fields the word is, and how much of the paper it is about.
 */

/** Where a word is, one bit a field. */
export const IN = { title: 1, abstract: 2, authors: 4 } as const;
export const ANYWHERE = IN.title | IN.abstract | IN.authors;

/** The greatest weight of a word in a paper. */
export const MAX_WEIGHT = 31;
const WEIGHT_BITS = 3;

export function signOf(fields: number, weight: number): number {
  return fields | (weight << WEIGHT_BITS);
}

export function fieldsIn(sign: number): number {
  return sign & ANYWHERE;
}

export function weightIn(sign: number): number {
  return sign >> WEIGHT_BITS;
}

/** Of one word; numbers must come ascending. */
export interface Postings {
  readonly nums: readonly number[];
  readonly signs: readonly number[];
}

/** Appends postings to bytes that others are in already. */
export function encode({ nums, signs }: Postings, bytes: number[]): void {
  let last = 0;
  for (const [at, num] of nums.entries()) {
    let step = num - last;
    while (step > 127) {
      bytes.push((step & 127) | 128);
      step >>>= 7;
    }
    bytes.push(step, signs[at] as number);
    last = num;
  }
}

/** Tells each posting in these bytes. */
export function decode(
  bytes: Uint8Array,
  start: number,
  end: number,
  tell: (num: number, sign: number) => void,
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
    tell(num, bytes[at] as number);
  }
}
