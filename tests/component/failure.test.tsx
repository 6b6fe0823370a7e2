import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { LostLibrary } from '@/components/failure/lost-library';
import { LostLine } from '@/components/failure/lost-line';
import { PageFailure } from '@/components/failure/page-failure';
import { libraryLost } from '@/lib/settings/settings';

beforeEach(() => fakeBrowser.reset());

test('a lost library of which no backup is left: one from a file, or going on without', async () => {
  await libraryLost.setValue(Date.UTC(2026, 10, 20, 12));
  render(
    <>
      <LostLine />
      <LostLibrary />
    </>,
  );
  const link = await screen.findByRole('link', { name: 'Bring back a backup from a file' });
  expect(link.getAttribute('href')).toBe('#/import');
  expect(screen.getAllByRole('alert')).toHaveLength(2);
  await userEvent.click(screen.getByRole('button', { name: 'Go on without it' }));
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  expect(await libraryLost.getValue()).toBe(0);
});

/** Fails as Dexie does: its errors wrap those of the browser. */
function Broken(): never {
  throw Object.assign(new Error('OpenFailedError'), { inner: new Error('the disk is full') });
}

test('a page that fails says why, in the words of what went wrong first', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {}); // React tells of it
  render(
    <PageFailure>
      <Broken />
    </PageFailure>,
  );
  expect(screen.getByRole('alert').textContent).toContain('The reason: the disk is full.');
  expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
});
