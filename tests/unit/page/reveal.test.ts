import { describe, expect, test } from 'vitest';
import { reveal, revealPaper, toggleExplained, toggleUnfolded } from '@/lib/page/reveal';
import { summarize, visibilityIn } from '@/lib/page/summary';
import { UNDECIDED } from '@/lib/paper';
import type { Showing } from '@/lib/settings/showing';
import type { Row } from '@/lib/sites/site';
import { idOf } from '../../helpers/papers';
import { makeRow, openPage } from '../../helpers/rows';
import { makeRule } from '../library/commands/rules-sample';

const HIDE_ALL: Showing = {
  ...{ hidesRest: true, dismissed: false, seen: false },
  ...{ cross: false, replaced: false },
};
const [MUTES, ALSO, LIGHTS] = [
  makeRule(1, { action: 'mute' }),
  makeRule(2, { action: 'mute' }),
  makeRule(3),
] as const;
const rows: readonly [Row, Row, Row] = [
  makeRow({ id: idOf(1) }),
  makeRow({ id: idOf(2) }),
  makeRow({ id: idOf(1) }),
];

describe('reveal', () => {
  test.each(['dismissed', 'seen', 'cross', 'replaced'] as const)('shows what is %s', (kind) => {
    const store = openPage([], { showing: HIDE_ALL });
    reveal(store, { kind });
    expect(store.getState().showing).toEqual({ ...HIDE_ALL, [kind]: true });
  });

  test('shows what the filter hides, and keeps the filter', () => {
    const store = openPage(rows, { showing: HIDE_ALL, matching: new Set([rows[1]]) });
    reveal(store, { kind: 'filter' });
    expect(store.getState().showing).toEqual({ ...HIDE_ALL, hidesRest: false });
    expect(store.getState().matching).toEqual(new Set([rows[1]]));
    expect(visibilityIn(store.getState(), rows[0])).toEqual({ as: 'shown' });
  });

  test('shows what one rule mutes, each rule by itself', () => {
    const store = openPage([]);
    reveal(store, { kind: 'muted', rule: MUTES.id });
    reveal(store, { kind: 'muted', rule: ALSO.id });
    reveal(store, { kind: 'muted', rule: ALSO.id });
    expect([...store.getState().revealed]).toEqual([MUTES.id, ALSO.id]);
  });

  test('of any reason of a summary leaves nothing of it', () => {
    const store = openPage(
      [...rows, makeRow({ id: idOf(3) }, { section: 'cross' }), makeRow({ id: idOf(4) })],
      {
        showing: HIDE_ALL,
        rules: [MUTES],
        hits: new Map([[rows[1], [0]]]),
        saved: { [idOf(1)]: { ...UNDECIDED, dismissed: true } },
        visits: { lastVisit: 1, seen: new Set([idOf(4)]) },
      },
    );
    const hidden = () => summarize(store.getState()).hidden;
    expect(hidden()).toHaveLength(4);
    for (const { reason } of hidden()) reveal(store, reason);
    expect(hidden()).toEqual([]);
  });
});

describe('showing one muted row again', () => {
  test('reveals all rules that mute it, and no other', () => {
    const third = makeRule(4, { action: 'mute' });
    const store = openPage(rows, {
      rules: [MUTES, LIGHTS, ALSO, third],
      hits: new Map([
        [rows[0], [0, 1]],
        [rows[1], [3]],
        [rows[2], [1, 2]],
      ]),
    });
    revealPaper(store, idOf(1));
    expect([...store.getState().revealed]).toEqual([MUTES.id, ALSO.id]);
    expect(visibilityIn(store.getState(), rows[0]).as).toBe('shown');
    expect(visibilityIn(store.getState(), rows[2]).as).toBe('shown');
    expect(visibilityIn(store.getState(), rows[1]).as).toBe('line');
  });

  test('does nothing where none is muted', () => {
    const store = openPage(rows, { rules: [LIGHTS], hits: new Map([[rows[0], [0]]]) });
    revealPaper(store, idOf(1));
    expect(store.getState().revealed.size).toBe(0);
  });
});

test('an abstract is unfolded and folded again, each paper by itself', () => {
  const store = openPage([]);
  const unfolded = () => [...store.getState().unfolded];
  toggleUnfolded(store, idOf(1));
  const before = store.getState().unfolded;
  toggleUnfolded(store, idOf(2));
  expect(unfolded()).toEqual([idOf(1), idOf(2)]);
  expect([...before]).toEqual([idOf(1)]);
  toggleUnfolded(store, idOf(1));
  expect(unfolded()).toEqual([idOf(2)]);
});

test('the passages that match are shown and hidden again, each paper by itself', () => {
  const store = openPage([]);
  const explained = () => [...store.getState().explained];
  toggleExplained(store, idOf(1));
  toggleExplained(store, idOf(2));
  expect(explained()).toEqual([idOf(1), idOf(2)]);
  toggleExplained(store, idOf(1));
  expect(explained()).toEqual([idOf(2)]);
  expect(store.getState().unfolded.size).toBe(0);
});
