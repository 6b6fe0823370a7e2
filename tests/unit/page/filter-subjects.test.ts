import { describe, expect, test } from 'vitest';
import { filterSubjectOf } from '@/lib/page/filter-subjects';
import type { PageState, PageStore } from '@/lib/page/store';
import { UNDECIDED } from '@/lib/paper';
import { idOf } from '../../helpers/papers';
import { makeRow, openPage } from '../../helpers/rows';

const [A, B] = [idOf(1), idOf(2)] as const;

function open() {
  const row = makeRow({ id: A, title: 'Graphs', authors: ['A. Ada'], categories: ['cs.LG'] });
  const store = openPage([row]);
  return { row, store, subject: () => filterSubjectOf(store.getState(), row) };
}

test('a row is what the page says of its paper, and what the user decided', () => {
  const { store, subject } = open();
  store.setState({
    saved: { [A]: { ...UNDECIDED, tags: ['a'], starred: true } },
    visits: { lastVisit: 1, seen: new Set() },
  });
  expect(subject()).toEqual({
    title: 'Graphs',
    abstract: null,
    authors: ['A. Ada'],
    categories: ['cs.LG'],
    tags: ['a'],
    year: null,
    flags: new Set(['unread', 'starred', 'tagged', 'new']),
  });
});

const CHANGES: readonly [string, Partial<PageState>][] = [
  ['it is tagged', { saved: { [A]: { ...UNDECIDED, tags: ['a'] } } }],
  [
    'a star is on its way',
    {
      pending: [
        { op: crypto.randomUUID(), ids: new Set([A]), change: { kind: 'star', value: true } },
      ],
    },
  ],
  ['it was seen before', { visits: { lastVisit: 1, seen: new Set([A]) } }],
  ['it is new', { visits: { lastVisit: 1, seen: new Set() } }],
  ['its abstract came', { abstracts: { [A]: 'We show.' } }],
];

describe('the same object', () => {
  test('as long as nothing changes', () => {
    const { store, subject } = open();
    const before = subject();
    const changes: ((store: PageStore) => void)[] = [
      (page) => page.setState({ saved: { [B]: { ...UNDECIDED, starred: true } } }),
      (page) => page.setState({ visits: { lastVisit: null, seen: new Set([B]) } }),
      (page) => page.setState({ abstracts: { [B]: 'We show.' } }),
      (page) => page.setState({ revealed: new Set(['x']) }),
    ];
    for (const change of changes) {
      change(store);
      expect(subject()).toBe(before);
    }
  });

  test.each(CHANGES)('no more once %s, and then again', (_, change) => {
    const { store, subject } = open();
    const before = subject();
    store.setState(change);
    const after = subject();
    expect(after).not.toBe(before);
    expect(after).not.toEqual(before);
    if (!change.pending) expect(subject()).toBe(after);
  });
});

test('an abstract that the page has counts, not one that came', () => {
  const row = makeRow({ id: A, abstract: 'As on the page.' });
  const state = openPage([row], { abstracts: { [A]: 'As fetched.' } }).getState();
  expect(filterSubjectOf(state, row).abstract).toBe('As on the page.');
});

test('two rows of one paper have each their own texts', () => {
  const rows = [makeRow({ id: A, title: 'One' }), makeRow({ id: A, title: 'Other' })];
  const state = openPage(rows).getState();
  expect(rows.map((row) => filterSubjectOf(state, row).title)).toEqual(['One', 'Other']);
});
