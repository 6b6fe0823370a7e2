import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { SiteAccess } from '@/components/popup/site-access';
import { fakePermissions } from '../helpers/permissions';

const SITE = 'https://*.arxiv.org/*';

beforeEach(() => {
  const manifest = { manifest_version: 3 as const, name: 'Winnow', version: '1' };
  vi.spyOn(browser.runtime, 'getManifest').mockReturnValue({
    ...manifest,
    host_permissions: [SITE],
  });
});

test('a browser that withholds the sites is asked for them, and then nothing is said', async () => {
  const granted = fakePermissions();
  const { container } = render(<SiteAccess />);
  await userEvent.click(await screen.findByRole('button', { name: 'Allow' }));
  expect([...granted]).toEqual([SITE]);
  await vi.waitFor(() => expect(container.textContent).toBe(''));
});

test('nothing is said where Winnow may run', async () => {
  fakePermissions().add(SITE);
  const asked = vi.spyOn(browser.permissions, 'contains');
  const { container } = render(<SiteAccess />);
  await act(async () => asked.mock.results[0]?.value);
  expect(container.textContent).toBe('');
});
