/**
 * Two records of one paper, of two libraries or of two times, made one. Each field is a register that
 * the later write wins, so that nothing depends on the order in which files come (docs/exchange.md).
 */

import { type Metadata, UNDECIDED } from '@/lib/paper';
import { LIMITS } from '@/lib/protocol/limits';
import {
  EARLIER_NOTES_KEPT,
  type EarlierNote,
  type SavedPaper,
} from '@/lib/protocol/saved-library';
import { sortTags } from '@/lib/protocol/tag';
import { isEqualJson } from '@/lib/util/is-equal-json';
import { type Stamp, timeOf } from '../store/clock';
import type { SeenVersion } from '../store/record';
import {
  type Fields,
  type FieldValue,
  getField,
  newRecord,
  type PaperRecord,
  setFields,
  type TriageField,
} from '../store/record';

const PLAIN_FIELDS = [
  ...(['starred', 'status', 'dismissed', 'note', 'deleted', 'added'] as const),
  ...(['mergedInto', 'knownVersion', 'knownReplaced'] as const),
] as const;

/** Of these, something is more than nothing, whenever that was written: pages differ in what they tell. */
const isFact = (field: TriageField) =>
  (field.startsWith('meta:') && field !== 'meta:authorsTotal') || field.startsWith('known');

/** A paper of a file as the library would keep it, under a number of its own. */
export function recordOf(saved: SavedPaper, num: number): PaperRecord {
  const triage = { ...saved.triage, tags: sortTags([...new Set(saved.triage.tags)]) };
  return setFields({ ...saved, triage, num, shelf: 'none' }, {}, '');
}

/** What a record is before anything was decided about it. */
export function undecided({ id, meta, num }: PaperRecord, stamp: Stamp): PaperRecord {
  return newRecord({ ...meta, id }, num, stamp);
}

/** The record with what the other knows later or better; keeps its number. */
export function mergeRecords(record: PaperRecord, other: PaperRecord): PaperRecord {
  const stamps = { ...record.stamps };
  const taken: [TriageField, FieldValue][] = [];
  for (const field of fieldsOfBoth(record, other)) {
    if (!wins(other, record, field)) continue;
    const name = stampName(field);
    const stamp = other.stamps[name];
    if (stamp === undefined) delete stamps[name];
    else stamps[name] = stamp;
    taken.push([field, getField(other, field)]);
  }
  const { earlierNotes: _, ...fields } = setFields(record, Object.fromEntries(taken) as Fields, '');
  const merged = { ...fields, stamps };
  const met = later(record.met, other.met);
  const earlierNotes = notesOfBoth(record, other, merged.triage.note);
  return {
    ...merged,
    ...(met && { met }),
    ...(earlierNotes.length > 0 && { earlierNotes }),
  };
}

/** The fields in which a record has become different, as they are now. */
export function differences(before: PaperRecord, after: PaperRecord): Fields {
  return Object.fromEntries(
    fieldsOfBoth(before, after)
      .filter((field) => !isEqualJson(getField(before, field), getField(after, field)))
      .map((field) => [field, getField(after, field)]),
  ) as Fields;
}

/**
 * What the other record has and this one lacks, whenever it was taken away: nothing that is there is
 * replaced. What was in the trash brings nothing back.
 */
export function lacking(record: PaperRecord, other: PaperRecord): Fields {
  if (other.deleted || other.mergedInto || record.mergedInto || other.shelf === 'none') return {};
  const { starred, status, dismissed, tags, note } = other.triage;
  const own = record.deleted ? UNDECIDED : record.triage;
  const isGone = record.shelf === 'none' || record.shelf === 'trash';
  const fields: Fields = {
    ...(record.deleted && { deleted: false }),
    ...(starred && !record.triage.starred && { starred }),
    ...(status !== 'unread' &&
      own.status === 'unread' &&
      status !== record.triage.status && { status }),
    ...(dismissed && isGone && !record.triage.dismissed && { dismissed }),
    ...(note !== '' && record.triage.note === '' && { note }),
    ...Object.fromEntries(
      tags.filter((tag) => !record.triage.tags.includes(tag)).map((tag) => [`tag:${tag}`, true]),
    ),
  };
  const isBack = isGone && other.added > 0 && record.added !== other.added;
  return isBack ? { ...fields, added: other.added } : fields;
}

