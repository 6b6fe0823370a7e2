// @vitest-environment node
import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepBackups } from '@/lib/background/backups';
import { backupFailure } from '@/lib/settings/settings';

beforeEach(() => fakeBrowser.reset());

const ring = async () => {
  const [alarm] = await browser.alarms.getAll();
  if (!alarm) throw new Error('No alarm was set.');
  await fakeBrowser.alarms.onAlarm.trigger(alarm);
};

test('looks now and then whether a backup is due', async () => {
  const makeDaily = vi.fn(async () => null);
  keepBackups({ makeDaily });
  await vi.waitFor(ring);
  await vi.waitFor(() => expect(makeDaily).toHaveBeenCalled());
});

test('a failure is kept in plain words, until a backup is made', async () => {
  const makeDaily = vi.fn();
  const full = Object.assign(new Error('full'), { name: 'QuotaExceededError' });
  makeDaily.mockRejectedValueOnce(full).mockResolvedValueOnce({});
  keepBackups({ makeDaily });
  await vi.waitFor(ring);
  await vi.waitFor(async () => expect(await backupFailure.getValue()).toContain('full'));
  await vi.waitFor(async () => {
    await ring();
    expect(await backupFailure.getValue()).toBe('');
  });
});
