import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Backups } from '@/components/backups/backups';
import { BackupReminder } from '@/components/backups/reminder';
import { openDatabase } from '@/lib/connections/open-database';
import { createCommands } from '@/lib/library/commands/commands';
import { backupFailure, backupReminder } from '@/lib/settings/settings';
import { failNextWrite } from '../helpers/library';
import { idOf, makePaper } from '../helpers/papers';

// jsdom's blobs have no streams.
vi.mock('@/lib/backup/pack', () => ({ pack: async () => Uint8Array.from([1, 2, 3]) }));

const DAY = 24 * 3_600_000;
const db = openDatabase();

/** Stars so many papers, so many days ago. */
async function starPapers(count: number, daysAgo: number): Promise<void> {
  const commands = createCommands(db, () => Date.now() - daysAgo * DAY);
  const papers = Array.from({ length: count }, (_, n) => makePaper({ id: idOf(n) }));
  const entries = papers.map((paper) => ({ id: paper.id, paper }));
  const change = { kind: 'star', value: true };
  const answer = await commands.run({ op: crypto.randomUUID(), change, papers: entries });
  expect(answer.ok).toBe(true);
}

beforeEach(() => fakeBrowser.reset());

afterEach(async () => {
  cleanup();
  await Promise.all(db.tables.map((table) => table.clear()));
});

const reminder = () => screen.queryByRole('complementary', { name: 'Download a backup' });

test('the reminder comes after a month with many papers, and is put off or turned off', async () => {
  await starPapers(20, 31);
  const user = userEvent.setup();
  const { unmount } = render(<BackupReminder />);
  await waitFor(() => expect(reminder()).not.toBeNull());
  await user.click(screen.getByRole('button', { name: 'Not now' }));
  expect(reminder()).toBeNull();
  unmount();

  fakeBrowser.reset();
  render(<BackupReminder />);
  await waitFor(() => expect(reminder()).not.toBeNull());
  await backupReminder.setValue(false);
  await waitFor(() => expect(reminder()).toBeNull());
});

test('a full disk is told in plain words, and no more once a backup is made', async () => {
  await starPapers(2, 0);
  await backupFailure.setValue('The disk is full.');
  const user = userEvent.setup();
  render(<Backups />);
  expect((await screen.findByRole('alert')).textContent).toContain('The disk is full.');
  failNextWrite('files', 'fails', 'QuotaExceededError');
  const button = screen.getByRole('button', { name: 'Back up now' });
  await user.click(button);
  await waitFor(() =>
    expect(screen.getByRole('alert').textContent).toContain('Free some space and try again.'),
  );
  expect(screen.getByText('No backups yet')).toBeTruthy();
  await user.click(button);
  await waitFor(() => expect(screen.getByText(/2 papers · .* · made by you/)).toBeTruthy());
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  expect(screen.getByRole('status').textContent).toContain('Backed up on');
});
