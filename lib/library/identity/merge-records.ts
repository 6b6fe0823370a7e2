/**
 * Merges two records of a paper, from two libraries or two points in time. The later write of each
 * field wins, so the order in which files are imported does not matter (docs/exchange.md).
 */
import { METADATA_FIELDS, TRIAGE_FIELDS, type TriageState, UNDECIDED } from '@/lib/paper';
import type { SavedPaper, SeenVersion } from '@/lib/protocol/saved-library';
import { sortTags } from '@/lib/protocol/tag';
import { type Stamp, timeOf } from '../store/clock';
import { isMissing } from '../store/missing';
import { OWN_FIELD_NAMES } from '../store/own-texts';
import { newRecord, type PaperRecord } from '../store/record';
import {
  changedFields,
  type Fields,
  type FieldValue,
  getField,
  isTextField,
  metadataOf,
  PLAIN_FIELDS,
  pickDecisions,
  type RecordField,
  setFields,
  stampKey,
  TEXT_FIELDS,
  type UnstampedPart,
} from '../store/record-fields';
import { codeKey, isCodeField } from './code';
import { notesOfBoth } from './earlier-notes';
import { rankOf } from './text-order';

/** A fact wins over a gap, whichever was written later: not every page shows everything. */
const isFact = (field: RecordField) =>
  (field.startsWith('meta:') && field !== 'meta:authorsTotal') || field.startsWith('known');

/** A paper from a file as this library keeps it, under a number of its own. */
export function recordFromFile(saved: SavedPaper, num: number): PaperRecord {
  const triage = { ...saved.triage, tags: sortTags([...new Set(saved.triage.tags)]) };
  return setFields({ ...saved, triage, num, shelf: 'none' }, {}, '');
}

/** The record as if nothing had been decided about it. */
export function undecidedRecord(record: PaperRecord, stamp: Stamp): PaperRecord {
  return newRecord({ ...metadataOf(record), id: record.id }, record.num, stamp);
}

/** How parts without stamps are merged; `note` is the note that is kept. */
const JOINED: {
  readonly [K in UnstampedPart]: (
    one: PaperRecord,
    other: PaperRecord,
    note: string,
  ) => PaperRecord[K];
} = {
  met: (one, other) => latestOf(one.met, other.met),
  earlierNotes: notesOfBoth,
};

/** The record with what is later or better in the other; keeps its number. */
export function mergeRecords(record: PaperRecord, other: PaperRecord): PaperRecord {
  const stamps = { ...record.stamps };
  const taken: [RecordField, FieldValue][] = [];
  const hasBetterTexts = isGreater(textKey(other), textKey(record));
  const hasBetterCode = isGreater(codeKey(other), codeKey(record));
  const isTaken = (field: RecordField) => {
    if (isTextField(field)) return hasBetterTexts;
    return isCodeField(field) ? hasBetterCode : wins(other, record, field);
  };
  for (const field of fieldsOfBoth(record, other).filter(isTaken)) {
    const name = stampKey(field);
    const stamp = other.stamps[name];
    if (stamp === undefined) delete stamps[name];
    else stamps[name] = stamp;
    taken.push([field, getField(other, field)]);
  }
  const merged = { ...setFields(record, Object.fromEntries(taken) as Fields, ''), stamps };
  for (const [part, join] of Object.entries(JOINED)) {
    const joined = join(record, other, merged.triage.note);
    if (joined === undefined) delete merged[part as UnstampedPart];
    else Object.assign(merged, { [part]: joined });
  }
  return merged;
}

/** The fields that differ, as they are now; of the texts all or none. */
export function differences(before: PaperRecord, after: PaperRecord): Fields {
  const fields = fieldsOfBoth(before, after).map((field) => [field, getField(after, field)]);
  return changedFields(before, Object.fromEntries(fields) as Fields);
}

/**
 * What the other record has and this one lacks, whenever it was removed here. Nothing that is there is
 * replaced, and a paper in the trash brings nothing back.
 */
export function missingFields(record: PaperRecord, other: PaperRecord): Fields {
  if (other.deleted || other.mergedInto || record.mergedInto || other.shelf === 'none') return {};
  const { starred, status, dismissed, tags, note } = other.triage;
  const own = record.deleted ? UNDECIDED : record.triage;
  const isGone = record.shelf === 'none' || record.shelf === 'trash';
  const fields: Fields = {
    ...(record.deleted && { deleted: false }),
    ...pickDecisions(other.triage, {
      starred: starred && !record.triage.starred,
      status: status !== 'unread' && own.status === 'unread' && status !== record.triage.status,
      dismissed: dismissed && isGone && !record.triage.dismissed,
      note: note !== '' && record.triage.note === '',
    }),
    ...Object.fromEntries(
      tags.filter((tag) => !record.triage.tags.includes(tag)).map((tag) => [`tag:${tag}`, true]),
    ),
    ...Object.fromEntries(
      OWN_FIELD_NAMES.filter((field) => isMissing(record[field]) && !isMissing(other[field])).map(
        (field) => [field, other[field]],
      ),
    ),
  };
  const isBack = isGone && other.added > 0 && record.added !== other.added;
  return isBack ? { ...fields, added: other.added } : fields;
}

