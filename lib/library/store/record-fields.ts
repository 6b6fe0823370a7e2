/**
 * The fields of a record: each is a last-writer-wins register, with a stamp of its own
 * (docs/decisions/field-stamps.md).
 */

import {
  type Metadata,
  type PaperId,
  TRIAGE_FIELDS,
  type TriageState,
  UNDECIDED,
} from '@/lib/paper';
import { sortTags } from '@/lib/protocol/tag';
import { isEqualJson } from '@/lib/util/is-equal-json';
import type { Stamp } from './clock';
import { type PaperRecord, shelfOf } from './record';

/** Parts of a record that have no stamp: two records' are put together by a rule of their own. */
export type UnstampedPart = 'met' | 'earlierNotes';

/** Parts that are no fields: what a record is called, and what follows from its fields. */
type NonField = 'id' | 'num' | 'stamps' | 'shelf';

/** Parts that are many fields: one for each fact, decision, tag and alias. */
type CompositePart = 'meta' | 'triage' | 'aliases';

/** All other parts of a record are one field each. */
type PlainPart = Exclude<keyof PaperRecord, UnstampedPart | NonField | CompositePart>;

/** Those parts, as they are before they are first written. */
const INITIAL_VALUES: { readonly [K in PlainPart]: PaperRecord[K] } = {
  deleted: false,
  added: 0,
  mergedInto: null,
  knownVersion: undefined,
  knownReplaced: undefined,
};

/** What is decided about a paper, but for its tags, of which each is a field. */
export type UntaggedState = Omit<TriageState, 'tags'>;

/** Fields of which each paper has one; the other kinds are as many as there are tags, aliases and facts. */
export type PlainField = keyof UntaggedState | PlainPart;

/** Every plain field. */
export const PLAIN_FIELDS: readonly PlainField[] = [
  ...TRIAGE_FIELDS.filter((field) => field !== 'tags'),
  ...(Object.keys(INITIAL_VALUES) as PlainPart[]),
];

/**
 * A field that commands write. Each tag is one, so that two devices can add tags to one paper at
 * once. Facts are written as `meta:title` where the user merges papers, so that this can be undone.
 */
export type RecordField = PlainField | `tag:${string}` | `alias:${string}` | `meta:${string}`;

export type FieldValue = boolean | string | number | null | readonly string[];
export type Fields = Readonly<Partial<Record<RecordField, FieldValue>>>;

export function getField(record: PaperRecord, field: RecordField): FieldValue {
  if (isTagField(field)) return record.triage.tags.includes(tagOf(field));
  if (isAliasField(field)) return (record.aliases ?? []).includes(aliasOf(field));
  if (isMetaField(field)) return record.meta[metaOf(field)];
  if (isPlainPart(field)) return record[field] ?? null;
  return record.triage[field];
}

/** What these fields are now. */
export function readFields(record: PaperRecord, fields: Fields): Fields {
  const names = Object.keys(fields) as RecordField[];
  return Object.fromEntries(names.map((name) => [name, getField(record, name)]));
}

/** Those of these fields that a record has otherwise. */
export function changedFields(record: PaperRecord, fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([field, value]) => !isEqualJson(getField(record, field as RecordField), value),
    ),
  );
}

/** The record with these fields written at `stamp`. */
export function setFields(record: PaperRecord, fields: Fields, stamp: Stamp): PaperRecord {
  let { meta, aliases } = record;
  const triage: { -readonly [K in keyof TriageState]: TriageState[K] } = { ...record.triage };
  const parts: Partial<Record<PlainPart, unknown>> = {};
  const stamps = { ...record.stamps };
  for (const [name, value] of Object.entries(fields)) {
    const field = name as RecordField;
    stamps[stampKey(field)] = stamp;
    if (isTagField(field)) {
      const others = triage.tags.filter((tag) => tag !== tagOf(field));
      triage.tags = value ? sortTags([...others, tagOf(field)]) : others;
    } else if (isAliasField(field)) {
      const others = (aliases ?? []).filter((alias) => alias !== aliasOf(field));
      aliases = value ? [...others, aliasOf(field)].sort() : others;
    } else if (isMetaField(field)) meta = { ...meta, [metaOf(field)]: value };
    else if (isPlainPart(field)) parts[field] = value ?? INITIAL_VALUES[field];
    else Object.assign(triage, { [field]: value });
  }
  const changed: PaperRecord = {
    ...{ ...record, ...(parts as object), meta, triage, stamps },
    ...(aliases && { aliases }),
  };
  return { ...changed, shelf: shelfOf(changed) };
}

/** Those decisions of a state that are to be written. */
export function pickDecisions(
  state: UntaggedState,
  isToWrite: Readonly<Record<keyof UntaggedState, boolean>>,
): Fields {
  const names = Object.keys(isToWrite) as (keyof UntaggedState)[];
  return Object.fromEntries(
    names.filter((name) => isToWrite[name]).map((name) => [name, state[name]]),
  );
}

/** The fields that make a paper with this state undecided again. */
export function undecidedFields({ tags }: TriageState): Fields {
  const { tags: _, ...undecided } = UNDECIDED;
  return { ...undecided, ...Object.fromEntries(tags.map((tag) => [`tag:${tag}`, false])) };
}

/** What a field's stamp is called in a record. */
export function stampKey(field: RecordField): string {
  return isMetaField(field) ? metaOf(field) : field;
}

function isPlainPart(field: RecordField): field is PlainPart {
  return Object.hasOwn(INITIAL_VALUES, field);
}

function isTagField(field: RecordField): field is `tag:${string}` {
  return field.startsWith('tag:');
}

function tagOf(field: `tag:${string}`): string {
  return field.slice('tag:'.length);
}

function isAliasField(field: RecordField): field is `alias:${string}` {
  return field.startsWith('alias:');
}

function aliasOf(field: `alias:${string}`): PaperId {
  return field.slice('alias:'.length) as PaperId;
}

function isMetaField(field: RecordField): field is `meta:${string}` {
  return field.startsWith('meta:');
}

function metaOf(field: `meta:${string}`): keyof Metadata {
  return field.slice('meta:'.length) as keyof Metadata;
}
