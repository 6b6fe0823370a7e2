import { describe, expect, test } from 'vitest';
import { revealPaper, setRevealed, toggleExplained, toggleUnfolded } from '@/lib/page/reveal';
import { visibilityIn } from '@/lib/page/summary';
import type { Row } from '@/lib/sites/site';
import { idOf } from '../../helpers/papers';
import { makeRow, openPage } from '../../helpers/rows';
import { makeRule } from '../library/commands/rules-sample';

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

test('what one rule mutes is shown, and folded again, each rule by itself', () => {
  const store = openPage(rows, {
    rules: [MUTES, ALSO],
    hits: new Map([
      [rows[0], [0]],
      [rows[1], [1]],
    ]),
  });
  const shown = () => rows.map((row) => visibilityIn(store.getState(), row).as);
  setRevealed(store, ALSO.id, true);
  setRevealed(store, ALSO.id, true);
  expect(shown()).toEqual(['line', 'shown', 'shown']);
  setRevealed(store, MUTES.id, true);
  const before = store.getState().revealed;
  setRevealed(store, ALSO.id, false);
  expect(shown()).toEqual(['shown', 'line', 'shown']);
  expect(before).toEqual(new Set([ALSO.id, MUTES.id]));
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
