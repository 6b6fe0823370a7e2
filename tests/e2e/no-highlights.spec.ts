/** Browsers without CSS highlights: rules mark the edge of a row instead of single words. */
import { pickSample, readSamples } from '../../scripts/samples';
import { expect, test } from '../helpers/extension';
import { saveAsRule } from '../helpers/panel';

const GATE = 'https://arxiv.org/gate.js';

test('rows that the filter or a rule hits are marked at their edge', async ({
  context,
  pages,
  worker,
}) => {
  // No switch of the browser takes its highlights away. So they are deleted in the world where our
  // scripts run, before they start: until then a script in the page's head keeps the page loading.
  const { url, html } = pickSample(readSamples(), 'arxiv-list');
  pages.serve(url, html.replace('<head>', `<head><script src="${GATE}"></script>`));
  const page = await context.newPage();
  await page.route(GATE, async (route) => {
    await (await worker()).evaluate(async () => {
      const [tab] = await chrome.tabs.query({ url: 'https://arxiv.org/*' });
      await chrome.scripting.executeScript({
        target: { tabId: tab?.id ?? -1 },
        injectImmediately: true,
        func: () => Reflect.deleteProperty(globalThis, 'Highlight'),
      });
    });
    await route.fulfill({ body: '', contentType: 'text/javascript' });
  });
  await page.goto(url);

  const panel = page.getByRole('region', { name: 'Winnow' });
  const filter = panel.getByRole('searchbox', { name: 'Filter this page' });
  await filter.fill('attention');
  const shown = page.locator('#articles dd').locator('visible=true').first();
  const edge = () => shown.evaluate((row) => getComputedStyle(row, '::after').width);
  await expect.poll(edge).toBe('3px');
  await saveAsRule(page);
  await expect(page.getByText(/^Rule saved/)).toBeVisible();
  await filter.fill('');
  const hit = page.locator('#articles dd[data-winnow-hit~="1"]');
  await expect(hit.first()).toBeVisible();
  await expect(page.locator('#articles dd:not([data-winnow-hit])').first()).toBeVisible();
  expect(await page.evaluate(() => CSS.highlights.size), 'no word is marked').toBe(0);
});
