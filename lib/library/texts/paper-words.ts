/** What is indexed of one paper. */
import { foldText } from '@/lib/text/fold';
import { filterSubjectOf } from '../store/filter-subject';
import type { PaperRecord } from '../store/record';
import { fieldsIn, IN, MAX_WEIGHT, signOf, weightIn } from './postings';
import { wordsOf } from './words';

/** What one word in a field counts. */
const WEIGHTS = { title: 4, abstract: 1, authors: 3 } as const;
const FIELDS = ['title', 'abstract', 'authors'] as const;

/** Words of a paper of common length. In longer ones each of them says less. */
const COMMON_LENGTH = 150;
/** How soon more of the same word says nothing more (BM25's k1), and how much length tells (its b). */
const SATURATION = 2;
const LENGTH_TELLS = 0.6;

/** Stands before the beginnings of words that have a list of their own: no word begins with it. */
export const BEGINNING = '*';
/** Beginnings so short are those of very many words; together they have one list, to be read at once. */
export const SHORT = 2;

/** Each word, and each short beginning, with its sign. */
export function signsOf(record: PaperRecord): Map<string, number> {
  const subject = filterSubjectOf(record);
  const counts = new Map<string, { fields: number; amount: number }>();
  let length = 0;
  for (const field of FIELDS) {
    const value = subject[field];
    const text = Array.isArray(value) ? value.join('\0') : value;
    const words = wordsOf(foldText((text as string | null) ?? '').text);
    length += words.length;
    for (const word of words) {
      const known = counts.get(word);
      if (known) {
        known.fields |= IN[field];
        known.amount += WEIGHTS[field];
      } else counts.set(word, { fields: IN[field], amount: WEIGHTS[field] });
    }
  }
  const satiety = SATURATION * (1 - LENGTH_TELLS + (LENGTH_TELLS * length) / COMMON_LENGTH);
  const signs = new Map<string, number>();
  for (const [word, { fields, amount }] of counts) {
    const weight = Math.round((MAX_WEIGHT * amount) / (amount + satiety));
    signs.set(word, signOf(fields, weight));
    for (let end = 1; end <= SHORT && end <= word.length; end += 1) {
      const beginning = BEGINNING + word.slice(0, end);
      signs.set(beginning, joined(signs.get(beginning) ?? 0, fields, weight));
    }
  }
  return signs;
}

function joined(sign: number, fields: number, weight: number): number {
  return signOf(fieldsIn(sign) | fields, Math.max(weightIn(sign), weight));
}
