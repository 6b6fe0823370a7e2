/** The reader's place: the row being read stays where it is, whatever is filtered, folded or shown. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../helpers/extension';
import { ID, TITLE } from '../helpers/made-pages';
import { chooseForAll, filterBox, panelOf, show } from '../helpers/panel';

declare global {
  interface Window {
    scrollEnded: Promise<void>;
  }
}

const LIST = 'https://arxiv.org/list/cs.LG/new';
const ROWS = 120;
/** The words of a row, by its number: every second, every fifth, … */
const WORDS = [
  ['even', 2],
  ['fifth', 5],
  ['rare', 41],
] as const;

/** A list whose entries are of many heights, in the geometry of arXiv's own. */
function listOf(css = ''): string {
  const entries = Array.from({ length: ROWS }, (_, index) => {
    const n = index + 1;
    const words = WORDS.flatMap(([word, step]) => (n % step === 0 ? [word] : [])).join(' ');
    return `<dt><a name='item${n}'>[${n}]</a>
      <a href ="/abs/${ID(n)}" title="Abstract" id="${ID(n)}">arXiv:${ID(n)}</a></dt>
      <dd><div class='meta'><div class='list-title mathjax'><span class='descriptor'>Title:</span>
      ${TITLE(n)} ${words}</div><div class='list-authors'><a href="/a">A. Author</a></div>
      <p class='mathjax'>${'What the paper says at length. '.repeat(3 + ((n * 7) % 40))}</p></div></dd>`;
  });
  return `<!doctype html><html lang="en"><title>list</title><style>
    body { margin: 0; font: 13px/1.3 sans-serif } h1 { margin: 17px 0 }
    dl { margin: 13px 0 } dl > h3 { margin: 15px 0 } dt { margin: 0 } dd { margin: 0 0 0 40px; padding-bottom: 13px }
    ${css}</style><body><div id="dlpage"><h1>Machine Learning</h1><ul><li>A list</ul>
    <dl id='articles'><h3>New submissions (showing ${ROWS} of ${ROWS} entries)</h3>
    ${entries.join('\n')}</dl></div><footer>About</footer></body></html>`;
}

/** The top of the nth row of a page, from 1; `null` while it is hidden. */
const topOf = (page: Page, n: number) =>
  page.evaluate((index) => {
    const row = document.querySelectorAll('winnow-row')[index]?.closest('dd, li, article');
    const box = row?.getBoundingClientRect();
    return box && box.height > 0 ? box.top : null;
  }, n - 1);

/** The number of the row at the reading line, a third down the window. */
const readRow = (page: Page) =>
  page.evaluate(() => {
    const hosts = [...document.querySelectorAll('winnow-row')];
    const tops = hosts.map(
      (host) => host.closest('dd, li, article')?.getBoundingClientRect().top ?? 0,
    );
    return tops.findLastIndex((top) => top <= window.innerHeight / 3) + 1;
  });

/** Scrolls as a person does, by the wheel, and waits until that has ended. */
async function scrollBy(page: Page, by: number): Promise<void> {
  await page.mouse.move(300, 300);
  await page.evaluate(() => {
    window.scrollEnded = new Promise((done) => {
      document.addEventListener('scrollend', () => done(), { once: true });
    });
  });
  await page.mouse.wheel(0, by);
  await page.evaluate(() => window.scrollEnded);
}

async function expectAt(page: Page, row: number, y: number | null, what: string): Promise<void> {
  const distance = async () => Math.abs(((await topOf(page, row)) ?? Number.NaN) - (y ?? 0));
  await expect.poll(distance, { message: `${what}: pixels off` }).toBeLessThan(1);
}

/** Types letter by letter, and looks after each what is where. */
async function typeFilter(page: Page, text: string, look: () => Promise<void>): Promise<void> {
  await filterBox(page).focus();
  for (const letter of text) {
    await page.keyboard.type(letter);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
    await look();
  }
}

async function open(page: Page): Promise<void> {
  await page.goto(LIST);
  await expect(page.locator('winnow-row')).toHaveCount(ROWS);
  await expect(filterBox(page)).toBeVisible();
}

