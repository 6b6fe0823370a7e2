/** Keys such as `vaswani2017attention`, by which papers are cited. */

import type { PaperRecord } from '@/lib/library/store/record';
import { arxivIdOf } from '@/lib/paper';
import { splitAtFormulas } from '@/lib/text/formulas';
import { decodeTex } from '@/lib/text/tex-encoding';
import { splitName } from './names';

/** Words that say nothing of what a paper is about. */
const SMALL = new Set(
  'a an the on of in for to with and or is are be from by at as via do does can how what why its their'.split(
    ' ',
  ),
);

/** Letters that are not made of one in ASCII and an accent. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ŋ: 'ng' },
};

/**
 * Gives each paper its key: the first author's family name, the year, and the first telling word of
 * the title. Of papers that come to the same key the first keeps it, and each other gets letters
 * that follow from its id alone. So papers in the order in which the library met them keep their
 * keys whatever comes after.
 */
export function createKeys(): (record: PaperRecord) => string {
  const given = new Set<string>();
  return (record) => {
    const plain = plainKey(record);
    let key = plain;
    for (let letters = 2; given.has(key); letters += 1) key = plain + lettersOf(record.id, letters);
    given.add(key);
    return key;
  };
}

function plainKey({ id, meta }: PaperRecord): string {
  const [author = ''] = meta.authors;
  const name = splitName(author);
  const family = asciiOf('literal' in name ? name.literal : name.family);
  return `${family.slice(0, 40) || 'anon'}${meta.date?.slice(0, 4) ?? yearIn(arxivIdOf(id)) ?? 'nd'}${titleWord(meta.title)}`;
}

/** Ids of arXiv begin with the year and month in which they were given. */
function yearIn(arxivId: string | null): string | null {
  const [, digits] = /^(?:[a-z-]+\/)?(\d\d)/.exec(arxivId ?? '') ?? [];
  if (digits === undefined) return null;
  return `${Number(digits) >= 91 ? '19' : '20'}${digits}`;
}

function titleWord(title: string): string {
  const plain = splitAtFormulas(title)
    .map(({ formula, start, end }) => (formula === null ? decodeTex(title.slice(start, end)) : ' '))
    .join('');
  const words = plain.split(/[\s/:,;.!?()[\]–—-]+/).map(asciiOf);
  return (words.find((word) => word.length > 1 && !SMALL.has(word)) ?? '').slice(0, 30);
}

function asciiOf(text: string): string {
  const lower = text.toLowerCase().replace(/[ßæœøłđðþıŋ]/g, (letter) => LETTERS[letter] ?? '');
  return lower.normalize('NFKD').replace(/[^a-z0-9]/g, '');
}

/** So many letters that depend on nothing but the id. FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/ */
function lettersOf(id: string, count: number): string {
  let hash = 0x811c9dc5;
  for (const char of id) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  let letters = '';
  for (let n = 0; n < count; n += 1) {
    letters += String.fromCharCode(97 + (hash % 26));
    hash = hash < 26 ? Math.imul(hash + n + 7, 0x01000193) >>> 0 : Math.floor(hash / 26);
  }
  return letters;
}
