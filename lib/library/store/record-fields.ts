/**
 * The fields of a paper's record. Each is a last-writer-wins register with a stamp of its own
 * (docs/decisions/field-stamps.md).
 */

import {
  EMPTY_METADATA,
  type Metadata,
  type PaperId,
  TRIAGE_FIELDS,
  type TriageState,
  UNDECIDED,
} from '@/lib/paper';
import { sortTags } from '@/lib/protocol/tag';
import { isEqualJson } from '@/lib/util/is-equal-json';
import type { Stamp } from './clock';
import { readMetadata, withReadMetadata } from './own-texts';
import { type PaperRecord, shelfOf } from './record';

/** Parts of a record without a stamp. Each has a rule of its own for merging two records. */
export type UnstampedPart = 'met' | 'earlierNotes';

/** Parts that are not fields: identity, stamps, and what follows from the fields. */
type NonField = 'id' | 'num' | 'stamps' | 'shelf';

/** Parts that consist of fields: one for each value in them. */
type CompositePart = 'meta' | 'read' | 'triage' | 'aliases';

/** All other parts: each is one field. */
type PlainPart = Exclude<keyof PaperRecord, UnstampedPart | NonField | CompositePart>;

/** The plain parts before they are first written. */
const INITIAL_VALUES: { readonly [K in PlainPart]: PaperRecord[K] } = {
  deleted: false,
  added: 0,
  mergedInto: null,
  knownVersion: undefined,
  knownReplaced: undefined,
  ownTitle: null,
  ownAuthors: null,
  ownAbstract: null,
};

/** What is decided about a paper, without tags, each of which is a field. */
export type UntaggedState = Omit<TriageState, 'tags'>;

/** Fields that every paper has; of tags, aliases and metadata there are any number. */
export type PlainField = keyof UntaggedState | PlainPart;

/** Every plain field. */
export const PLAIN_FIELDS: readonly PlainField[] = [
  ...TRIAGE_FIELDS.filter((field) => field !== 'tags'),
  ...(Object.keys(INITIAL_VALUES) as PlainPart[]),
];

/**
 * A field that commands can write. Each tag is a field, so that two devices can add tags to one paper at
 * the same time. Metadata as they were read are fields (`meta:title`) so that merging papers and
 * refreshing them can be undone.
 */
export type RecordField = PlainField | `tag:${string}` | `alias:${string}` | `meta:${string}`;

export type FieldValue = boolean | string | number | null | readonly string[];
/** Values of some fields. */
export type Fields = Readonly<Partial<Record<RecordField, FieldValue>>>;

/** The current value of a field; `null` if it has none. */
export function getField(record: PaperRecord, field: RecordField): FieldValue {
  if (isTagField(field)) return record.triage.tags.includes(tagOf(field));
  if (isAliasField(field)) return (record.aliases ?? []).includes(aliasOf(field));
  if (isMetaField(field)) {
    const name = metaOf(field) as keyof typeof EMPTY_METADATA;
    return readMetadata(record)[name] ?? EMPTY_METADATA[name] ?? null;
  }
  if (isPlainPart(field)) return record[field] ?? null;
  return record.triage[field];
}

/** What was read of a paper; records by earlier versions lack some fields. */
export function metadataOf(record: PaperRecord): Metadata {
  return { ...EMPTY_METADATA, ...readMetadata(record) };
}

/** The record with all that metadata have now; records by earlier versions lack some fields. */
export function withAllMetadata(record: PaperRecord): PaperRecord {
  return { ...record, meta: { ...EMPTY_METADATA, ...record.meta } };
}

/** The current values of these fields; the values given do not matter. */
export function readFields(record: PaperRecord, fields: Fields): Fields {
  const names = Object.keys(fields) as RecordField[];
  return Object.fromEntries(names.map((name) => [name, getField(record, name)]));
}

/** Title, abstract, and what is known of them: always written together, as they are of one version. */
export const TEXT_FIELDS = [
  'meta:title',
  'meta:abstract',
  'meta:textVersion',
  'meta:textOrigin',
  'meta:source',
] as const satisfies readonly `meta:${keyof Metadata}`[];

export function isTextField(field: RecordField): boolean {
  return (TEXT_FIELDS as readonly RecordField[]).includes(field);
}

/** Those of these fields whose value differs from the record's; of the texts all or none. */
export function changedFields(record: PaperRecord, fields: Fields): Fields {
  const entries = Object.entries(fields) as [RecordField, FieldValue][];
  const isChanged = ([field, value]: (typeof entries)[number]) =>
    !isEqualJson(getField(record, field), value);
  const keepsTexts = !entries.some((entry) => isTextField(entry[0]) && isChanged(entry));
  return Object.fromEntries(
    entries.filter((entry) => (isTextField(entry[0]) ? !keepsTexts : isChanged(entry))),
  );
}

/** The record with these fields written at `stamp`, and on the shelf that follows from them. */
export function setFields(record: PaperRecord, fields: Fields, stamp: Stamp): PaperRecord {
  let { aliases } = record;
  let meta = readMetadata(record);
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
    ...{ ...record, ...(parts as object), triage, stamps },
    ...(aliases && { aliases }),
  };
  return { ...withReadMetadata(changed, meta), shelf: shelfOf(changed) };
}

/** The chosen decisions of a state, as fields. */
export function pickDecisions(
  state: UntaggedState,
  isChosen: Readonly<Record<keyof UntaggedState, boolean>>,
): Fields {
  const names = Object.keys(isChosen) as (keyof UntaggedState)[];
  return Object.fromEntries(
    names.filter((name) => isChosen[name]).map((name) => [name, state[name]]),
  );
}

/** The fields that reset this state to undecided. */
export function undecidedFields({ tags }: TriageState): Fields {
  const { tags: _, ...undecided } = UNDECIDED;
  return { ...undecided, ...Object.fromEntries(tags.map((tag) => [`tag:${tag}`, false])) };
}

/** The key of a field's stamp in `PaperRecord.stamps`. */
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
