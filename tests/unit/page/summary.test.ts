import { describe, expect, test } from 'vitest';
import type { PageState } from '@/lib/page/store';
import { summarize, textOf, visibilityIn } from '@/lib/page/summary';
import { UNDECIDED } from '@/lib/paper';
import { SHOW_ALL } from '@/lib/settings/showing';
import type { Row } from '@/lib/sites/site';
import { idOf } from '../../helpers/papers';
import { makeRow, openPage } from '../../helpers/rows';
import { makeRule } from '../library/commands/rules-sample';

const [A, B, C] = [idOf(1), idOf(2), idOf(3)] as const;
const DISMISSED = { ...UNDECIDED, dismissed: true };
const MUTES = makeRule(1, { terms: ['survey', 'review'], action: 'mute' });
const LIGHTS = makeRule(2, { terms: ['graph'] });

/** Paper A stands in two rows, B is cross-listed, C replaced. */
const rows: readonly [Row, Row, Row, Row] = [
  makeRow({ id: A }, { section: 'new' }),
  makeRow({ id: B }, { section: 'cross' }),
  makeRow({ id: A }, { section: 'new' }),
  makeRow({ id: C }, { section: 'replaced' }),
];

function stateOf(known: Partial<PageState> = {}): PageState {
  return openPage(rows, known).getState();
}

describe('the counts', () => {
  test('of a page that nothing was done on', () => {
    expect(summarize(stateOf())).toEqual({
      papers: 3,
      decided: 0,
      repeated: 1,
      shown: 3,
      matching: null,
      hidden: [],
      hits: [],
    });
  });

  test('are of papers: two rows of one are one', () => {
    const known = {
      saved: { [A]: { ...UNDECIDED, starred: true } },
      matching: new Set([rows[0], rows[2], rows[3]]),
      rules: [LIGHTS],
      hits: new Map([
        [rows[0], [0]],
        [rows[2], [0]],
        [rows[3], [0]],
      ]),
    };
    expect(summarize(stateOf(known))).toMatchObject({
      papers: 3,
      decided: 1,
      matching: 2,
      hits: [2],
    });
  });

  test('take in what is on its way', () => {
    const change = { kind: 'star', value: true } as const;
    const pending = [{ op: crypto.randomUUID(), ids: new Set([B]), change }];
    expect(summarize(stateOf({ pending })).decided).toBe(1);
  });

  test('of what is shown in full leave out what is folded or hidden', () => {
    const known = { saved: { [A]: DISMISSED }, showing: { ...SHOW_ALL, cross: false } };
    expect(summarize(stateOf(known)).shown).toBe(1);
  });

  test('tell each rule what it hits, also where it hits nothing', () => {
    const known = {
      rules: [MUTES, LIGHTS, makeRule(3)],
      hits: new Map([
        [rows[0], [0, 1]],
        [rows[1], [1]],
      ]),
    };
    expect(summarize(stateOf(known)).hits).toEqual([1, 2, 0]);
  });

  test('pass over hits of rules that are no more', () => {
    const hits = new Map([[rows[0], [5]]]);
    expect(summarize(stateOf({ rules: [LIGHTS], hits }))).toMatchObject({ hits: [0], hidden: [] });
  });

  test('of an empty filter and of one that nothing matches differ', () => {
    expect(summarize(stateOf({ matching: new Set() })).matching).toBe(0);
  });
});

describe('what is hidden', () => {
  test('is summed by reason, in the order of the page', () => {
    const showing = { ...SHOW_ALL, cross: false, replaced: false, dismissed: false };
    expect(summarize(stateOf({ showing, saved: { [A]: DISMISSED } })).hidden).toEqual([
      { reason: { kind: 'dismissed' }, text: 'dismissed', papers: 1 },
      { reason: { kind: 'cross' }, text: 'cross-listed', papers: 1 },
      { reason: { kind: 'replaced' }, text: 'replaced', papers: 1 },
    ]);
  });

  test('is summed for each mute rule; the first that hits counts', () => {
    const other = makeRule(4, { terms: ['a', 'b', 'c'], action: 'mute' });
    const hits = new Map([
      [rows[0], [0, 1]],
      [rows[1], [1]],
      [rows[2], [0, 1]],
      [rows[3], [2]],
    ]);
    expect(summarize(stateOf({ rules: [MUTES, other, LIGHTS], hits })).hidden).toEqual([
      { reason: { kind: 'muted', rule: MUTES.id }, text: 'muted by survey, review', papers: 1 },
      { reason: { kind: 'muted', rule: other.id }, text: 'muted by a, b +1', papers: 1 },
    ]);
  });

  test('is said of seen papers', () => {
    const visits = { lastVisit: 1, seen: new Set([A, C]) };
    const showing = { ...SHOW_ALL, seen: false };
    expect(summarize(stateOf({ visits, showing })).hidden).toEqual([
      { reason: { kind: 'seen' }, text: 'seen before', papers: 2 },
    ]);
  });

  test('is not what the filter hides, nor what is dismissed and says so itself', () => {
    const matching = new Set([rows[1]]);
    expect(summarize(stateOf({ matching, saved: { [B]: DISMISSED } })).hidden).toEqual([]);
  });
});

describe('the visibility of a row', () => {
  test('is plain where nothing applies', () => {
    for (const row of rows) expect(visibilityIn(stateOf(), row)).toEqual({ as: 'shown' });
  });

  test('is decided by the filter, where there is one', () => {
    const state = stateOf({ matching: new Set([rows[0]]) });
    expect(rows.map((row) => visibilityIn(state, row).as)).toEqual([
      ...['shown', 'hidden', 'hidden', 'hidden'],
    ]);
  });

  test('is not changed by a rule that highlights', () => {
    const hits = new Map([[rows[0], [0]]]);
    expect(visibilityIn(stateOf({ rules: [LIGHTS], hits }), rows[0])).toEqual({ as: 'shown' });
  });

  test('muted is a line, until the rule was asked to show its rows', () => {
    const other = makeRule(4, { action: 'mute' });
    const known = { rules: [LIGHTS, MUTES, other], hits: new Map([[rows[0], [0, 1, 2]]]) };
    const line = (rule: string) => ({ as: 'line', reason: { kind: 'muted', rule } });
    expect(visibilityIn(stateOf(known), rows[0])).toEqual(line(MUTES.id));
    const once = stateOf({ ...known, revealed: new Set([MUTES.id]) });
    expect(visibilityIn(once, rows[0])).toEqual(line(other.id));
    const twice = stateOf({ ...known, revealed: new Set([MUTES.id, other.id]) });
    expect(visibilityIn(twice, rows[0])).toEqual({ as: 'shown' });
  });

  test('dismissed is so at once, before it is saved', () => {
    const change = { kind: 'dismiss', value: true } as const;
    const pending = [{ op: crypto.randomUUID(), ids: new Set([A]), change }];
    expect(visibilityIn(stateOf({ pending }), rows[2])).toEqual({
      as: 'line',
      reason: { kind: 'dismissed' },
    });
  });
});

test('a rule that is no more has no name', () => {
  expect(textOf(stateOf(), { kind: 'muted', rule: 'gone' })).toBe('muted by a rule');
});
