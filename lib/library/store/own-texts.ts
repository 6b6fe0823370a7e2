/**
 * The user's own title, authors and abstract. `meta` has them as lists and pages show them, so what was
 * read is kept beside it and goes on learning: docs/decisions/texts.md.
 */
import type { Metadata } from '@/lib/paper';
import type { OwnText } from '@/lib/protocol/own-texts';
import type { PaperRecord } from './record';

/** The fields of a record that hold them, and what each stands for; in the order in which they are shown. */
const OWN_FIELDS = {
  ownTitle: 'title',
  ownAuthors: 'authors',
  ownAbstract: 'abstract',
} as const satisfies Partial<Record<keyof PaperRecord, OwnText>>;

type OwnField = keyof typeof OWN_FIELDS;

export const OWN_FIELD_NAMES = Object.keys(OWN_FIELDS) as OwnField[];
/** What can be written by hand. */
export const OWN_TEXT_NAMES: readonly OwnText[] = Object.values(OWN_FIELDS);

/** The texts of which a paper has the user's own. */
export function ownTextsOf(record: Pick<PaperRecord, OwnField>): OwnText[] {
  return OWN_FIELD_NAMES.filter((name) => isOwn(record[name])).map((name) => OWN_FIELDS[name]);
}

/** A paper's metadata as they were read, without what the user wrote. */
export function readMetadata({ meta, read }: Pick<PaperRecord, 'meta' | 'read'>): Metadata {
  return read ? { ...meta, ...read } : meta;
}

/** The record with this metadata read of it, shown with the user's own texts. */
export function withReadMetadata(record: PaperRecord, meta: Metadata): PaperRecord {
  const { ownTitle, ownAuthors, ownAbstract } = record;
  if (ownTextsOf(record).length === 0) {
    const { read: _, ...others } = record;
    return { ...others, meta };
  }
  const { title, authors, authorsTotal, abstract } = meta;
  return {
    ...record,
    meta: {
      ...meta,
      title: ownTitle ?? title,
      abstract: isOwn(ownAbstract) ? ownAbstract || null : abstract,
      ...(isOwn(ownAuthors) && { authors: ownAuthors, authorsTotal: null }),
    },
    read: { title, authors, authorsTotal, abstract },
  };
}

function isOwn<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}