for (const [name, css] of [
  ['plain', ''],
  ['smooth scrolling', 'html { scroll-behavior: smooth }'],
  ['no scroll anchoring', 'html { overflow-anchor: none }'],
] as const) {
  test(`the row being read stays while a filter is typed and cleared: ${name}`, async ({
    context,
    pages,
  }) => {
    pages.serve(LIST, listOf(css));
    const page = await context.newPage();
    await open(page);
    for (const far of [4_000, 9_000, -6_500, 1_200]) {
      await scrollBy(page, far);
      const row = await readRow(page);
      const places = await Promise.all([row - 1, row, row + 1].map((n) => topOf(page, n)));
      const y = places[1] as number;
      for (const [word, step] of WORDS) {
        await typeFilter(page, word, async () => {
          if ((await topOf(page, row)) !== null) await expectAt(page, row, y, `typing ${word}`);
        });
        const nearest = nearestMultiple(row, step);
        await expectAt(page, nearest, y, `${word} in its place`);
        await filterBox(page).fill('');
        for (const [index, place] of places.entries()) {
          await expectAt(page, row - 1 + index, place ?? 0, `cleared of ${word}`);
        }
      }
    }
  });
}

/** The number of the row nearest to `row` that holds a word of every `step`th; of two the later. */
function nearestMultiple(row: number, step: number): number {
  for (let distance = 0; ; distance += 1) {
    for (const n of [row + distance, row - distance]) {
      if (n % step === 0 && n >= step && n <= ROWS) return n;
    }
  }
}

test('the current row stays, also at the top and at the end of the page', async ({
  context,
  pages,
}) => {
  pages.serve(LIST, listOf());
  const page = await context.newPage();
  await open(page);
  const current = page.locator('dt[data-winnow-current]');
  const number = async () =>
    Number(((await current.locator('a').first().textContent()) ?? '').slice(1, -1));

  await page.keyboard.press('j');
  await page.keyboard.press('j');
  for (const where of ['top', 'end']) {
    if (where === 'end') {
      await scrollBy(page, 100_000);
      await page.evaluate(() => {
        const hosts = [...document.querySelectorAll('winnow-row')];
        const host = hosts.at(-1) as HTMLElement;
        host.querySelector('button')?.focus({ preventScroll: true });
      });
    }
    await expect(current).toHaveCount(1);
    const row = await number();
    const y = await topOf(page, row);
    const scrolled = await page.evaluate(() => window.scrollY);
    await typeFilter(page, `"number ${row} of"`, async () => {
      if ((await topOf(page, row)) !== null) await expectAt(page, row, y, `at the ${where}`);
    });
    await expectAt(page, row, y, `at the ${where}, alone`);
    await filterBox(page).fill('');
    await expectAt(page, row, y, `at the ${where}, cleared`);
    expect(await page.evaluate(() => window.scrollY)).toBe(scrolled);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  }
});

test('rows that are dismissed and shown again, and a page that grows, do not move it', async ({
  context,
  pages,
}) => {
  pages.serve(LIST, listOf());
  const page = await context.newPage();
  await open(page);
  await scrollBy(page, 5_000);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  const row = await page.evaluate(() => {
    const terms = [...document.querySelectorAll('dt')];
    return terms.findIndex((term) => term.hasAttribute('data-winnow-current')) + 1;
  });
  await page.waitForTimeout(500);
  const y = await topOf(page, row);
  const press = (n: number, action: string) =>
    page.evaluate(
      ([index, name]) => {
        const host = document.querySelectorAll('winnow-row')[index];
        host?.querySelector<HTMLElement>(`[data-action=${name}]`)?.click();
      },
      [n - 1, action] as const,
    );
  for (const n of [1, 2, row - 1, row - 2, row + 1, ROWS]) {
    await press(n, 'dismiss');
    await expectAt(page, row, y, `dismissed ${n}`);
  }
  await show(page, /^Dismissed/, false);
  await expectAt(page, row, y, 'hidden');
  await show(page, /^Dismissed/, true);
  await expectAt(page, row, y, 'shown again');
  await page.waitForTimeout(600);
  for (const n of [1, row - 3, row - 4, row]) {
    await page.evaluate((index) => {
      document.querySelectorAll('dd')[index]?.append(document.createElement('hr'));
    }, n - 1);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
    await expectAt(page, row, y, `row ${n} grew`);
  }
});

