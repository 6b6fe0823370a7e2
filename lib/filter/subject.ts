/** The texts of a paper that filters search, folded on first use and cached. */

import { type FoldedText, foldText } from '@/lib/text/fold';
import { FIELDS, type Field, type Subject } from './filter';

/** Between texts that are searched as one: no word or phrase matches across it. */
const SEPARATOR = '\0';

export interface FoldedSubject {
  readonly subject: Subject;
  /** All texts of a field, or of all fields, joined. */
  readonly textOf: (field: Field | null) => FoldedText;
  /** Each text on its own, as written. */
  readonly valuesOf: (field: Field | null) => readonly string[];
  /** Each text of a field on its own. */
  readonly textsOf: (field: Field) => readonly FoldedText[];
}

const folded = new WeakMap<Subject, FoldedSubject>();

/** The folded texts of a paper, cached per object. */
export function foldSubject(subject: Subject): FoldedSubject {
  const known = folded.get(subject);
  if (known) return known;
  const joined = new Map<Field | null, FoldedText>();
  const single = new Map<Field, readonly FoldedText[]>();
  const valuesOf = (field: Field | null): readonly string[] =>
    field ? fieldValues(subject, field) : FIELDS.flatMap((one) => fieldValues(subject, one));
  const made: FoldedSubject = {
    subject,
    valuesOf,
    textOf(field) {
      const text = joined.get(field) ?? foldText(valuesOf(field).join(SEPARATOR));
      joined.set(field, text);
      return text;
    },
    textsOf(field) {
      const texts = single.get(field) ?? fieldValues(subject, field).map(foldText);
      single.set(field, texts);
      return texts;
    },
  };
  folded.set(subject, made);
  return made;
}

function fieldValues(subject: Subject, field: Field): readonly string[] {
  const value = subject[field] ?? [];
  return typeof value === 'string' ? [value] : value;
}
