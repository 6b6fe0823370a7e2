// @vitest-environment node
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import {
  dateOf,
  dateOfMonth,
  dayOf,
  firstDayOf,
  mondayOf,
  monthOf,
  weekdayOf,
} from '@/lib/util/day';

const ZONES = ['UTC', 'Europe/Berlin', 'America/St_Johns', 'Pacific/Apia', 'Australia/Lord_Howe'];
const zone = process.env.TZ;
/** From 1980 to 2060. */
const times = fc.integer({ min: 315_532_800_000, max: 2_840_140_800_000 });

afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

describe.each(ZONES)('in %s', (name) => {
  test('a day is that of the wall calendar', () => {
    process.env.TZ = name;
    fc.assert(
      fc.property(times, (time) => {
        const local = new Date(time);
        const parts = [local.getFullYear(), local.getMonth() + 1, local.getDate()];
        const date = parts.map((part) => String(part).padStart(2, '0')).join('-');
        expect(dateOf(dayOf(time))).toBe(date);
        expect(weekdayOf(dayOf(time))).toBe((local.getDay() + 6) % 7);
      }),
    );
  });
});

test('days on which clocks change are one day like others', () => {
  process.env.TZ = 'Europe/Berlin';
  const days = [28, 29, 30].map((date) => dayOf(new Date(2026, 2, date, 12).getTime()));
  expect(days.map((day) => day - (days[0] ?? 0))).toEqual([0, 1, 2]);
  const late = dayOf(new Date(2026, 9, 25, 23, 59).getTime()); // of a day of 25 hours
  expect(dateOf(late)).toBe('2026-10-25');
  expect(dateOf(late + 1)).toBe('2026-10-26');
});

test('weeks begin on Mondays, months on the first', () => {
  fc.assert(
    fc.property(fc.integer({ min: -50_000, max: 50_000 }), (day) => {
      expect(weekdayOf(mondayOf(day))).toBe(0);
      expect(day - mondayOf(day)).toBe(weekdayOf(day));
      const month = monthOf(day);
      expect(dateOf(firstDayOf(month))).toBe(`${dateOfMonth(month)}-01`);
      expect(dateOf(day).startsWith(dateOfMonth(month))).toBe(true);
    }),
  );
});
