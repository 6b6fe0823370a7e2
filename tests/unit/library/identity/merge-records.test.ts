// @vitest-environment node
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { toSavedPaper } from '@/lib/exchange/formats/winnow-write';
import { targetFields } from '@/lib/library/identity/merge-fields';
import {
  differences,
  mergeRecords,
  missingFields,
  recordFromFile,
} from '@/lib/library/identity/merge-records';
import { newRecord, type PaperRecord } from '@/lib/library/store/record';
import {
  type Fields,
  type FieldValue,
  getField,
  PLAIN_FIELDS,
  type PlainField,
  setFields,
} from '@/lib/library/store/record-fields';
import { STATUSES, TRIAGE_FIELDS } from '@/lib/paper';
import { SavedPaperSchema } from '@/lib/protocol/saved-library';
import { DECIDED, decidedIn, idOf, makePaper } from '../../../helpers/papers';

/** So few that two write at once now and then. */
const stamp = fc.constantFrom('1', '2', '3', '4');

/** Values of each plain field, of which the last is not what it is in a new record. */
const VALUES: Readonly<Record<PlainField, readonly FieldValue[]>> = {
  starred: [false, true],
  status: STATUSES,
  dismissed: [false, true],
  note: ['', 'one', 'two', 'three'],
  deleted: [false, true],
  added: [0, 1, 2, 3],
  mergedInto: [null, idOf(3)],
  knownVersion: [null, 1, 2],
  knownReplaced: [null, '2026-11-20', '2026-11-21'],
  ownTitle: [null, 'Mine', 'Mine too'],
  ownAuthors: [null, [], ['E. Euler']],
  ownAbstract: [null, '', 'I read this.'],
};

const anyWrite: fc.Arbitrary<Fields> = fc.oneof(
  ...PLAIN_FIELDS.map((field) => fc.record({ [field]: fc.constantFrom(...VALUES[field]) })),
  fc.record({ 'tag:moss': fc.boolean() }),
  fc.record({ 'tag:__proto__': fc.boolean() }),
  fc.record({ 'meta:abstract': fc.constantFrom('It says.', 'It says more.', null) }),
  fc.record({ 'meta:title': fc.constantFrom('A title', 'Another title') }),
  fc.record({ 'meta:textVersion': fc.constantFrom(1, 2, null) }),
  fc.record({ 'meta:textOrigin': fc.constantFrom('doubtful', 'listing', 'paper') }),
  fc.record({ [`alias:${idOf(2)}`]: fc.boolean() }),
) as fc.Arbitrary<Fields>;

const anyRecord: fc.Arbitrary<PaperRecord> = fc
  .record({
    writes: fc.array(fc.tuple(anyWrite, stamp), { maxLength: 6 }),
    met: fc.option(fc.nat({ max: 3 }), { nil: undefined }),
  })
  .map(({ writes, met }) => {
    const inOrder = [...writes].sort(([, a], [, b]) => (a < b ? -1 : 1));
    const record = inOrder.reduce(
      (before, [fields, at]) => setFields(before, fields, at),
      newRecord(makePaper(), 7, '0'),
    );
    return met === undefined
      ? record
      : { ...record, met: { version: met || null, replacedOn: null } };
  });

test.each(PLAIN_FIELDS)('%s comes with a file of ours, and with a merge', (field) => {
  const value = VALUES[field].at(-1) ?? null;
  const [before, after] = ['m00000000-0000-made', 'm00000001-0000-made'];
  const record = newRecord(makePaper(), 7, before);
  const other = setFields(record, { [field]: value }, after);
  expect(getField(other, field)).not.toEqual(getField(record, field));
  expect(getField(mergeRecords(record, other), field)).toEqual(value);
  const file = JSON.stringify(toSavedPaper(other));
  const read = recordFromFile(v.parse(SavedPaperSchema, JSON.parse(file)), 7);
  expect(read).toEqual(other);
});

test.each(TRIAGE_FIELDS)(
  '%s comes back with a file, and into the paper that it is merged into',
  (field) => {
    const record = newRecord(makePaper(), 7, '0');
    const other = recordFromFile({ ...toSavedPaper(record), triage: decidedIn(field) }, 8);
    const back = setFields(record, missingFields(record, other), '1');
    expect(back.triage[field]).toEqual(DECIDED[field]);
    const target = setFields(record, targetFields(record, [other], '1'), '1');
    expect(target.triage[field]).toEqual(DECIDED[field]);
  },
);

describe('merging', () => {
  test('comes to the same in whichever order, and whichever group', () => {
    fc.assert(
      fc.property(anyRecord, anyRecord, anyRecord, (a, b, c) => {
        const ab = mergeRecords(a, b);
        expect(mergeRecords(b, a)).toEqual(ab);
        expect(mergeRecords(ab, c)).toEqual(mergeRecords(a, mergeRecords(b, c)));
        expect(mergeRecords(ab, b)).toEqual(ab);
        expect(mergeRecords(a, a)).toEqual(a);
      }),
      { numRuns: 500 },
    );
  });

  test('keeps the later write of each field, and loses no note', () => {
    fc.assert(
      fc.property(anyRecord, anyRecord, (a, b) => {
        const merged = mergeRecords(a, b);
        for (const field of TRIAGE_FIELDS) {
          const [one, other] = [a.stamps[field] ?? '', b.stamps[field] ?? ''];
          if (one !== other) expect(merged.triage[field]).toBe((one > other ? a : b).triage[field]);
        }
        const notes = [merged.triage.note, ...(merged.earlierNotes ?? []).map(({ note }) => note)];
        for (const { note } of [a.triage, b.triage]) if (note) expect(notes).toContain(note);
      }),
    );
  });
});

test('what is lacking, once it is back, is lacking no more; nothing that is there is replaced', () => {
  fc.assert(
    fc.property(anyRecord, anyRecord, (record, other) => {
      const fields = missingFields(record, other);
      const after = setFields(record, fields, '9');
      expect(missingFields(after, other)).toEqual({});
      expect(differences(record, after)).toEqual(fields);
      if (record.deleted) return;
      if (record.triage.note) expect(after.triage.note).toBe(record.triage.note);
      expect(after.triage.tags).toEqual(expect.arrayContaining([...record.triage.tags]));
      expect(after.triage.starred).toBe(record.triage.starred || (fields.starred ?? false));
    }),
    { numRuns: 500 },
  );
});
