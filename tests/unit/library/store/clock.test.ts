// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextStamp, type Stamp, timeOf } from '@/lib/library/store/clock';

const NOW = Date.UTC(2026, 10, 20);

/** The stamps that a device gives while its wall clock shows these times. */
function stampsAt(times: readonly number[], last: Stamp | null = null): Stamp[] {
  const stamps: Stamp[] = [];
  for (const time of times) stamps.push(nextStamp(stamps.at(-1) ?? last, time, 'dev'));
  return stamps;
}

const anyTime = fc.oneof(
  fc.integer({ min: NOW - 5, max: NOW + 5 }),
  fc.integer({ min: -8.64e15, max: 8.64e15 }), // all that a Date can be
);

describe('nextStamp', () => {
  test('always gives a greater text, whatever the wall clock does', () => {
    fc.assert(
      fc.property(fc.array(anyTime, { minLength: 2, maxLength: 50 }), (times) => {
        const stamps = stampsAt(times);
        expect([...new Set(stamps)].sort()).toEqual(stamps);
      }),
    );
  });

  test('follows the wall clock while that goes forward', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: NOW }), fc.integer({ min: 1, max: NOW }), (a, b) => {
        const stamps = stampsAt([a, a + b]);
        expect(stamps.map(timeOf)).toEqual([a, a + b]);
      }),
    );
  });

  test('stands still while the wall clock is behind', () => {
    const year = 365 * 24 * 3_600_000;
    const stamps = stampsAt([NOW, NOW - year, NOW - 1, NOW + 1]);
    expect(stamps.map(timeOf)).toEqual([NOW, NOW, NOW, NOW + 1]);
  });

  test('goes on with the next millisecond when the counter is at its end', () => {
    const [first = ''] = stampsAt([NOW]);
    const last = first.replace('-0000-', '-zzzz-');
    const [next = ''] = stampsAt([NOW], last);
    expect(timeOf(next)).toBe(NOW + 1);
    expect(next > last).toBe(true);
  });

  test('goes on from the stamp of another device', () => {
    const theirs = nextStamp(null, NOW + 60_000, 'zzz');
    const [ours = ''] = stampsAt([NOW], theirs);
    expect(ours > theirs).toBe(true);
    expect(ours).toMatch(/-dev$/);
  });

  test('two devices never give the same stamp', () => {
    expect(nextStamp(null, NOW, 'one')).not.toBe(nextStamp(null, NOW, 'two'));
  });
});