/** What the other has that was decided after this record was merged into another paper. */
export function decidedSince({ stamps }: PaperRecord, other: PaperRecord): PaperRecord {
  const merged = stamps.mergedInto ?? '';
  const isLater = (field: string) => (other.stamps[field] ?? '') > merged;
  const { starred, status, dismissed, tags, note } = other.triage;
  const triage = {
    starred: starred && isLater('starred'),
    status: isLater('status') ? status : 'unread',
    dismissed: dismissed && isLater('dismissed'),
    tags: tags.filter((tag) => isLater(`tag:${tag}`)),
    note: isLater('note') ? note : '',
  };
  return setFields({ ...other, triage }, {}, '');
}

/** Clocks of other devices may be wrong by so much, in milliseconds. */
const CLOCK_ERROR_MS = 24 * 3_600_000;

/** Up to when, in milliseconds, a stamp can be from; `now` is the time of this library's clock. */
export function latestTime(now: number): number {
  return now + CLOCK_ERROR_MS;
}

/**
 * A paper of a file without the stamps of a time that is yet to come: else they would win over
 * whatever the user does from now on. `latest` is in milliseconds.
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

/** Whether the other's field is the one to keep: a total order, so the order of merges never counts. */
function wins(other: PaperRecord, record: PaperRecord, field: TriageField): boolean {
  const [theirs, ours] = [getField(other, field), getField(record, field)];
  if (isFact(field) && isMissing(theirs) !== isMissing(ours)) return isMissing(ours);
  const name = stampName(field);
  const [their, our] = [other.stamps[name] ?? '', record.stamps[name] ?? ''];
  if (their !== our) return their > our;
  return JSON.stringify(theirs) > JSON.stringify(ours);
}

function fieldsOfBoth(one: PaperRecord, other: PaperRecord): TriageField[] {
  const meta = Object.keys({ ...one.meta, ...other.meta });
  const tags = [...one.triage.tags, ...other.triage.tags];
  const aliases = [...(one.aliases ?? []), ...(other.aliases ?? [])];
  const stamped = Object.keys({ ...one.stamps, ...other.stamps });
  return [
    ...new Set([
      ...PLAIN_FIELDS,
      ...meta.map((name) => `meta:${name as keyof Metadata}` as const),
      ...tags.map((tag) => `tag:${tag}` as const),
      ...aliases.map((id) => `alias:${id}` as const),
      ...stamped.filter((name): name is `tag:${string}` => /^(?:tag|alias):/.test(name)),
    ]),
  ];
}

function stampName(field: TriageField): string {
  return field.startsWith('meta:') ? field.slice('meta:'.length) : field;
}

function isMissing(value: FieldValue): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

function later(
  one: SeenVersion | undefined,
  other: SeenVersion | undefined,
): SeenVersion | undefined {
  if (!one || !other) return one ?? other;
  const version = Math.max(one.version ?? 0, other.version ?? 0) || null;
  const days = [one.replacedOn, other.replacedOn].filter((day) => day !== null).sort();
  return { version, replacedOn: days.at(-1) ?? null };
}

/** The note that did not win is kept with those before it. */
function notesOfBoth(one: PaperRecord, other: PaperRecord, note: string): readonly EarlierNote[] {
  const current = [one, other].map((record) => ({
    note: record.triage.note,
    stamp: record.stamps.note ?? null,
  }));
  const notes = [...(one.earlierNotes ?? []), ...(other.earlierNotes ?? []), ...current];
  return earlierNotes(notes, note);
}

/** Notes in the order in which they were last written, each once, the current one and empty ones aside. */
export function earlierNotes(notes: readonly EarlierNote[], current: string): EarlierNote[] {
  const byText = new Map<string, Stamp | null>();
  for (const { note, stamp } of notes) {
    if (note === '' || note === current || note.length > LIMITS.note) continue;
    const known = byText.get(note);
    byText.set(note, order(known ?? '', stamp ?? '') > 0 ? (known ?? null) : stamp);
  }
  const newestFirst = [...byText]
    .map(([note, stamp]) => ({ note, stamp }))
    .sort((a, b) => order(b.stamp ?? '', a.stamp ?? '') || order(b.note, a.note));
  let room: number = LIMITS.note; // all of them together are no longer than one may be
  const tooMany = newestFirst.findIndex(({ note }, index) => {
    room -= note.length;
    return room < 0 || index === EARLIER_NOTES_KEPT;
  });
  return newestFirst.slice(0, tooMany < 0 ? undefined : tooMany).reverse();
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
