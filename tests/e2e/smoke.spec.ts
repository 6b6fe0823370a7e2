import { expect, test } from '../helpers/extension';

test('the extension loads and its worker runs', async ({ worker, extensionId }) => {
  const manifest = await (await worker()).evaluate(() => chrome.runtime.getManifest());
  expect(manifest.name).toBe('Winnow');
  expect(extensionId).toMatch(/^[a-p]{32}$/);
});

test('the popup opens, and nothing is asked of the net', async ({ openPopup, pages }) => {
  const popup = await openPopup();
  await expect(popup).toHaveTitle('Winnow');
  expect(pages.unserved).toEqual([]);
});

test('a worker that the browser stopped comes back', async ({ worker, killWorker }) => {
  const before = await (await worker()).evaluate(() => performance.timeOrigin);
  await killWorker();
  const after = await (await worker()).evaluate(() => performance.timeOrigin);
  expect(after).toBeGreaterThan(before);
});

test('what is stored outlives the browser', async ({ worker, relaunch }) => {
  await (await worker()).evaluate(() => chrome.storage.local.set({ smoke: 1 }));
  await relaunch();
  const stored = await (await worker()).evaluate(() => chrome.storage.local.get('smoke'));
  expect(stored).toEqual({ smoke: 1 });
});
