// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differences, lacking, mergeRecords } from '@/lib/library/identity/merge-records';
import { type Fields, newRecord, type PaperRecord, setFields } from '@/lib/library/store/record';
import { STATUSES } from '@/lib/paper';
import { idOf, makePaper } from '../../../helpers/papers';

/** So few that two write at once now and then. */
const stamp = fc.constantFrom('1', '2', '3', '4');

const anyWrite: fc.Arbitrary<Fields> = fc.oneof(
  fc.record({ starred: fc.boolean() }),
  fc.record({ status: fc.constantFrom(...STATUSES) }),
  fc.record({ note: fc.constantFrom('', 'one', 'two', 'three') }),
  fc.record({ 'tag:moss': fc.boolean() }),
  fc.record({ 'tag:__proto__': fc.boolean() }),
  fc.record({ deleted: fc.boolean(), added: fc.nat({ max: 3 }) }),
  fc.record({ knownVersion: fc.constantFrom(1, 2, null) }),
  fc.record({ 'meta:abstract': fc.constantFrom('It says.', 'It says more.', null) }),
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
        for (const field of ['starred', 'status', 'note'] as const) {
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
      const fields = lacking(record, other);
      const after = setFields(record, fields, '9');
      expect(lacking(after, other)).toEqual({});
      expect(differences(record, after)).toEqual(fields);
      if (record.deleted) return;
      if (record.triage.note) expect(after.triage.note).toBe(record.triage.note);
      expect(after.triage.tags).toEqual(expect.arrayContaining([...record.triage.tags]));
      expect(after.triage.starred).toBe(record.triage.starred || (fields.starred ?? false));
    }),
    { numRuns: 500 },
  );
});
