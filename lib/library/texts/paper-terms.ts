/** The terms under which a paper is indexed. */
import { foldText } from '@/lib/text/fold';
import { filterSubjectOf } from '../store/filter-subject';
import type { PaperRecord } from '../store/record';
import { FIELD_BITS, fieldsIn, MAX_WEIGHT, packPayload, weightIn } from './postings';
import { splitWords } from './words';

/** How much one occurrence counts in each field. */
const FIELD_WEIGHTS = { title: 4, abstract: 1, authors: 3 } as const;
const FIELDS = ['title', 'abstract', 'authors'] as const;

/** Words in a paper of average length. */
const AVERAGE_LENGTH = 150;
/** BM25's k1 (how soon repetition stops counting) and b (how much length counts). */
const K1 = 2;
const B = 0.6;

/** Marks the term of a short prefix, as no word starts with it. */
export const PREFIX_MARK = '*';
/** Prefixes up to this many characters are terms of their own: too many words start with them. */
export const SHORT_PREFIX = 2;

/** Each word and each short prefix of a paper, with its payload (`postings.ts`). */
export function readTerms(record: PaperRecord): Map<string, number> {
  const subject = filterSubjectOf(record);
  const counts = new Map<string, { fields: number; weight: number }>();
  let length = 0;
  for (const field of FIELDS) {
    const value = subject[field];
    const text = Array.isArray(value) ? value.join('\0') : value;
    const words = splitWords(foldText((text as string | null) ?? '').text);
    length += words.length;
    for (const word of words) {
      const known = counts.get(word);
      if (known) {
        known.fields |= FIELD_BITS[field];
        known.weight += FIELD_WEIGHTS[field];
      } else counts.set(word, { fields: FIELD_BITS[field], weight: FIELD_WEIGHTS[field] });
    }
  }
  const saturation = K1 * (1 - B + (B * length) / AVERAGE_LENGTH);
  const terms = new Map<string, number>();
  for (const [word, count] of counts) {
    const weight = Math.round((MAX_WEIGHT * count.weight) / (count.weight + saturation));
    terms.set(word, packPayload(count.fields, weight));
    for (let end = 1; end <= SHORT_PREFIX && end <= word.length; end += 1) {
      const prefix = PREFIX_MARK + word.slice(0, end);
      terms.set(prefix, joinPayload(terms.get(prefix) ?? 0, count.fields, weight));
    }
  }
  return terms;
}

/** A prefix is in the fields of all its words, and weighs as much as the heaviest. */
function joinPayload(payload: number, fields: number, weight: number): number {
  return packPayload(fieldsIn(payload) | fields, Math.max(weightIn(payload), weight));
}
