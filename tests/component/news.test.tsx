import { render, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Navigation } from '@/components/library-page/navigation';
import { News } from '@/components/news/news';
import { newsUnread } from '@/lib/settings/settings';

beforeEach(() => fakeBrowser.reset());

test('after an update the entry has a dot, until what is new was looked at', async () => {
  await newsUnread.setValue(true);
  const { rerender } = render(<Navigation current="papers" onHelp={() => {}} />);
  await screen.findByRole('link', { name: /^What is new ?since the update$/ });
  rerender(
    <>
      <Navigation current="news" onHelp={() => {}} />
      <News />
    </>,
  );
  await screen.findByRole('link', { name: 'What is new', current: 'page' });
  expect(await newsUnread.getValue()).toBe(false);
});

test('an update that comes while it is open is not announced', async () => {
  render(<News />);
  await newsUnread.setValue(true);
  await waitFor(async () => expect(await newsUnread.getValue()).toBe(false));
});

test('shows the latest version whole', () => {
  render(<News />);
  expect(screen.getByRole('heading', { level: 1, name: 'What is new' })).toBeTruthy();
  expect(screen.getByRole('region', { name: 'This version' })).toBeTruthy();
  expect(screen.getByText(/^Star, tag and dismiss papers on arXiv lists/)).toBeTruthy();
});
