/**
 * `npm run screenshots`: takes the README's screenshots, using the built extension and sample
 * pages.
 */
import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { ensureBrowser } from './browser';
import { BUILT_EXTENSION, launch, NO_NETWORK, ROOT } from './launch';
import { buildExtension } from './run-tool';
import { FakeNetwork, pickSample, readSamples } from './samples';
import { dismiss, openPopup, star, switchTab, tag } from './user-actions';

const FOLDER = path.join(ROOT, 'docs', 'images');
const MAX_BYTES = 500_000; // bytes: a README should load quickly

const samples = readSamples();
const list = pickSample(samples, 'arxiv-list');
const daily = pickSample(samples, 'hf-daily');

async function takePicture(page: Page, name: string): Promise<void> {
  const file = path.join(FOLDER, `${name}.png`);
  await page.evaluate(() => document.fonts.ready);
  await page.mouse.move(0, 0); // so that no button looks hovered
  await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
  const { size } = statSync(file);
  console.log(`${path.relative(ROOT, file)}: ${Math.round(size / 1000)} kB`);
  if (size > MAX_BYTES) throw new Error(`${name}.png has more than ${MAX_BYTES / 1000} kB.`);
}

/** Scrolls a heading to the top of the window. */
async function scrollTo(page: Page, heading: RegExp): Promise<void> {
  await page.getByRole('heading', { name: heading }).evaluate((element) => {
    window.scrollTo(0, element.getBoundingClientRect().top + scrollY - 16);
  });
}

/** The title of the sample paper that begins with this. */
function title(beginning: string): string {
  const found = [...list.papers, ...daily.papers].find((p) => p.title.startsWith(beginning));
  if (!found) throw new Error(`No sample paper's title begins with “${beginning}”.`);
  return found.title;
}

await buildExtension();
mkdirSync(FOLDER, { recursive: true });
const { context, extensionId } = await launch({
  browser: ensureBrowser(),
  headless: true,
  extensionDir: BUILT_EXTENSION,
  args: [NO_NETWORK],
  context: { viewport: { width: 1040, height: 660 }, deviceScaleFactor: 2, colorScheme: 'light' },
  prepare: (context) => new FakeNetwork(samples).attach(context),
  onWelcome: (page) => page.close(),
});
try {
  const arxiv = await context.newPage();
  await arxiv.goto(list.url);
  await star(arxiv, title('Attention Is Not'));
  await tag(arxiv, title('Attention Is Not'), 'scheduling', 'read on the train');
  await dismiss(arxiv, title('$k$-Means'));
  await star(arxiv, title('Do Language Models Dream'));
  await star(arxiv, title('Whale Song'));
  await tag(arxiv, title('Whale Song'), 'tokenizers');
  await star(arxiv, title('Loss Landscapes'));
  await scrollTo(arxiv, /^New submissions/);
  await takePicture(arxiv, 'listing-light');

  const popup = await openPopup(context, extensionId);
  const filter = await switchTab(popup, 'This page');
  await filter.fill('language');
  await takePicture(popup, 'popup-page');
  await filter.fill('');
  await switchTab(popup, 'Reading list');
  await popup.emulateMedia({ colorScheme: 'dark' });
  await takePicture(popup, 'popup-list-dark');

  const huggingFace = await context.newPage();
  await huggingFace.setViewportSize({ width: 720, height: 540 }); // more thumbnails, larger file
  await huggingFace.emulateMedia({ colorScheme: 'dark' });
  await huggingFace.goto(daily.url);
  await huggingFace.evaluate(() => document.documentElement.classList.add('dark'));
  await star(huggingFace, title('TinyTitan'));
  await tag(huggingFace, title('TinyTitan'), 'small models');
  await scrollTo(huggingFace, /^Daily Papers/);
  await huggingFace.getByText(/^Tagged/).waitFor({ state: 'hidden' });
  await takePicture(huggingFace, 'huggingface-dark');
} finally {
  await context.close();
}
