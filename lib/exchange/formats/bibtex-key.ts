/** Citation keys such as `vaswani2017attention`. */

import type { PaperRecord } from '@/lib/library/store/record';
import { arxivIdOf } from '@/lib/paper';
import { splitAtFormulas } from '@/lib/text/formulas';
import { decodeTex } from '@/lib/text/tex-encoding';
import { splitName } from './author-names';

/** Words too common to identify a paper. */
const STOP_WORDS = new Set(
  'a an the on of in for to with and or is are be from by at as via do does can how what why its their'.split(
    ' ',
  ),
);

/** Letters that do not decompose into an ASCII letter and an accent. */
const TRANSLITERATIONS: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ŋ: 'ng' },
};

/**
 * Creates citation keys from the first author's family name, the year, and the first significant
 * word of the title. The first paper with a key keeps it; the others get a suffix derived from
 * their ids alone. So if papers come in the order in which the library met them, their keys never
 * change.
 */
export function createCitationKeys(): (record: PaperRecord) => string {
  const given = new Set<string>();
  return (record) => {
    const plain = baseKey(record);
    let key = plain;
    for (let letters = 2; given.has(key); letters += 1)
      key = plain + hashLetters(record.id, letters);
    given.add(key);
    return key;
  };
}

function baseKey({ id, meta }: PaperRecord): string {
  const [author = ''] = meta.authors;
  const name = splitName(author);
  const family = toAscii('literal' in name ? name.literal : name.family);
  return `${family.slice(0, 40) || 'anon'}${meta.date?.slice(0, 4) ?? yearOfArxivId(arxivIdOf(id)) ?? 'nd'}${titleWord(meta.title)}`;
}

/** arXiv ids begin with the year and month in which they were assigned. */
function yearOfArxivId(arxivId: string | null): string | null {
  const [, digits] = /^(?:[a-z-]+\/)?(\d\d)/.exec(arxivId ?? '') ?? [];
  if (digits === undefined) return null;
  return `${Number(digits) >= 91 ? '19' : '20'}${digits}`;
}

function titleWord(title: string): string {
  const plain = splitAtFormulas(title)
    .map(({ formula, start, end }) => (formula === null ? decodeTex(title.slice(start, end)) : ' '))
    .join('');
  const words = plain.split(/[\s/:,;.!?()[\]–—-]+/).map(toAscii);
  return (words.find((word) => word.length > 1 && !STOP_WORDS.has(word)) ?? '').slice(0, 30);
}

function toAscii(text: string): string {
  const lower = text
    .toLowerCase()
    .replace(/[ßæœøłđðþıŋ]/g, (letter) => TRANSLITERATIONS[letter] ?? '');
  return lower.normalize('NFKD').replace(/[^a-z0-9]/g, '');
}

/** Letters that depend only on the id. FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hashLetters(id: string, count: number): string {
  let hash = 0x811c9dc5;
  for (const char of id) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  let letters = '';
  for (let n = 0; n < count; n += 1) {
    letters += String.fromCharCode(97 + (hash % 26));
    hash = hash < 26 ? Math.imul(hash + n + 7, 0x01000193) >>> 0 : Math.floor(hash / 26);
  }
  return letters;
}
