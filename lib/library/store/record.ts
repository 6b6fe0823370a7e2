/** The stored form of a paper: readable values, and beside them the stamp of each field. */

import { type Metadata, type PaperId, type TriageState, UNDECIDED } from '@/lib/paper';
import type { Change } from '@/lib/protocol/change';
import type { EarlierNote } from '@/lib/protocol/saved-library';
import { sortTags } from '@/lib/protocol/tag';
import type { Stamp } from './clock';

/**
 * Fields the user writes; each is a last-writer-wins register (docs/decisions/field-stamps.md).
 * A tag is a field of its own, so that two devices can add tags to one paper at once.
 * `added` is when the paper came onto the reading list, in milliseconds. Metadata is written as
 * `meta:title` where the user merges papers, so that this can be undone.
 */
export type TriageField =
  | Exclude<keyof TriageState, 'tags'>
  | `tag:${string}`
  | 'deleted'
  | 'added'
  | 'mergedInto'
  | `alias:${string}`
  | `meta:${string}`
  | KnownField;

/** Up to which version the user knows the paper, and up to which day on which it was replaced. */
type KnownField = 'knownVersion' | 'knownReplaced';

export type FieldValue = boolean | string | number | null | readonly string[];
export type Fields = Readonly<Partial<Record<TriageField, FieldValue>>>;

/** Where a paper is kept; follows from its fields and is stored to be indexed. */
export type Shelf = 'list' | 'dismissed' | 'trash' | 'none';

/** What pages told last of a paper's versions. Never written by the user. */
export interface SeenVersion {
  readonly version: number | null;
  /** The last day on which a list had the paper as replaced, `YYYY-MM-DD`. */
  readonly replacedOn: string | null;
}

export interface PaperRecord {
  readonly id: PaperId;
  /** Short name within this library, given once and never again: what lists and indexes speak of. */
  readonly num: number;
  readonly meta: Metadata;
  readonly triage: TriageState;
  readonly deleted: boolean;
  /** Milliseconds; `0` before the paper was first on the reading list. */
  readonly added: number;
  /** The stamp of every field of `meta` and of every triage field ever written. */
  readonly stamps: Readonly<Record<string, Stamp>>;
  readonly shelf: Shelf;
  /** The version that the user knows: the one that was saved or taken note of. */
  readonly knownVersion?: number;
  /** The last replacement that the user took note of, `YYYY-MM-DD`. */
  readonly knownReplaced?: string;
  /** What pages told of later versions since. */
  readonly met?: SeenVersion;
  /** The paper that this one was merged into: its state is that one's from then on. */
  readonly mergedInto?: PaperId | null;
  /** The papers that were merged into this one, and into those. */
  readonly aliases?: readonly PaperId[];
  /** What the note was before, as files told; what was written here since is in the operations. */
  readonly earlierNotes?: readonly EarlierNote[];
}

/** A record of a paper that nothing was decided about yet. */
export function newRecord(
  paper: Metadata & { readonly id: PaperId },
  num: number,
  stamp: Stamp,
): PaperRecord {
  const { id, ...meta } = paper;
  const stamps = Object.fromEntries(Object.keys(meta).map((field) => [field, stamp]));
  return { id, num, meta, triage: UNDECIDED, deleted: false, added: 0, stamps, shelf: 'none' };
}

export function getField(record: PaperRecord, field: TriageField): FieldValue {
  if (field === 'deleted' || field === 'added') return record[field];
  if (field === 'mergedInto') return record.mergedInto ?? null;
  if (isKnownField(field)) return record[field] ?? null;
  if (isTagField(field)) return record.triage.tags.includes(tagOf(field));
  if (isAliasField(field)) return (record.aliases ?? []).includes(aliasOf(field));
  if (isMetaField(field)) return record.meta[metaOf(field)];
  return record.triage[field];
}

/** Those of these fields that a record has otherwise. */
export function different(record: PaperRecord, fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([field, value]) => {
      const known = getField(record, field as TriageField);
      return JSON.stringify(known) !== JSON.stringify(value);
    }),
  );
}

