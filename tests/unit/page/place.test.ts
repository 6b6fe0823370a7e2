import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createPlaceKeeper, type PlaceKeeper } from '@/lib/page/place';
import { type PageStore, shownState } from '@/lib/page/store';
import { visibilityIn } from '@/lib/page/summary';
import { createPageUi, type PageUiStore } from '@/lib/page/ui';
import { UNDECIDED } from '@/lib/paper';
import type { Row } from '@/lib/sites/site';
import { FakeWindow, WINDOW_HEIGHT } from '../../helpers/fake-window';
import { idOf } from '../../helpers/papers';
import { makeRow, openPage } from '../../helpers/rows';

const LINE = 16.5;

interface Opened {
  readonly rows: readonly Row[];
  readonly store: PageStore;
  readonly ui: PageUiStore;
  readonly view: FakeWindow;
  readonly filter: (matching: readonly Row[] | null) => void;
  readonly dismiss: (row: Row, value?: boolean) => void;
}

let keeper: PlaceKeeper | undefined;
/** What is shown while there are no rows. */
let notice: Element | null = null;

afterEach(() => {
  keeper?.stop();
  keeper = undefined;
  notice = null;
  vi.unstubAllGlobals();
});

/** A listing of rows of these heights, drawn as the store says. */
function open(heights: readonly number[]): Opened {
  keeper?.stop();
  const rows = heights.map((_, index) => makeRow({ id: idOf(index + 1) }));
  const store = openPage(rows);
  const ui = createPageUi();
  const view = new FakeWindow(rows);
  keeper = createPlaceKeeper({ store, ui, inPlaceOfRows: () => notice });
  const draw = () => {
    const state = store.getState();
    for (const [index, row] of rows.entries()) {
      const { as } = visibilityIn(state, row);
      view.heights.set(
        row,
        as === 'hidden' ? 0 : as === 'line' ? LINE : (heights[index] as number),
      );
    }
  };
  draw();
  store.subscribe(keeper.before);
  store.subscribe(draw);
  store.subscribe(keeper.after);
  return {
    ...{ rows, store, ui, view },
    filter: (matching) => store.setState({ matching: matching && new Set(matching) }),
    dismiss(row, value = true) {
      const state = { ...shownState(store.getState(), row.id), dismissed: value };
      store.setState(({ saved }) => ({ saved: { ...saved, [row.id]: state } }));
    },
  };
}

const many = () => Array.from({ length: 40 }, (_, index) => 120 + ((index * 37) % 90) + 0.4);
const every = (rows: readonly Row[], step: number) => rows.filter((_, index) => index % step === 0);
const at = (rows: readonly Row[], index: number) => rows.at(index) as Row;

describe('the row at the reading line', () => {
  test('stays where it is while the filter is typed, if it matches', () => {
    const { rows, view, filter } = open(many());
    view.scrollTo(3_000);
    const line = at(
      rows,
      rows.findLastIndex((row) => view.topOf(row) <= WINDOW_HEIGHT / 3),
    );
    const y = view.topOf(line);
    for (const step of [2, 3, 7]) {
      filter([...new Set([...every(rows, step), line])]);
      expect(view.topOf(line)).toBeCloseTo(y, 0);
    }
    filter([line]);
    expect(view.topOf(line)).toBeCloseTo(y, 0);
  });

  test('gives its place to the nearest that matches, and has it back after', () => {
    const { rows, view, filter } = open(many());
    view.scrollTo(3_000);
    const before = rows.map((row) => view.topOf(row));
    const index = before.findLastIndex((top) => top <= WINDOW_HEIGHT / 3);
    const y = before[index] as number;
    filter([at(rows, index - 3), at(rows, index + 2), at(rows, index + 9)]);
    expect(view.topOf(at(rows, index + 2))).toBeCloseTo(y, 0);
    filter([at(rows, 39)]);
    expect(view.topOf(at(rows, 39))).toBeCloseTo(y, 0);
    filter([]);
    filter(null);
    expect(rows.map((row) => view.topOf(row))).toEqual(before);
  });

  test('is nobody’s at the top of the page: that stays', () => {
    const { rows, view, filter } = open(many());
    filter(every(rows, 3).slice(1));
    expect(view.scrollTop).toBe(0);
    expect(view.list.style.marginTop).toBe('');
    filter(null);
    expect(view.scrollTop).toBe(0);
  });
});

test('what is said where no row is left is in view, though the row before began above it', () => {
  const { rows, view, filter } = open([300, 2_000, ...many()]);
  view.scrollTo(1_500);
  const before = rows.map((row) => view.topOf(row));
  notice = document.createElement('p');
  const y = () => 240 - view.scrollTop;
  notice.getBoundingClientRect = () => ({ top: y() }) as DOMRect;
  filter([]);
  expect(y()).toBeGreaterThanOrEqual(0);
  expect(y()).toBeLessThan(WINDOW_HEIGHT / 3);
  filter(null);
  expect(rows.map((row) => view.topOf(row))).toEqual(before);
});

