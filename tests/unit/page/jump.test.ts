import { describe, expect, test, vi } from 'vitest';
import { jumpTo, nextMatch } from '@/lib/page/jump';
import type { PageState } from '@/lib/page/store';
import { UNDECIDED } from '@/lib/paper';
import { SHOW_ALL } from '@/lib/settings/showing';
import type { Row } from '@/lib/sites/site';
import { idOf } from '../../helpers/papers';
import { makeRow, openPage } from '../../helpers/rows';
import { makeRule } from '../library/commands/rules-sample';

const rows = Array.from({ length: 6 }, (_, n) => makeRow({ id: idOf(n) }));
const at = (...indexes: number[]) => new Set(indexes.map((index) => rows[index] as Row));

function stateOf(known: Partial<PageState>): PageState {
  return openPage(rows, known).getState();
}

/** Where jumping leads, as indexes, from the start or from the row of that index. */
function path(known: Partial<PageState>, step: 1 | -1, length: number, from?: number): number[] {
  const state = stateOf(known);
  let row = from === undefined ? null : (rows[from] ?? null);
  return Array.from({ length }, () => {
    row = nextMatch(state, row, step);
    return row ? rows.indexOf(row) : -1;
  });
}

describe('the next match', () => {
  test('goes forward and around, from the first', () => {
    expect(path({ matching: at(0, 2, 5) }, 1, 5)).toEqual([0, 2, 5, 0, 2]);
  });

  test('goes backward and around, from the last', () => {
    expect(path({ matching: at(0, 2, 5) }, -1, 5)).toEqual([5, 2, 0, 5, 2]);
  });

  test.each([
    [1, 2, [4]],
    [-1, 2, [1]],
    [1, 4, [1]],
    [-1, 1, [4]],
    [1, 0, [1]],
    [-1, 0, [4]],
  ] as const)('step %i from row %i, which may not match itself, leads to %j', (step, from, to) => {
    expect(path({ matching: at(1, 4) }, step, 1, from)).toEqual(to);
  });

  test('starts anew where the row is no more on the page', () => {
    const gone = makeRow();
    expect(nextMatch(stateOf({ matching: at(1, 4) }), gone, 1)).toBe(rows[1]);
    expect(nextMatch(stateOf({ matching: at(1, 4) }), gone, -1)).toBe(rows[4]);
  });

  test('is the same when it is the only one', () => {
    expect(path({ matching: at(3) }, 1, 2)).toEqual([3, 3]);
    expect(path({ matching: at(3) }, -1, 2)).toEqual([3, 3]);
  });

  test('is none where nothing matches, or there is nothing to match', () => {
    expect(path({ matching: new Set() }, 1, 1)).toEqual([-1]);
    expect(path({}, -1, 1)).toEqual([-1]);
  });

  test('passes over rows that are hidden, dismissed or muted', () => {
    const rules = [makeRule(1, { action: 'mute' })];
    const known = {
      ...{ matching: at(0, 1, 2, 3), rules, hits: new Map([[rows[1] as Row, [0]]]) },
      saved: { [idOf(0)]: { ...UNDECIDED, dismissed: true } },
      visits: { lastVisit: 1, seen: new Set([idOf(2)]) },
      showing: { ...SHOW_ALL, seen: false },
    };
    expect(path(known, 1, 2)).toEqual([3, 3]);
  });

  test('is a match also where the rest is not hidden', () => {
    const showing = { ...SHOW_ALL, hidesRest: false };
    expect(path({ matching: at(1, 4), showing }, 1, 3)).toEqual([1, 4, 1]);
  });

  test('without a filter is what a highlighting rule hits, not a mute rule', () => {
    const rules = [makeRule(1, { action: 'mute' }), makeRule(2)];
    const hits = new Map([
      [rows[0] as Row, [0]],
      [rows[2] as Row, [1]],
      [rows[3] as Row, [0, 1]],
      [rows[4] as Row, [1]],
    ]);
    expect(path({ rules, hits }, 1, 3)).toEqual([2, 4, 2]);
    expect(path({ rules, hits, revealed: new Set([rules[0]?.id ?? '']) }, 1, 3)).toEqual([2, 3, 4]);
  });
});

test.each([
  [false, 'smooth'],
  [true, 'instant'],
])('jumping scrolls to the row; motion is not wanted: %s', (matches, behavior) => {
  window.matchMedia = vi.fn(() => ({ matches })) as never;
  const row = makeRow();
  const scroll = vi.fn();
  row.elements[0].scrollIntoView = scroll;
  jumpTo(row);
  expect(scroll).toHaveBeenCalledExactlyOnceWith({ block: 'center', behavior });
});
