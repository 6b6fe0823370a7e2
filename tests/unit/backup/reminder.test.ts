// @vitest-environment node
import { expect, test } from 'vitest';
import { isReminderDue } from '@/lib/backup/reminder';

const DAY = 24 * 3_600_000;
const now = 100 * DAY;
const never = { papers: 20, since: now - 31 * DAY, downloaded: 0, putOff: 0, now };

test.each([
  ['a month of papers, never saved', {}, true],
  ['few papers', { papers: 19 }, false],
  ['no papers', { papers: 0, since: null }, false],
  ['new papers', { since: now - 29 * DAY }, false],
  ['saved last week', { downloaded: now - 7 * DAY }, false],
  ['saved long ago', { downloaded: now - 40 * DAY, since: 0 }, true],
  ['put off last week', { putOff: now - 7 * DAY }, false],
])('%s', (_, circumstances, isDue) => {
  expect(isReminderDue({ ...never, ...circumstances })).toBe(isDue);
});