/** What the other has that was decided after this record was merged into another paper. */
export function decidedAfterMerge({ stamps }: PaperRecord, other: PaperRecord): PaperRecord {
  const merged = stamps.mergedInto ?? '';
  const isLater = (field: string) => (other.stamps[field] ?? '') > merged;
  const decided = TRIAGE_FIELDS.filter(isLater).map((field) => [field, other.triage[field]]);
  const triage: TriageState = {
    ...{ ...UNDECIDED, ...Object.fromEntries(decided) },
    tags: other.triage.tags.filter((tag) => isLater(`tag:${tag}`)),
  };
  return setFields({ ...other, triage }, {}, '');
}

/** How far ahead another device's clock may be, in milliseconds. */
const CLOCK_ERROR_MS = 24 * 3_600_000;

/** The latest time that a stamp may have; `now` is this library's clock. Both in milliseconds. */
export function latestTime(now: number): number {
  return now + CLOCK_ERROR_MS;
}

/**
 * A paper from a file without stamps later than `latest`, in milliseconds: they would win over
 * whatever the user does from now on.
 */
export function withoutFuture(saved: SavedPaper, latest: number): SavedPaper {
  const isPast = (stamp: Stamp) => timeOf(stamp) <= latest;
  const stamps = Object.entries(saved.stamps).filter(([, stamp]) => isPast(stamp));
  const notes = saved.earlierNotes?.map(({ note, stamp }) => ({
    note,
    stamp: stamp !== null && isPast(stamp) ? stamp : null,
  }));
  return { ...saved, stamps: Object.fromEntries(stamps), ...(notes && { earlierNotes: notes }) };
}

/**
 * By which the texts to keep are told, always all of one record, so that title and abstract stay of one
 * version: those with an abstract, of the better source, of the newer version, written later.
 */
function textKey(record: PaperRecord): SortKey {
  const { title, abstract, textVersion, textOrigin, source } = metadataOf(record);
  const stamps = TEXT_FIELDS.map((field) => record.stamps[stampKey(field)] ?? '');
  return [
    textOrigin === 'doubtful' ? 0 : 1,
    abstract === null ? 0 : 1,
    rankOf({ textVersion, textOrigin, source }),
    textVersion ?? 0,
    [...stamps].sort().at(-1) ?? '',
    // Of no meaning, but so that one of them always comes first.
    ...[title, abstract ?? '', source, textOrigin, ...stamps],
  ];
}

type SortKey = readonly (number | string)[];

/** Compares keys of the same form, part by part. */
function isGreater(a: SortKey, b: SortKey): boolean {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at >= 0 && (a[at] ?? '') > (b[at] ?? '');
}

/** Whether the other's field is the one to keep: a total order, so the order of merges does not matter. */
function wins(other: PaperRecord, record: PaperRecord, field: RecordField): boolean {
  const [theirs, ours] = [getField(other, field), getField(record, field)];
  if (isFact(field) && isMissing(theirs) !== isMissing(ours)) return isMissing(ours);
  const name = stampKey(field);
  const [their, our] = [other.stamps[name] ?? '', record.stamps[name] ?? ''];
  if (their !== our) return their > our;
  return JSON.stringify(theirs) > JSON.stringify(ours);
}

function fieldsOfBoth(one: PaperRecord, other: PaperRecord): RecordField[] {
  const tags = [...one.triage.tags, ...other.triage.tags];
  const aliases = [...(one.aliases ?? []), ...(other.aliases ?? [])];
  const stamped = Object.keys({ ...one.stamps, ...other.stamps });
  return [
    ...new Set([
      ...PLAIN_FIELDS,
      ...METADATA_FIELDS.map((name) => `meta:${name}` as const),
      ...tags.map((tag) => `tag:${tag}` as const),
      ...aliases.map((id) => `alias:${id}` as const),
      ...stamped.filter((name): name is `tag:${string}` => /^(?:tag|alias):/.test(name)),
    ]),
  ];
}

function latestOf(
  one: SeenVersion | undefined,
  other: SeenVersion | undefined,
): SeenVersion | undefined {
  if (!one || !other) return one ?? other;
  const version = Math.max(one.version ?? 0, other.version ?? 0) || null;
  const days = [one.replacedOn, other.replacedOn].filter((day) => day !== null).sort();
  return { version, replacedOn: days.at(-1) ?? null };
}
