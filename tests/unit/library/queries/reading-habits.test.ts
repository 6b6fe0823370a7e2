// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarOf, levelsOf } from '@/lib/library/queries/calendar';
import { countDays, type DayCounts } from '@/lib/library/queries/day-counts';
import { ledgerOf } from '@/lib/library/queries/ledger';
import { agesOf, waitsOf } from '@/lib/library/queries/waits';
import { mondayOf } from '@/lib/util/day';

const TODAY = 20_788; // 1 December 2026, a Tuesday
const ALL_WEEKS = { least: 12, most: 10_000 };

/** When each paper was added, and after how many days it was read, if it was. */
const papers = fc.array(
  fc.record({
    added: fc.integer({ min: TODAY - 900, max: TODAY }),
    wait: fc.option(fc.integer({ min: 0, max: 500 })),
  }),
);
type Papers = readonly { readonly added: number; readonly wait: number | null }[];

const addedOf = (some: Papers) => countDays(some.map(({ added }) => added));
const readOf = (some: Papers) =>
  countDays(some.flatMap(({ added, wait }) => (wait === null ? [] : [added + wait])));
const total = (counts: DayCounts) => [...counts.values()].reduce((sum, count) => sum + count, 0);

describe('the calendar', () => {
  test('has each day of a year once, up to today, and all papers of those days', () => {
    fc.assert(
      fc.property(papers, (some) => {
        const days = calendarOf(addedOf(some), readOf(some), TODAY);
        expect(days.map(({ day }) => day)).toEqual(
          Array.from({ length: 365 }, (_, n) => TODAY - 364 + n),
        );
        const isShown = (day: number) => day > TODAY - 365 && day <= TODAY;
        const sum = (which: 'added' | 'read') => days.reduce((all, day) => all + day[which], 0);
        expect(sum('added')).toBe(some.filter(({ added }) => isShown(added)).length);
        expect(sum('read')).toBe(
          some.filter(({ added, wait }) => wait !== null && isShown(added + wait)).length,
        );
      }),
    );
  });

  test('colours a day the stronger the more there was, and the strongest fully', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40)), (counts) => {
        const levels = levelsOf(counts);
        const most = Math.max(0, ...counts);
        for (const [at, count] of counts.entries()) {
          expect(levels[at] === 0).toBe(count === 0);
          if (count > 0 && count === most) expect(levels[at]).toBe(4);
          for (const [other, less] of counts.entries()) {
            if (less < count) expect(levels[other]).toBeLessThanOrEqual(levels[at] ?? 0);
          }
        }
      }),
    );
  });

  test('keeps ordinary days apart beside a large import', () => {
    expect(levelsOf([1, 1, 2, 3, 4, 5, 0, 5_000])).toEqual([1, 1, 2, 2, 3, 3, 0, 4]);
  });
});

describe('the ledger', () => {
  test('adds up: what came, less what was read, is what is left, in every week', () => {
    fc.assert(
      fc.property(papers, (some) => {
        const weeks = ledgerOf(addedOf(some), readOf(some), TODAY, ALL_WEEKS);
        let backlog = 0;
        for (const week of weeks) {
          backlog += week.added - week.read;
          expect(week.backlog).toBe(backlog);
          expect(week.backlog).toBeGreaterThanOrEqual(0);
        }
        expect(backlog).toBe(some.filter(({ wait }) => wait === null).length);
        expect(weeks.reduce((all, { added }) => all + added, 0)).toBe(some.length);
      }),
    );
  });

  test('is the same for the last weeks, however many are shown', () => {
    fc.assert(
      fc.property(papers, fc.integer({ min: 1, max: 200 }), (some, most) => {
        const [added, read] = [addedOf(some), readOf(some)];
        const all = ledgerOf(added, read, TODAY, ALL_WEEKS);
        const shown = ledgerOf(added, read, TODAY, { least: 1, most });
        expect(shown).toEqual(all.slice(-shown.length));
        expect(shown.length).toBeLessThanOrEqual(most);
        expect(shown.at(-1)?.start).toBe(mondayOf(TODAY));
      }),
    );
  });

  test('has a few empty weeks around a single day, and none too many for a wrong clock', () => {
    const one = ledgerOf(countDays([TODAY]), new Map(), TODAY, { least: 12, most: 104 });
    expect(one).toHaveLength(12);
    expect(one.at(-1)).toEqual({ start: mondayOf(TODAY), added: 1, read: 0, backlog: 1 });
    const odd = ledgerOf(countDays([0, 9_000_000]), new Map(), TODAY, { least: 12, most: 104 });
    expect(odd).toHaveLength(104);
    expect(odd[0]?.backlog).toBe(1);
    expect(odd.at(-1)).toMatchObject({ added: 1, backlog: 2 });
  });
});

describe('waits', () => {
  test('are all in one span each, and half of them are within the median', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(800)), (days) => {
        const { papers, median, spans } = waitsOf(countDays(days));
        expect(papers).toBe(days.length);
        expect(Object.values(spans).reduce((all, count) => all + count, 0)).toBe(days.length);
        const sorted = [...days].sort((a, b) => a - b);
        expect(median).toBe(sorted[Math.ceil(days.length / 2) - 1] ?? null);
      }),
    );
  });

  test('are of the spans that their names say', () => {
    expect(waitsOf(countDays([0, 1, 6, 7, 29, 30, 90, 91, 364, 365, 4_000])).spans).toEqual({
      ...{ day: 1, week: 2, month: 2, quarter: 2, year: 2, longer: 2 },
    });
  });

  test('of papers that are not read yet last until today, and are never less than nothing', () => {
    const ages = agesOf(countDays([TODAY, TODAY - 3, TODAY - 3, TODAY + 5]), TODAY);
    expect(Object.fromEntries(ages)).toEqual({ 0: 2, 3: 2 });
    expect(total(ages)).toBe(4);
  });
});
