// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { flagsOf, shelfIn, sourceIn, statusIn } from '@/lib/library/store/paper-flags';
import { newRecord, type PaperRecord, SHELVES } from '@/lib/library/store/record';
import { SOURCES, STATUSES } from '@/lib/paper';
import { makePaper } from '../../../helpers/papers';

const base = newRecord(makePaper(), 1, '0');

const RECORDS: readonly PaperRecord[] = SOURCES.flatMap((source) =>
  STATUSES.flatMap((status) =>
    SHELVES.flatMap((shelf) =>
      [false, true].map((is) => ({
        ...base,
        meta: { ...base.meta, source },
        triage: { ...base.triage, status, starred: is, dismissed: is },
        shelf,
      })),
    ),
  ),
);

describe('the flags of a paper', () => {
  test('tell its status, shelf and source again, whichever they are', () => {
    for (const record of RECORDS) {
      const flags = flagsOf(record);
      expect([statusIn(flags), shelfIn(flags), sourceIn(flags)]).toEqual([
        record.triage.status,
        record.shelf,
        record.meta.source,
      ]);
    }
  });

  test('differ for papers that differ, and fit where they are stored', () => {
    const all = RECORDS.map(flagsOf);
    expect(new Set(all).size).toBe(RECORDS.length);
    expect([...Uint16Array.from(all)]).toEqual(all);
    expect(all).not.toContain(0);
  });

  test('of a site that only a later version knows are those of no site of ours', () => {
    const known = new Set(RECORDS.map(flagsOf));
    for (let code = 0; code < 1 << 5; code += 1) {
      const flags = flagsOf(base) | ((code & 1) << 3) | ((code >> 1) << 8);
      if (!known.has(flags)) expect(sourceIn(flags)).toBe('elsewhere');
    }
  });

  /** As libraries have them that were written by earlier versions. */
  test.each([
    [0x043, { status: 'unread', shelf: 'list', source: 'arxiv' }],
    [0x059, { status: 'reading', shelf: 'list', source: 'huggingface' }],
    [0x1a5, { status: 'read', shelf: 'dismissed', source: 'elsewhere' }],
    [0x0c9, { status: 'unread', shelf: 'trash', source: 'huggingface' }],
    [0x001, { status: 'unread', shelf: 'none', source: 'arxiv' }],
  ])('%i says what it always said', (flags, said) => {
    expect({ status: statusIn(flags), shelf: shelfIn(flags), source: sourceIn(flags) }).toEqual(
      said,
    );
  });
});
