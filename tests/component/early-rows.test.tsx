import { afterEach, beforeEach, expect, test } from 'vitest';
import { foldEarly, takeOverEarly, unfoldLeft } from '@/components/triage-row/early-rows';
import { mountRows, type RowsView } from '@/components/triage-row/rows';
import { learnStates } from '@/lib/page/saved-states';
import type { PageState, PageStore } from '@/lib/page/store';
import { UNDECIDED } from '@/lib/paper';
import type { FoldedRow } from '@/lib/settings/folded-pages';
import { SHOW_ALL } from '@/lib/settings/showing';
import type { Row } from '@/lib/sites/site';
import { idOf } from '../helpers/papers';
import { makeRow, openPage } from '../helpers/rows';
import { makeRule } from '../unit/library/commands/rules-sample';

let rows: Row[];
let store: PageStore;
let view: RowsView;
let early: ReturnType<typeof takeOverEarly>;

function listRow(number: number): Row {
  const [term, text] = ['dt', 'dd'].map((name) => document.createElement(name)) as [
    HTMLElement,
    HTMLElement,
  ];
  document.querySelector('dl')?.append(term, text);
  return makeRow(
    { id: idOf(number) },
    { elements: [term, text], anchor: { element: term, place: 'inside' }, gutter: text },
  );
}

const marks = (row: Row | undefined) =>
  row?.elements.map((element) => element.getAttribute('data-winnow') ?? '');

/** Opens a page whose rows were folded early, and before anything is known. */
async function open(...why: readonly FoldedRow[]): Promise<void> {
  for (const [index, folded] of why.entries()) foldEarly(rows[index] as Row, folded);
  store = openPage(rows);
  view = mountRows(document, store, () => {});
  early = takeOverEarly(store);
  await view.attach();
}

beforeEach(() => {
  document.body.innerHTML = '<dl></dl>';
  rows = [1, 2, 3].map(listRow);
});

afterEach(() => {
  early.stop();
  view.remove();
});

const DISMISSED = { as: 'line', why: 'dismissed' } as const;

test('a folded row is one line, a hidden one nothing; both as long as nothing is known', async () => {
  await open(DISMISSED, { as: 'hidden', why: 'dismissed' });
  expect(rows.map(marks)).toEqual([
    ['line', 'line collapsed'],
    ['line hidden', 'line collapsed hidden'],
    ['', ''],
  ]);
});

test('rows that are dismissed still stay as they are, others unfold; each when it is known', async () => {
  await open(DISMISSED, DISMISSED, DISMISSED);
  const folded = marks(rows[0]);
  learnStates(store, { [idOf(1)]: { ...UNDECIDED, dismissed: true } });
  early.onStates([idOf(1), idOf(2)]);
  expect(rows.map(marks)).toEqual([folded, ['', ''], folded]);
  learnStates(store, {});
  early.onStates([idOf(3)]);
  expect(rows.map(marks)).toEqual([folded, ['', ''], ['', '']]);
  expect(document.querySelector('[data-winnow-early]')).toBeNull();
});

test.each<[FoldedRow['why'], Partial<PageState>, (row: Row) => Partial<PageState>]>([
  [
    'muted',
    { hits: new Map() },
    (row) => ({ rules: [makeRule(1, { action: 'mute' })], hits: new Map([[row, [0]]]) }),
  ],
  [
    'seen',
    { visits: { lastVisit: 1, seen: new Set() } },
    ({ id }) => ({
      showing: { ...SHOW_ALL, seen: false },
      visits: { lastVisit: 1, seen: new Set([id]) },
    }),
  ],
])('what is %s is taken over with what says so', async (why, nothing, something) => {
  await open({ as: 'line', why }, { as: 'line', why });
  store.setState(something(rows[0] as Row));
  expect(marks(rows[0])).not.toEqual(['', '']);
  expect(marks(rows[1])).toEqual(['', '']);
  store.setState(nothing);
  expect(marks(rows[0])).toEqual(['', '']);
});

test('what nobody takes over is unfolded', async () => {
  await open(DISMISSED, { as: 'hidden', why: 'cross' });
  unfoldLeft(rows);
  expect(rows.map(marks)).toEqual(rows.map(() => ['', '']));
});