describe('the current row', () => {
  test('stays, with room made for it where the page is too short', () => {
    const { rows, view, ui, filter } = open(many());
    const current = at(rows, 3);
    ui.setState({ current });
    const y = view.topOf(current);
    filter([current]);
    expect(view.topOf(current)).toBeCloseTo(y, 0);
    expect(view.scrollTop).toBe(0);
    filter(null);
    expect(view.topOf(current)).toBe(y);
    expect(view.list.style.marginTop).toBe('');
    const last = at(rows, -1);
    view.scrollTo(view.height);
    ui.setState({ current: last });
    const end = view.topOf(last);
    filter([last, at(rows, 0)]);
    expect(view.topOf(last)).toBeCloseTo(end, 0);
    filter(null);
    expect(view.topOf(last)).toBe(end);
  });

  test('counts only while it is in view', () => {
    const { rows, view, ui, filter } = open(many());
    ui.setState({ current: at(rows, 0) });
    view.scrollTo(3_000);
    const index = rows.findLastIndex((row) => view.topOf(row) <= WINDOW_HEIGHT / 3);
    const y = view.topOf(at(rows, index));
    filter(every(rows, 2).concat(at(rows, index)));
    expect(view.topOf(at(rows, index))).toBeCloseTo(y, 0);
  });

  test('stays as other rows are dismissed, and as its own folds', () => {
    const { rows, view, ui, dismiss } = open(many());
    view.scrollTo(3_000);
    const index = rows.findIndex((row) => view.topOf(row) > 300);
    ui.setState({ current: at(rows, index) });
    const y = view.topOf(at(rows, index));
    for (const other of [0, 3, index - 1, index - 2, index, index + 1, 39]) {
      dismiss(at(rows, other));
      expect(view.topOf(at(rows, index)), `row ${other}`).toBeCloseTo(y, 0);
    }
    for (const row of rows) dismiss(row, false);
    expect(view.topOf(at(rows, index))).toBe(y);
  });

  test('that is long and folds above the window comes back into it', () => {
    const { rows, view, dismiss } = open([300, 2_000, ...many()]);
    view.scrollTo(1_500);
    dismiss(at(rows, 1));
    const y = view.topOf(at(rows, 1));
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThan(WINDOW_HEIGHT / 3);
  });
});

describe('what the reader does meanwhile', () => {
  test('scrolling is the new place', () => {
    const { rows, view, filter } = open(many());
    view.scrollTo(3_000);
    filter(every(rows, 2));
    view.scrollTo(view.scrollTop - 900);
    const index = rows.findLastIndex(
      (row, n) => n % 2 === 0 && view.topOf(row) <= WINDOW_HEIGHT / 3,
    );
    const y = view.topOf(at(rows, index));
    filter(null);
    expect(view.topOf(at(rows, index))).toBeCloseTo(y, 0);
  });

  test('working on what was found is not: the place is the one before', () => {
    const { rows, store, view, ui, filter } = open(many());
    view.scrollTo(3_000);
    const before = rows.map((row) => view.topOf(row));
    filter(every(rows, 5));
    const found = every(rows, 5).find((row) => view.topOf(row) > 300) as Row;
    ui.setState({ current: found });
    store.setState({ saved: { [found.id]: { ...UNDECIDED, starred: true } } });
    filter(null);
    expect(rows.map((row) => view.topOf(row))).toEqual(before);
  });

  test('going on to another row that is in view makes that the one that stays', () => {
    const { rows, view, ui, filter } = open(many());
    view.scrollTo(3_000);
    filter(every(rows, 2));
    const next = every(rows, 2).find((row) => view.topOf(row) > 350) as Row;
    ui.setState({ current: next });
    const y = view.topOf(next);
    filter([...every(rows, 6), next]);
    expect(view.topOf(next)).toBeCloseTo(y, 0);
  });

  test('room that is scrolled out of view goes', () => {
    const { rows, view, ui, filter } = open(many());
    ui.setState({ current: at(rows, 3) });
    filter(rows.slice(3, 30));
    expect(view.list.style.marginTop).not.toBe('');
    view.scrollTo(2_000);
    expect(view.list.style.marginTop).toBe('');
  });
});

test('a page that grows by itself does not move the row that is held', () => {
  const { rows, view, ui } = open(many());
  view.scrollTo(3_000);
  const index = rows.findIndex((row) => view.topOf(row) > 400);
  ui.setState({ current: at(rows, index) });
  const y = view.topOf(at(rows, index));
  for (const grown of [0, index - 1, index - 2, index, index + 1]) {
    view.grow(at(rows, grown), 41);
    expect(view.topOf(at(rows, index)), `row ${grown}`).toBeCloseTo(y, 0);
  }
});

test('whatever is filtered and folded, the place is the same once all is shown again', () => {
  const anyChange = fc.oneof(
    fc.record({ filter: fc.uniqueArray(fc.nat(19), { maxLength: 20 }) }),
    fc.record({ dismiss: fc.nat(19), value: fc.boolean() }),
  );
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 20, max: 700, noNaN: true }), { minLength: 20, maxLength: 20 }),
      fc.nat(6_000),
      fc.option(fc.nat(19), { nil: null }),
      fc.array(anyChange, { maxLength: 8 }),
      (heights, scroll, chosen, changes) => {
        const { rows, store, view, ui, filter, dismiss } = open(heights);
        view.scrollTo(scroll);
        if (chosen !== null) ui.setState({ current: at(rows, chosen) });
        const before = rows.map((row) => view.topOf(row));
        const current = ui.getState().current;
        const isHeld = current && isIn(view, current);
        for (const change of changes) {
          if ('filter' in change) filter(change.filter.map((index) => at(rows, index)));
          else dismiss(at(rows, change.dismiss), change.value);
          const isShown = isHeld && (view.heights.get(current) ?? 0) > LINE;
          if (isShown)
            expect(view.topOf(current)).toBeCloseTo(before[chosen ?? 0] as number, -0.31);
        }
        store.setState({ saved: {} });
        filter(null);
        const after = rows.map((row) => view.topOf(row));
        for (const [index, top] of before.entries()) expect(after[index]).toBeCloseTo(top, 6);
      },
    ),
    { numRuns: 100 },
  );
});

function isIn(view: FakeWindow, row: Row): boolean {
  const top = view.topOf(row);
  return top < WINDOW_HEIGHT && top + (view.heights.get(row) ?? 0) > 0;
}
