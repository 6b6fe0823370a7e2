import { render, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Navigation } from '@/components/library-page/navigation';
import { Releases } from '@/components/releases/releases';
import { releaseUnread } from '@/lib/settings/settings';

beforeEach(() => fakeBrowser.reset());

test('after an update the entry has a dot, until what is new was looked at', async () => {
  await releaseUnread.setValue(true);
  const { rerender } = render(<Navigation current="papers" onHelp={() => {}} />);
  await screen.findByRole('link', { name: /^What is new ?since the update$/ });
  rerender(
    <>
      <Navigation current="releases" onHelp={() => {}} />
      <Releases />
    </>,
  );
  await screen.findByRole('link', { name: 'What is new', current: 'page' });
  expect(await releaseUnread.getValue()).toBe(false);
});

test('an update that comes while it is open is not announced', async () => {
  render(<Releases />);
  await releaseUnread.setValue(true);
  await waitFor(async () => expect(await releaseUnread.getValue()).toBe(false));
});

test('shows the latest version whole', () => {
  render(<Releases />);
  expect(screen.getByRole('heading', { level: 1, name: 'What is new' })).toBeTruthy();
  expect(screen.getByRole('region', { name: 'This version' })).toBeTruthy();
  expect(screen.getByText(/^Star, tag and dismiss papers on arXiv lists/)).toBeTruthy();
});
