/** Does by itself, on the sample pages, what Winnow is for; `npm start` without a screen. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { ROOT } from './launch';
import { card, openPopup, pressedStar, star, stars, tag, turnTo } from './person';
import { pickSample, type Sample } from './samples';

const PICTURES = path.join(ROOT, 'test-results', 'start');
const PATIENCE = 10_000;
const TAG = 'to discuss';

/** Waits until something holds; says what did not when it never does. */
async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`${what}: not so within ${PATIENCE / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function showsCards(popup: Page, titles: readonly string[]): Promise<boolean> {
  if ((await popup.getByRole('article').count()) !== titles.length) return false;
  const counts = await Promise.all(titles.map((title) => card(popup, title).count()));
  return counts.every((count) => count === 1);
}

/** A paper that stands on both pages, and another one of the first page; each there just once. */
function choosePapers(list: Sample, daily: Sample) {
  const isAlone = ({ id }: { id: string }) => list.papers.filter((p) => p.id === id).length === 1;
  const once = list.papers.filter(isAlone);
  const both = once.find(({ id }) => daily.papers.some((paper) => paper.id === id));
  const other = once.find((paper) => paper !== both);
  const there = daily.papers.find(({ id }) => id === both?.id);
  if (!both || !other || !there) throw new Error('The sample pages have no paper in common.');
  return { both, other, there };
}

/** The longest word of a title: rare enough to narrow a page by. */
function longestWord(title: string): string {
  const words = title.match(/\p{L}+/gu) ?? [];
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}

/**
 * Goes through the whole of it and says so, line by line; leaves pictures.
 * @throws with what went wrong, in plain words.
 */
export async function walkThrough(
  context: BrowserContext,
  extensionId: string,
  samples: ReadonlyMap<string, Sample>,
): Promise<void> {
  const list = pickSample(samples, 'arxiv-list');
  const daily = pickSample(samples, 'hf-daily');
  const { both, other, there } = choosePapers(list, daily);
  await mkdir(PICTURES, { recursive: true });
  const takePicture = (page: Page, name: string) =>
    page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
  context.setDefaultTimeout(PATIENCE);

  const arxiv = await context.newPage();
  await arxiv.goto(list.url);
  const count = list.papers.length;
  await until(`arXiv sample: ${count} papers with a star each`, async () => {
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
  await pressedStar(huggingFace, there.title).scrollIntoViewIfNeeded(); // waits for it, too
  await takePicture(huggingFace, 'hugging-face');
  console.log(`✓ Hugging Face sample, ${daily.url}: “${there.title}” shows its star`);

  const popup = await openPopup(context, extensionId);
  const search = await turnTo(popup, 'Reading list');
  await until('the reading list holds the two starred papers', () =>
    showsCards(popup, [both.title, other.title]),
  );
  await takePicture(popup, 'popup');
  await popup.emulateMedia({ colorScheme: 'dark' });
  await takePicture(popup, 'popup-dark');
  await search.fill(TAG);
  await until(`searching for “${TAG}” leaves one paper`, () => showsCards(popup, [other.title]));
  await search.fill('');
  console.log(`✓ popup: the reading list holds both; searching for “${TAG}” leaves the second`);

  const word = longestWord(there.title);
  const before = await stars(huggingFace).count();
  const filter = await turnTo(popup, 'This page');
  await filter.fill(word);
  await until(`filtering by “${word}” narrows the page`, async () => {
    const left = await stars(huggingFace).count();
    return left > 0 && left < before && (await pressedStar(huggingFace, there.title).isVisible());
  });
  const left = await stars(huggingFace).count();
  await takePicture(huggingFace, 'hugging-face-filtered');
  console.log(`✓ “This page”: filtering by “${word}” narrows the page from ${before} to ${left}`);
  console.log(`Pictures: ${path.relative(process.cwd(), PICTURES)}`);
}
