import { expect, test } from 'vitest';
import { mayMoveRows } from '@/lib/page/row-changes';
import type { PageState } from '@/lib/page/store';
import { UNDECIDED } from '@/lib/paper';
import type { Change } from '@/lib/protocol/change';
import { SHOW_ALL } from '@/lib/settings/showing';
import { idOf } from '../../helpers/papers';
import { makeRow, openPage } from '../../helpers/rows';

const [A, ELSEWHERE] = [idOf(1), idOf(9)];
const pending = (change: Change) => [{ op: crypto.randomUUID(), ids: new Set([A]), change }];

test.each<[string, boolean, Partial<PageState>]>([
  ['a star on its way', false, { pending: pending({ kind: 'star', value: true }), failures: {} }],
  ['a star', false, { saved: { [A]: { ...UNDECIDED, starred: true } } }],
  [
    'what is dismissed elsewhere',
    false,
    { saved: { [ELSEWHERE]: { ...UNDECIDED, dismissed: true } } },
  ],
  ['a filter that is not whole', false, { filter: { text: '/', compiled: null, problems: [] } }],
  ['dismissing', true, { pending: pending({ kind: 'dismiss', value: true }) }],
  ['what was dismissed', true, { saved: { [A]: { ...UNDECIDED, dismissed: true } } }],
  ['what matches', true, { matching: new Set() }],
  ['what is shown', true, { showing: { ...SHOW_ALL, seen: false } }],
  ['what rules hit', true, { hits: new Map() }],
  ['an abstract', true, { unfolded: new Set([A]) }],
  ['visits', true, { visits: { lastVisit: 1, seen: new Set() } }],
])('%s may move rows: %s', (_, expected, change) => {
  const store = openPage([makeRow({ id: A })]);
  const before = store.getState();
  store.setState(change);
  expect(mayMoveRows(store.getState(), before)).toBe(expected);
});

test('an answer to what was shown already moves none', () => {
  const store = openPage([makeRow({ id: A })], {
    pending: pending({ kind: 'dismiss', value: true }),
  });
  const before = store.getState();
  store.setState({ pending: [], saved: { [A]: { ...UNDECIDED, dismissed: true } } });
  expect(mayMoveRows(store.getState(), before)).toBe(false);
});
