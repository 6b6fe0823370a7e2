/** The normalised titles of the catalogue's papers, by which they are sorted and compared. */
import type { PaperId } from '@/lib/paper';
import { fold } from '@/lib/text/fold';
import { CHUNK } from './chunk';
import type { Stamp } from './clock';
import type { PaperRecord } from './record';

/** The titles of one chunk of the catalogue, apart from it as they are needed less often. */
export interface TitleChunk {
  readonly chunk: number;
  /** Of the last write. */
  readonly stamp: Stamp;
  /** `titleKey` of each row, one a line; empty where there is no paper. */
  readonly titles: string;
}

/** The title of a paper, as it is stored. */
export interface TitleRow {
  readonly num: number;
  readonly key: string;
}

/** The row of a paper. */
export function titleRowOf({ num, meta }: PaperRecord): TitleRow {
  return { num, key: titleKey(meta.title) };
}

/** The chunk with these rows written; `before` is `undefined` for a new chunk. */
export function withTitles(
  chunk: number,
  before: TitleChunk | undefined,
  rows: readonly TitleRow[],
  stamp: Stamp,
): TitleChunk {
  const titles = before?.titles.split('\n') ?? new Array<string>(CHUNK).fill('');
  for (const { num, key } of rows) titles[num - chunk * CHUNK] = key;
  return { chunk, stamp, titles: titles.join('\n') };
}

const NUMBER = /\d+/g;
const NOT_A_WORD = /[^\p{L}\p{M}\p{N}]+/gu;
const PADDED_DIGITS = 12;

/** A title without case, accents, TeX markup and punctuation: words with single spaces between. */
export function normaliseTitle(title: string): string {
  return fold(title).replace(NOT_A_WORD, ' ').trim();
}

/**
 * The id of a paper that is known by its title alone; `null` for a title without words. Ids are stored
 * for good, so this goes on dropping all marks, whatever the script, and taking syllables apart.
 */
export function titleId(title: string): PaperId | null {
  const words = normaliseTitle(title.normalize('NFKD').replace(/\p{M}/gu, '')).normalize('NFKD');
  return words === '' ? null : `title:${words}`;
}

/**
 * A key that sorts titles as people would: case, accents, TeX markup and punctuation are ignored, and
 * numbers sort by value. Titles with the same key count as the same.
 */
export function titleKey(title: string): string {
  return normaliseTitle(title).replace(NUMBER, (digits) => digits.padStart(PADDED_DIGITS, '0'));
}