test('a filter that nothing matches says so where the rows would be, and can be cleared there', async ({
  context,
  pages,
}) => {
  pages.serve(LIST, listOf());
  const page = await context.newPage();
  await open(page);
  const notice = page.getByText('No paper on this page matches the filter.');
  await expect(notice).toHaveCount(0);
  await scrollBy(page, 6_000);
  const row = await readRow(page);
  const y = await topOf(page, row);
  await filterBox(page).fill('zymurgy');
  await expect(notice).toBeInViewport({ ratio: 1 });
  expect(await topOf(page, row)).toBeNull();
  await page.getByRole('button', { name: 'Clear the filter' }).click();
  await expect(notice).toBeHidden();
  await expectAt(page, row, y, 'cleared');
  await expect(filterBox(page)).toHaveValue('');
});

test('a page all of whose rows are hidden says why, and shows them', async ({ context, pages }) => {
  pages.serve(LIST, listOf());
  const page = await context.newPage();
  await open(page);
  await filterBox(page).fill('rare');
  await chooseForAll(page, /^Dismiss/);
  await show(page, /^Dismissed/, false);
  await expect(page.getByText('No papers are shown: 2 dismissed.')).toBeInViewport();
  await page.getByRole('button', { name: 'Show them' }).click();
  await expect(page.locator('dt').locator('visible=true')).toHaveCount(2);
});

test('a half-typed pattern changes nothing until it is whole', async ({ context, pages }) => {
  pages.serve(LIST, listOf());
  const page = await context.newPage();
  await open(page);
  const shown = () => page.locator('#articles dt').locator('visible=true').count();
  await filterBox(page).fill('even');
  await expect.poll(shown).toBe(ROWS / 2);
  await filterBox(page).focus();
  await page.keyboard.press('End');
  for (const letter of ' /[05] o[f]') {
    await page.keyboard.type(letter);
    expect(await shown()).toBe(ROWS / 2);
  }
  await expect(panelOf(page)).toContainText('has no closing "/" yet');
  await page.keyboard.type('/');
  await expect.poll(shown).toBe(ROWS / 10);
  await filterBox(page).fill('even /[/');
  await expect(panelOf(page)).toContainText('/[/ is not searched for');
  expect(await shown()).toBe(ROWS / 10);
});

const CORPUS = path.join(process.env.WINNOW_CORPUS ?? path.join('..', 'shared'), 'pages');

test('corpus: the row being read stays on pages in the sites’ own geometry', async ({
  context,
  pages,
}) => {
  test.skip(!existsSync(CORPUS), `there is no ${CORPUS}`);
  test.setTimeout(120_000);
  const names = [
    'arxiv-list-new',
    'arxiv-list-pastweek',
    'arxiv-search',
    'hf-daily',
    'hf-trending',
  ];
  const entries: { name: string; url: string }[] = JSON.parse(
    readFileSync(path.join(CORPUS, 'index.json'), 'utf8'),
  );
  const page = await context.newPage();
  for (const { name, url } of entries.filter((entry) => names.includes(entry.name))) {
    await test.step(name, async () => {
      pages.serve(url, readFileSync(path.join(CORPUS, `${name}.html`), 'utf8'));
      await page.goto(url);
      await expect(filterBox(page)).toBeVisible();
      await scrollBy(page, 2_500);
      const row = await readRow(page);
      const y = await topOf(page, row);
      const text = await page.evaluate(
        (index) =>
          document
            .querySelectorAll('winnow-row')
            [index]?.querySelector('button')
            ?.getAttribute('aria-label') ?? '',
        row - 1,
      );
      const word = text.match(/[a-z]{5,}/g)?.at(-1) ?? 'model';
      await typeFilter(page, word, async () => {
        if ((await topOf(page, row)) !== null) await expectAt(page, row, y, `${name}: ${word}`);
      });
      await filterBox(page).fill('');
      await expectAt(page, row, y, `${name}, cleared`);
    });
  }
});
