/** Demonstrates on the sample pages what Winnow does; run by `npm start` without a screen. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { ROOT } from './launch';
import { pickSample, type Sample } from './samples';
import { card, openPopup, pressedStar, star, stars, switchTab, tag } from './user-actions';

const PICTURES = path.join(ROOT, 'test-results', 'start');
const TIMEOUT_MS = 10_000;
const TAG = 'to discuss';

/** Polls until a condition holds. @throws if it does not in time, saying what did not happen. */
async function waitFor(what: string, holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + TIMEOUT_MS;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`${what}: not so within ${TIMEOUT_MS / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function showsCards(popup: Page, titles: readonly string[]): Promise<boolean> {
  if ((await popup.getByRole('article').count()) !== titles.length) return false;
  const counts = await Promise.all(titles.map((title) => card(popup, title).count()));
  return counts.every((count) => count === 1);
}

/** A paper on both pages, and another one on the first page; each occurs only once there. */
function choosePapers(list: Sample, daily: Sample) {
  const isAlone = ({ id }: { id: string }) => list.papers.filter((p) => p.id === id).length === 1;
  const once = list.papers.filter(isAlone);
  const both = once.find(({ id }) => daily.papers.some((paper) => paper.id === id));
  const other = once.find((paper) => paper !== both);
  const there = daily.papers.find(({ id }) => id === both?.id);
  if (!both || !other || !there) throw new Error('The sample pages have no paper in common.');
  return { both, other, there };
}

/** The longest word of a title, rare enough to narrow a page. */
function longestWord(title: string): string {
  const words = title.match(/\p{L}+/gu) ?? [];
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}

const takePicture = (page: Page, name: string) =>
  page.screenshot({ path: path.join(PICTURES, `${name}.png`) });

/** Takes a picture of the page that opens after the installation, and closes it. */
export async function showWelcome(page: Page): Promise<void> {
  await mkdir(PICTURES, { recursive: true });
  await page.getByRole('heading', { level: 1 }).waitFor({ timeout: TIMEOUT_MS });
  await takePicture(page, 'welcome');
  console.log('✓ after the installation a page says what Winnow does, and sets it up');
  await page.close();
}

/**
 * Goes through Winnow's features, printing what it did and taking screenshots.
 * @throws if something does not work, in plain words.
 */
export async function runWalkthrough(
  context: BrowserContext,
  extensionId: string,
  samples: ReadonlyMap<string, Sample>,
): Promise<void> {
  const list = pickSample(samples, 'arxiv-list');
  const daily = pickSample(samples, 'hf-daily');
  const { both, other, there } = choosePapers(list, daily);
  await mkdir(PICTURES, { recursive: true });
  context.setDefaultTimeout(TIMEOUT_MS);

  const arxiv = await context.newPage();
  await arxiv.goto(list.url);
  const count = list.papers.length;
  await waitFor(`arXiv sample: ${count} papers with a star each`, async () => {
    return (await stars(arxiv).count()) === count;
  });
  console.log(`✓ arXiv sample, ${list.url}: ${count} papers, ${count} stars`);

  await star(arxiv, both.title);
  await star(arxiv, other.title);
  await tag(arxiv, other.title, TAG);
  await takePicture(arxiv, 'listing');
  console.log(`✓ starred “${both.title}” and “${other.title}”, tagged the second “${TAG}”`);

  const huggingFace = await context.newPage();
  await huggingFace.goto(daily.url);
  await pressedStar(huggingFace, there.title).scrollIntoViewIfNeeded(); // also waits for it
  await takePicture(huggingFace, 'hugging-face');
  console.log(`✓ Hugging Face sample, ${daily.url}: “${there.title}” shows its star`);

  const popup = await openPopup(context, extensionId);
  const search = await switchTab(popup, 'Reading list');
  await waitFor('the reading list holds the two starred papers', () =>
    showsCards(popup, [both.title, other.title]),
  );
  await takePicture(popup, 'popup');
  await popup.emulateMedia({ colorScheme: 'dark' });
  await takePicture(popup, 'popup-dark');
  await search.fill(TAG);
  await waitFor(`searching for “${TAG}” leaves one paper`, () => showsCards(popup, [other.title]));
  await search.fill('');
  console.log(`✓ popup: the reading list holds both; searching for “${TAG}” leaves the second`);

  const word = longestWord(there.title);
  const before = await stars(huggingFace).count();
  const filter = await switchTab(popup, 'This page');
  await filter.fill(word);
  await waitFor(`filtering by “${word}” narrows the page`, async () => {
    const left = await stars(huggingFace).count();
    return left > 0 && left < before && (await pressedStar(huggingFace, there.title).isVisible());
  });
  const left = await stars(huggingFace).count();
  await takePicture(huggingFace, 'hugging-face-filtered');
  console.log(`✓ “This page”: filtering by “${word}” narrows the page from ${before} to ${left}`);
  console.log(`Pictures: ${path.relative(process.cwd(), PICTURES)}`);
}
