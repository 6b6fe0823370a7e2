/** What the popup that the browser opens says of every kind of page: never "reload" where that is no help. */
import type { BrowserContext, Page } from '@playwright/test';
import { BUILT_EXTENSION } from '../../scripts/launch';
import { type ActionPopup, openActionPopup } from '../helpers/action-popup';
import { expect, test } from '../helpers/extension';
import type { Inside } from '../helpers/session';

const RELOAD = 'Reload this page';

/** Papers as arXiv's home page and Hugging Face's lists of models link to none. */
const NO_PAPERS =
  '<!doctype html><title>No listing</title><h1>Welcome</h1><a href="/about">About</a>';

async function open(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url).catch(() => undefined); // one of them cannot be loaded
  await page.bringToFront();
  return page;
}

/** Waits until it says this; whatever it says until then, it asks for no reload. */
async function expectToSay(popup: ActionPopup, wanted: string): Promise<void> {
  const said: string[] = [];
  await expect
    .poll(async () => {
      said.push(await popup.text());
      return said.at(-1);
    })
    .toContain(wanted);
  expect(said.filter((text) => text.includes(RELOAD))).toEqual([]);
}

const NO_LISTINGS = [
  'https://arxiv.org/',
  'https://arxiv.org/search/',
  'https://arxiv.org/login',
  'https://huggingface.co/models',
  'https://huggingface.co/login?next=%2Fpapers',
];

test('pages of the two sites that list nothing are said to have no papers', async ({
  context,
  pages,
  worker,
}) => {
  for (const url of NO_LISTINGS) {
    pages.serve(url, NO_PAPERS);
    const page = await open(context, url);
    const popup = await openActionPopup(context, await worker());
    await expectToSay(popup, 'No papers on this page');
    await popup.close();
    await page.close();
  }
});

test('so is Winnow’s own page; the browser’s and one that did not load cannot be read', async ({
  context,
  extensionId,
  pages,
  worker,
}) => {
  const cases = [
    [`chrome-extension://${extensionId}/library.html`, 'No papers on this page'],
    ['chrome://version', 'Winnow cannot read this page'],
    ['https://arxiv.org/list/cs.LG/recent?skip=never', 'Winnow cannot read this page'],
    ['https://huggingface.co/papers?p=never', 'Winnow cannot read this page'],
  ] as const;
  for (const [url, said] of cases) {
    const page = await open(context, url);
    const popup = await openActionPopup(context, await worker());
    await expectToSay(popup, said);
    await popup.close();
    await page.close();
  }
  expect(new Set(pages.unserved).size).toBe(2); // the browser tries again by itself
});

test('a page about a paper has that paper: a PDF, one in HTML, one that is not there', async ({
  context,
  listing,
  pages,
  worker,
}) => {
  pages.serve('https://arxiv.org/pdf/2611.00005', '%PDF-1.4', 'text/plain');
  pages.serve('https://arxiv.org/abs/2611.99999', '<!doctype html><h1>Not found</h1>');
  const cases = [
    [() => open(context, 'https://arxiv.org/pdf/2611.00005'), 'The paper in this tab'],
    [() => listing('arxiv-html'), '1 paper on this'],
    [() => listing('arxiv-abs'), '1 paper on this'],
    [() => listing('hf-paper'), '1 paper on this'],
    [() => open(context, 'https://arxiv.org/abs/2611.99999'), 'No papers on this'],
  ] as const;
  for (const [show, said] of cases) {
    const page = await show();
    await page.bringToFront();
    const popup = await openActionPopup(context, await worker());
    await expectToSay(popup, said);
    await popup.close();
    await page.close();
  }
});

test('a listing that is still loading is waited for', async ({ context, pages, worker }) => {
  const url = 'https://arxiv.org/list/cs.LG/recent?skip=slow';
  const script = 'https://arxiv.org/slow.js';
  pages.serve(url, `<!doctype html><title>Slow</title><script src="${script}"></script>${ENTRY}`);
  const page = await context.newPage();
  let arrive: () => void = () => undefined;
  const arriving = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route(script, async (route) => {
    await arriving;
    await route.fulfill({ body: '', contentType: 'text/javascript' });
  });
  await page.goto(url, { waitUntil: 'commit' });
  await page.bringToFront();
  const popup = await openActionPopup(context, await worker());
  await expectToSay(popup, 'Reading this page');
  arrive();
  await expectToSay(popup, '1 paper on this arXiv list');
});

const ENTRY = `<dl id="articles"><dt><a href="/abs/2611.00007" title="Abstract">arXiv:2611.00007</a></dt>
  <dd><div class="list-title">Slow Lamps</div></dd></dl>`;

/** Installs the extension anew, as it is: what is open no longer has a script of its own. */
async function reinstall(context: BrowserContext): Promise<Inside> {
  const control = await context.browser()?.newBrowserCDPSession();
  const installed = context.waitForEvent('serviceworker');
  await control?.send('Extensions.loadUnpacked', { path: BUILT_EXTENSION });
  await control?.detach();
  return installed;
}

test('a listing that was open before the installation is reloaded on the press of a button', async ({
  context,
  listing,
}) => {
  const page = await listing('arxiv-list');
  await expect(page.getByRole('region', { name: 'Winnow' })).toBeVisible();
  const worker = await reinstall(context);
  await page.bringToFront();
  const popup = await openActionPopup(context, worker);
  await expect.poll(popup.text).toContain(RELOAD);
  await popup.press('Reload');
  await expect.poll(popup.text).toContain('15 papers on this arXiv list');
});