/** The record with these fields written at `stamp`. */
export function setFields(record: PaperRecord, fields: Fields, stamp: Stamp): PaperRecord {
  let { deleted, added, meta, mergedInto, aliases } = record;
  const triage: { -readonly [K in keyof TriageState]: TriageState[K] } = { ...record.triage };
  const known: Partial<Record<KnownField, FieldValue>> = {};
  const stamps = { ...record.stamps };
  for (const [name, value] of Object.entries(fields)) {
    const field = name as TriageField;
    stamps[isMetaField(field) ? metaOf(field) : field] = stamp;
    if (field === 'deleted') deleted = value as boolean;
    else if (field === 'added') added = value as number;
    else if (field === 'mergedInto') mergedInto = value as PaperId | null;
    else if (isKnownField(field)) known[field] = value ?? undefined;
    else if (isMetaField(field)) meta = { ...meta, [metaOf(field)]: value };
    else if (isAliasField(field)) {
      const others = (aliases ?? []).filter((alias) => alias !== aliasOf(field));
      aliases = value ? [...others, aliasOf(field)].sort() : others;
    } else if (isTagField(field)) {
      const others = triage.tags.filter((tag) => tag !== tagOf(field));
      triage.tags = value ? sortTags([...others, tagOf(field)]) : others;
    } else Object.assign(triage, { [field]: value });
  }
  const changed = {
    ...{ ...record, ...(known as object), meta, triage, deleted, added, stamps },
    ...(mergedInto !== undefined && { mergedInto }),
    ...(aliases && { aliases }),
  };
  return { ...changed, shelf: shelfOf(changed) };
}

/** The fields that a change writes. */
export function fieldsOf(change: Change): Fields {
  switch (change.kind) {
    case 'star':
      return { starred: change.value };
    case 'dismiss':
      return { dismissed: change.value };
    case 'status':
      return { status: change.value };
    case 'note':
      return { note: change.value };
    case 'tag':
      return { [`tag:${change.tag}`]: change.value };
    case 'acknowledgeVersion':
      return {}; // what is acknowledged is known to the record alone: see `acknowledged`
    case 'remove':
      return { deleted: true };
    case 'restore':
      return { deleted: false };
  }
}

/** The fields that tell that the user knows of what pages told. */
export function acknowledged({ met, knownVersion, knownReplaced }: PaperRecord): Fields {
  return {
    knownVersion: met?.version ?? knownVersion ?? null,
    knownReplaced: met?.replacedOn ?? knownReplaced ?? null,
  };
}

/** What pages and lists show of a record. Papers in the trash look undecided. */
export function stateOf(record: PaperRecord): TriageState {
  return record.deleted ? UNDECIDED : record.triage;
}

type Place = Pick<PaperRecord, 'triage' | 'deleted' | 'mergedInto'>;

function shelfOf({ triage, deleted, mergedInto }: Place): Shelf {
  if (mergedInto) return 'none';
  if (deleted) return 'trash';
  if (triage.dismissed) return 'dismissed';
  const kept =
    triage.starred || triage.tags.length > 0 || triage.note !== '' || triage.status !== 'unread';
  return kept ? 'list' : 'none';
}

function isKnownField(field: TriageField): field is KnownField {
  return field === 'knownVersion' || field === 'knownReplaced';
}

function isTagField(field: TriageField): field is `tag:${string}` {
  return field.startsWith('tag:');
}

function tagOf(field: `tag:${string}`): string {
  return field.slice('tag:'.length);
}

function isAliasField(field: TriageField): field is `alias:${string}` {
  return field.startsWith('alias:');
}

function aliasOf(field: `alias:${string}`): PaperId {
  return field.slice('alias:'.length) as PaperId;
}

function isMetaField(field: TriageField): field is `meta:${string}` {
  return field.startsWith('meta:');
}

function metaOf(field: `meta:${string}`): keyof Metadata {
  return field.slice('meta:'.length) as keyof Metadata;
}

/** What these fields are now. */
export function readFields(record: PaperRecord, fields: Fields): Fields {
  const names = Object.keys(fields) as TriageField[];
  return Object.fromEntries(names.map((name) => [name, getField(record, name)]));
}
