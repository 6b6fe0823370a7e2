// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldsOfChange } from '@/lib/library/store/change-fields';
import { newRecord, stateOf } from '@/lib/library/store/record';
import { getField, type RecordField, setFields } from '@/lib/library/store/record-fields';
import { UNDECIDED } from '@/lib/paper';
import { applyChange } from '@/lib/protocol/change';
import { anyChange, makePaper } from '../../../helpers/papers';

const fresh = newRecord(makePaper({ upvotes: 3 }), 1, 'stamp-0');
const anyChanges = fc.array(anyChange, { maxLength: 12 });

describe('a new record', () => {
  test('holds what the page said, nothing decided, on no shelf', () => {
    const { id, ...meta } = makePaper({ upvotes: 3 });
    expect(fresh).toMatchObject({ id, meta, triage: UNDECIDED, deleted: false, shelf: 'none' });
    expect(fresh.meta).not.toHaveProperty('id');
  });

  test('has a stamp for every field of the metadata', () => {
    expect(Object.keys(fresh.stamps).sort()).toEqual(Object.keys(fresh.meta).sort());
  });
});

describe('setFields', () => {
  test('a field reads as it was written, with its stamp, and no other stamp moves', () => {
    fc.assert(
      fc.property(anyChanges, anyChange, (before, change) => {
        const record = before.reduce(
          (one, it) => setFields(one, fieldsOfChange(it), 'stamp-1'),
          fresh,
        );
        const fields = fieldsOfChange(change);
        const after = setFields(record, fields, 'stamp-2');
        for (const [field, value] of Object.entries(fields)) {
          expect(getField(after, field as RecordField)).toBe(value);
        }
        const moved = Object.keys(after.stamps).filter(
          (field) => after.stamps[field] === 'stamp-2',
        );
        expect(moved).toEqual(Object.keys(fields));
        if (change.kind !== 'editTexts') expect(after.meta).toEqual(record.meta);
        expect(after.read?.title ?? after.meta.title).toBe(fresh.meta.title);
      }),
    );
  });

  test('comes to the state that the page showed in advance', () => {
    fc.assert(
      fc.property(anyChanges, (changes) => {
        const record = changes.reduce(
          (one, it) => setFields(one, fieldsOfChange(it), 'stamp-1'),
          fresh,
        );
        expect(record.triage).toEqual(changes.reduce(applyChange, UNDECIDED));
      }),
    );
  });

  test('keeps tags in the order of the alphabet, each once', () => {
    const tagged = ['b', 'c', 'a', 'b'].reduce(
      (record, tag) => setFields(record, { [`tag:${tag}`]: true }, 'stamp-1'),
      fresh,
    );
    expect(tagged.triage.tags).toEqual(['a', 'b', 'c']);
  });

  test('does not write to the record it is given', () => {
    const before = structuredClone(fresh);
    setFields(fresh, { starred: true, 'tag:a': true, added: 5, deleted: true }, 'stamp-1');
    expect(fresh).toEqual(before);
  });
});

describe('the shelf', () => {
  test.each([
    ['nothing decided', {}, 'none'],
    ['starred', { starred: true }, 'list'],
    ['tagged', { 'tag:a': true }, 'list'],
    ['noted', { note: 'x' }, 'list'],
    ['reading', { status: 'reading' }, 'list'],
    ['unread again', { status: 'unread' }, 'none'],
    ['dismissed', { dismissed: true }, 'dismissed'],
    ['starred and dismissed', { starred: true, dismissed: true }, 'dismissed'],
    ['deleted', { starred: true, deleted: true }, 'trash'],
  ] as const)('%s', (_, fields, shelf) => {
    expect(setFields(fresh, fields, 'stamp-1').shelf).toBe(shelf);
  });

  test('a paper in the trash looks undecided, and is as it was when it comes out', () => {
    const starred = setFields(fresh, { starred: true }, 'stamp-1');
    const inTrash = setFields(starred, { deleted: true }, 'stamp-2');
    expect(stateOf(inTrash)).toEqual(UNDECIDED);
    expect(stateOf(setFields(inTrash, { deleted: false }, 'stamp-3'))).toEqual(starred.triage);
  });
});
