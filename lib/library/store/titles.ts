/** The titles of a chunk's papers as they are sorted and compared by. Read when first needed. */
import { fold } from '@/lib/text/fold';
import { CHUNK } from './chunk';
import type { Stamp } from './clock';
import type { PaperRecord } from './record';

export interface ChunkOfTitles {
  readonly chunk: number;
  readonly stamp: Stamp;
  /** One a line. */
  readonly titles: string;
}

/** The title of a paper. */
export interface TitleRow {
  readonly num: number;
  readonly key: string;
}

export function titleRowOf({ num, meta }: PaperRecord): TitleRow {
  return { num, key: titleKey(meta.title) };
}

export function withTitles(
  chunk: number,
  before: ChunkOfTitles | undefined,
  rows: readonly TitleRow[],
  stamp: Stamp,
): ChunkOfTitles {
  const titles = before?.titles.split('\n') ?? new Array<string>(CHUNK).fill('');
  for (const { num, key } of rows) titles[num - chunk * CHUNK] = key;
  return { chunk, stamp, titles: titles.join('\n') };
}

const NUMBER = /\d+/g;
const NOT_A_WORD = /[^\p{L}\p{N}]+/gu;
const LONGEST_NUMBER = 12;

/** The words of a title: case, accents, TeX's signs and punctuation aside. */
export function wordsOf(title: string): string {
  return fold(title).replace(NOT_A_WORD, ' ').trim();
}

/**
 * A title so that plain comparison puts titles in the order a person would: case, accents, TeX's
 * signs and punctuation aside, numbers by their size. Titles with the same key are taken to be the
 * same.
 */
export function titleKey(title: string): string {
  return wordsOf(title).replace(NUMBER, (digits) => digits.padStart(LONGEST_NUMBER, '0'));
}
