import { expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { siteName } from '@/lib/page/site-name';
import { SITES } from '@/lib/sites';
import { messageOf } from '../../helpers/locale';

test.each(SITES)('$id is called by its name', (site) => {
  expect(siteName(site)).toBe(site.name);
});

test('every kind of page has a name in every language', async () => {
  vi.resetModules();
  const { siteName: nameOf } = await import('@/lib/page/site-name');
  browser.i18n.getMessage = (key: string, values?: string | string[]) =>
    messageOf('de', key, values ?? []);
  const foreign = SITES.filter((site) => nameOf(site) !== site.name);
  expect(foreign).toHaveLength(SITES.length);
});
