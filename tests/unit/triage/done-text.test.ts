import { expect, test } from 'vitest';
import { STATUSES } from '@/lib/paper';
import { type Change, ChangeSchema } from '@/lib/protocol/change';
import { doneText } from '@/lib/triage/done-text';

const CHANGES: readonly Change[] = [
  ...[true, false].flatMap((value): Change[] => [
    { kind: 'star', value },
    { kind: 'dismiss', value },
    { kind: 'tag', tag: 'to read', value },
  ]),
  ...STATUSES.map((value) => ({ kind: 'status', value }) as const),
  { kind: 'note', value: 'n' },
  { kind: 'editTexts', title: 'Mine' },
  { kind: 'editTexts', title: null },
  { kind: 'acknowledgeVersion' },
  { kind: 'remove' },
  { kind: 'restore' },
];

test('every change is spoken of, each in its own words', () => {
  const kinds = ChangeSchema.options.map(({ entries }) => entries.kind.literal);
  expect(new Set(CHANGES.map(({ kind }) => kind))).toEqual(new Set(kinds));
  for (const papers of [null, '34 papers']) {
    const texts = CHANGES.map((change) => doneText(change, papers));
    expect(texts.filter((text) => text === '')).toEqual([]);
    expect(new Set(texts).size).toBe(CHANGES.length);
  }
});

test('tells of which papers, where no title stands beside it', () => {
  expect(doneText({ kind: 'star', value: true })).toBe('Starred');
  expect(doneText({ kind: 'star', value: true }, '34 papers')).toBe('Starred 34 papers');
  expect(doneText({ kind: 'tag', tag: 'x', value: false }, '2 papers')).toBe(
    'Removed the tag “x” from 2 papers',
  );
});
