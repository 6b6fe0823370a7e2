// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  chooseAll,
  extendTo,
  goTo,
  keepIn,
  NOTHING,
  neighbour,
  type Selection,
  toggle,
} from '@/components/papers-section/selection';

const LIST = [40, 10, 30, 20, 50];
const chosen = (selection: Selection) => [...selection.chosen];

describe('choosing', () => {
  test('going to a paper chooses no others', () => {
    expect(goTo(30)).toEqual({ cursor: 30, anchor: 30, chosen: new Set() });
  });

  test('the first paper added takes the one gone to with it', () => {
    const two = toggle(goTo(10), 20, true);
    expect(chosen(two)).toEqual([10, 20]);
    expect(chosen(toggle(two, 10, true))).toEqual([20]);
    expect(chosen(toggle(goTo(10), 10, true))).toEqual([10]);
  });

  test('a checkbox is for its own paper alone', () => {
    const one = toggle(goTo(10), 20, false);
    expect(chosen(one)).toEqual([20]);
    expect(chosen(toggle(one, 20, false))).toEqual([]);
  });

  test('a range goes from where it began, either way, in the order of the list', () => {
    const down = extendTo(LIST, goTo(10), 20);
    expect(chosen(down)).toEqual([10, 30, 20]);
    const up = extendTo(LIST, down, 40);
    expect(chosen(up)).toEqual([40, 10]);
    expect(up.cursor).toBe(40);
    expect(chosen(extendTo(LIST, NOTHING, 30))).toEqual([30]);
  });

  test('all are all that the list has', () => {
    const all = chooseAll(LIST, goTo(30));
    expect(all).toEqual({ cursor: 30, anchor: 30, chosen: new Set(LIST) });
  });
});

describe('moving', () => {
  test('ends at the ends of the list', () => {
    expect(neighbour(LIST, goTo(30), 1)).toBe(20);
    expect(neighbour(LIST, goTo(30), -1)).toBe(10);
    expect(neighbour(LIST, goTo(50), 1)).toBe(50);
    expect(neighbour(LIST, goTo(10), Number.NEGATIVE_INFINITY)).toBe(40);
    expect(neighbour(LIST, goTo(10), Number.POSITIVE_INFINITY)).toBe(50);
    expect(neighbour(LIST, NOTHING, 1)).toBe(40);
    expect(neighbour([], NOTHING, 1)).toBeNull();
  });
});

describe('a list that changes', () => {
  test('what went is no longer chosen, and the next paper is gone to', () => {
    const all = chooseAll(LIST, goTo(30));
    const kept = keepIn([40, 10, 20, 50], LIST, all);
    expect(kept.cursor).toBe(20);
    expect(chosen(kept)).toEqual([40, 10, 20, 50]);
    expect(keepIn([40, 10], LIST, goTo(50)).cursor).toBe(10);
    expect(keepIn([], LIST, all)).toEqual({ cursor: null, anchor: null, chosen: new Set() });
  });

  test('only papers of the list are ever chosen or gone to', () => {
    const anyList = fc.uniqueArray(fc.nat({ max: 9 }));
    fc.assert(
      fc.property(anyList, anyList, fc.nat(9), fc.nat(9), (before, after, from, to) => {
        fc.pre(before.includes(from) && before.includes(to));
        const kept = keepIn(after, before, extendTo(before, goTo(from), to));
        expect(after).toEqual(expect.arrayContaining(chosen(kept)));
        const isAnyLeft = before.some((num) => after.includes(num));
        expect(isAnyLeft ? after : [null]).toContain(kept.cursor);
      }),
    );
  });
});
