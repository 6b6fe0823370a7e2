// @vitest-environment node
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BackupReason, backupsToKeep, dayOf, RETENTION } from '@/lib/backup/retention';

const DAY = 24 * 3_600_000;
const START = Date.UTC(2026, 0, 1);

const anyBackups = fc.uniqueArray(
  fc.record({
    at: fc.integer({ min: START, max: START + 120 * DAY }),
    reason: fc.constantFrom<BackupReason[]>('daily', 'daily', 'daily', 'asked', 'upgrade'),
  }),
  { maxLength: 60, selector: ({ at }) => at },
);

const most = RETENTION.days + RETENTION.weeks + RETENTION.asked + RETENTION.upgrade;

test('the newest is kept, and never more than so many', () => {
  fc.assert(
    fc.property(anyBackups, (backups) => {
      const stay = backupsToKeep(backups);
      expect(stay.length).toBeLessThanOrEqual(most);
      const newest = Math.max(...backups.map(({ at }) => at));
      if (backups.length > 0) expect(stay[0]?.at).toBe(newest);
      expect(backupsToKeep(stay)).toEqual(stay);
    }),
  );
});

test('what is let go of each day is the same as at the end', () => {
  fc.assert(
    fc.property(anyBackups, (backups) => {
      const inOrder = [...backups].sort((a, b) => a.at - b.at);
      let stay: typeof backups = [];
      for (const backup of inOrder) stay = backupsToKeep([...stay, backup]);
      expect(stay).toEqual(backupsToKeep(backups));
    }),
  );
});

test('of daily backups the last seven days stay, and one of each of the last four weeks', () => {
  const daily = Array.from({ length: 100 }, (_, n) => ({
    at: START + n * DAY,
    reason: 'daily' as const,
  }));
  const days = backupsToKeep(daily).map(({ at }) => 99 - dayOf(at) + dayOf(START));
  expect(days.slice(0, 7)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(days.length).toBeGreaterThanOrEqual(9);
  expect(Math.max(...days)).toBeGreaterThanOrEqual(14);
});

test('a backup that was asked for is not replaced by a later one of the same day', () => {
  const at = START + 3_600_000;
  const asked = { at, reason: 'asked' } as const;
  expect(backupsToKeep([asked, { at: at + 1, reason: 'daily' }])).toContain(asked);
});
