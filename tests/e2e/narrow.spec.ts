import type { Page } from '@playwright/test';
import { pickSample, readSamples } from '../../scripts/samples';
import { makeListing, TERMS } from '../bench/listing';
import { dismiss, expectStarred, star } from '../helpers/controls';
import { expect, test } from '../helpers/extension';
import { markedTexts as marked } from '../helpers/marks';
import {
  chooseForAll,
  filterBox,
  inPart,
  panelOf,
  saveAsRule,
  show,
  statusOf,
} from '../helpers/panel';

const shownRows = (page: Page) => page.locator('#articles dd').locator('visible=true');

test('the filter language narrows the page, and -q shows just the rest', async ({ listing }) => {
  const page = await listing('arxiv-list');
  await expect(statusOf(page)).toHaveText(/^\d+ papers$/);
  const papers = Number.parseInt((await statusOf(page).textContent()) ?? '', 10);
  const countFor = async (filter: string) => {
    await filterBox(page).fill(filter);
    await expect(statusOf(page)).toHaveText(new RegExp(`^\\d+ of ${papers} match$`));
    return Number.parseInt((await statusOf(page).textContent()) ?? '', 10);
  };
  for (const filter of ['model', '"language models"', 'cat:cs.CL', 'title:attention', 'attent*']) {
    const matching = await countFor(filter);
    expect(matching, filter).toBeGreaterThan(0);
    expect(await countFor(`-${filter}`), filter).toBe(papers - matching);
  }
  await filterBox(page).fill('is:nonsense');
  await expect(panelOf(page)).toContainText('as a word');
  await filterBox(page).fill('');
  await expect(statusOf(page)).toHaveText(`${papers} papers`);
});

test('a regular expression runs, and a cruel one does not stall the page @firefox', async ({
  listing,
}) => {
  const page = await listing('arxiv-list');
  await filterBox(page).fill('/transformers? that/');
  await expect(statusOf(page)).toHaveText(/^[1-9]\d* of \d+ match$/);
  await filterBox(page).fill('/(a+)+$/');
  await expect(statusOf(page)).toHaveText(/match$/);
  await filterBox(page).fill('/(?=x)/');
  await expect(panelOf(page).getByText(/is not searched for/)).toBeVisible();
});

test('what the filter hides can stay, marked only', async ({ listing }) => {
  const page = await listing('arxiv-list');
  const all = await shownRows(page).count();
  await filterBox(page).fill('attention');
  await expect.poll(() => shownRows(page).count()).toBeLessThan(all);
  await panelOf(page).getByRole('checkbox', { name: 'Hide the rest' }).uncheck();
  await expect(shownRows(page)).toHaveCount(all);
  expect(await marked(page, 'winnow-filter')).toContain('attention');
  await panelOf(page).getByRole('button', { name: 'Show all' }).click();
  await expect.poll(() => marked(page, 'winnow-filter')).toEqual([]);
});

test('all that match are starred as one, and tagged', async ({ listing }) => {
  const page = await listing('arxiv-list');
  await filterBox(page).fill('attention');
  await chooseForAll(page, 'Star');
  const stars = page.getByRole('button', { name: /^Star: / }).locator('visible=true');
  for (const button of await stars.all()) await expectStarred(button);
  await chooseForAll(page, 'Tag…');
  await expect(panelOf(page).getByRole('combobox', { name: /^Tag for all/ })).toBeFocused();
  await page.keyboard.type('heads');
  await page.keyboard.press('Enter');
  await filterBox(page).fill('tag:heads');
  await expect(statusOf(page)).toHaveText(/^[1-9]\d* of/);
  await filterBox(page).fill('is:starred -tag:heads');
  await expect(statusOf(page)).toHaveText(/^0 of/);
});

test('rules highlight and mute, follow changes, and can be shown again @firefox', async ({
  listing,
  openPage,
}) => {
  const page = await listing('arxiv-list');
  await filterBox(page).fill('attention');
  await saveAsRule(page);
  await expect(page.getByText('Rule saved: attention')).toBeVisible();
  await filterBox(page).fill('');
  await expect.poll(() => marked(page, 'winnow-rule-1')).toContain('attention');

  const library = await openPage('library.html#/rules');
  const rule = await library.evaluate(async () => {
    const { answer } = await chrome.runtime.sendMessage({ winnow: 'rules' });
    return answer[0];
  });
  await library.evaluate(
    (rules) =>
      chrome.runtime.sendMessage({
        winnow: 'editRules',
        payload: { op: crypto.randomUUID(), edit: { kind: 'replace', rules } },
      }),
    [rule, { ...rule, id: crypto.randomUUID(), terms: ['language model*'], action: 'mute' }],
  );
  await page.bringToFront();
  const muted = page.getByText(/^Muted by language model/);
  await expect(muted.first()).toBeVisible();
  await expect(panelOf(page).getByRole('button', { name: /^Show · \d+ hidden/ })).toBeVisible();
  await show(page, /^Muted by language model/, true);
  await expect(muted).toHaveCount(0);

  await page.evaluate(() => {
    const text = document.querySelector('#articles dd .list-title')?.lastChild as Text;
    text.data = `${text.data.trimEnd()} and more Attentión`;
  });
  await expect.poll(() => marked(page, 'winnow-rule-1')).toContain('attentión');
  await panelOf(page).getByRole('button', { name: 'Next match' }).click();
  await expect(page.locator('#articles dd').first()).toBeInViewport();
});

test('a long list is marked wherever it is scrolled to, and counted as a whole', async ({
  context,
  pages,
}) => {
  const url = 'https://arxiv.org/list/cs.LG/recent?skip=0&show=500';
  const term = TERMS[0] as string;
  const { html, planted } = makeListing(500);
  pages.serve(url, html);
  const page = await context.newPage();
  await page.goto(url);
  await filterBox(page).fill(term);
  await saveAsRule(page);
  await expect(page.getByText(/^Rule saved/)).toBeVisible();
  await filterBox(page).fill('');

  const holding = await page.locator('#articles dd').filter({ hasText: term }).count();
  await inPart(page, 'Rules', async (rules) => {
    const list = rules.getByRole('list', { name: 'Rules on this page' });
    await expect(list.getByText(String(holding), { exact: true })).toBeVisible();
  });
  await expect.poll(() => marked(page, 'winnow-filter')).toEqual([]);
  expect((await marked(page, 'winnow-rule-1')).length).toBeLessThan((planted[0] ?? 0) / 2);

  /** How many places in view hold the term, and how many of those are marked. */
  const inView = () =>
    page.evaluate((word) => {
      const isSeen = (range: Range) => {
        const { top, bottom } = range.getBoundingClientRect();
        return bottom > 0 && top < window.innerHeight;
      };
      const rangeOf = (node: Node, start: number, end: number) => {
        const range = document.createRange();
        range.setStart(node, start);
        range.setEnd(node, end);
        return range;
      };
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      let there = 0;
      while (walker.nextNode()) {
        const { data } = walker.currentNode as Text;
        for (let at = data.indexOf(word); at >= 0; at = data.indexOf(word, at + 1)) {
          if (isSeen(rangeOf(walker.currentNode, at, at + word.length))) there += 1;
        }
      }
      const ranges = [...(CSS.highlights.get('winnow-rule-1') ?? [])];
      const marks = ranges.filter(({ startContainer, startOffset, endOffset }) =>
        isSeen(rangeOf(startContainer, startOffset, endOffset)),
      );
      return { there, marks: marks.length };
    }, term);
  for (const entry of [holding - 1, 0, holding - 1]) {
    const row = page.locator('#articles dd').filter({ hasText: term }).nth(entry);
    await row.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await expect
      .poll(
        async () => {
          const { there, marks } = await inView();
          return there > 0 && marks === there;
        },
        { message: `marks of match ${entry}` },
      )
      .toBe(true);
  }
});

test('dismissed, cross-listed and replaced rows can be hidden, and it says so', async ({
  listing,
}) => {
  const page = await listing('arxiv-list');
  const all = await shownRows(page).count();
  await show(page, /^Cross-lists/, false);
  await expect.poll(() => shownRows(page).count()).toBeLessThan(all);
  const hiding = panelOf(page).getByRole('button', { name: /^Show · \d+ hidden/ });
  await expect(hiding).toHaveAttribute('title', /^\d+ cross-listed$/);
  await show(page, /^Cross-lists/, true);
  await expect(hiding).toHaveCount(0);
  await expect(shownRows(page)).toHaveCount(all);

  const name = await page
    .getByRole('button', { name: /^Dismiss: / })
    .first()
    .getAttribute('aria-label');
  const title = name?.replace('Dismiss: ', '') ?? '';
  await dismiss(page, title).first().click();
  await expect(panelOf(page)).toContainText(/^1 of \d+ decided/);
  await show(page, /^Dismissed 1$/, false);
  await expect(star(page, title).first()).toBeHidden();
  await page.reload();
  await expect(hiding).toHaveAttribute('title', '1 dismissed'); // kept for the site
});

/** Of a page with more papers than stand in view, some are read before all else. */
for (const papers of [10, 50]) {
  test(`the panel of ${papers} papers folds, and is found so again`, async ({ page, pages }) => {
    const url = `https://arxiv.org/list/cs.LG/recent?skip=0&show=${papers}`;
    pages.serve(url, makeListing(papers).html);
    await page.goto(url);
    await panelOf(page).getByRole('button', { name: 'Fold the bar' }).click();
    await expect(filterBox(page)).toHaveCount(0);
    await page.reload();
    const tab = panelOf(page).getByRole('button', { name: `Winnow: 0 of ${papers} decided` });
    await expect(tab).toBeVisible();
    expect((await panelOf(page).boundingBox())?.width).toBeLessThan(250);
    await tab.click();
    await expect(filterBox(page)).toBeVisible();
    await page.reload();
    await expect(filterBox(page)).toBeVisible();
  });
}

test('papers that came since the last visit are new, the others seen', async ({
  listing,
  pages,
}) => {
  const page = await listing('arxiv-list.recent');
  await expect(panelOf(page)).toBeVisible();
  const news = page.locator('winnow-extras').getByText('New', { exact: true });
  await expect(news).toHaveCount(0);
  await page.waitForTimeout(3_500); // so long a listing must be in view to count as visited
  const html = await page.evaluate(async () => (await fetch(location.href)).text());
  const first = html.match(/\/abs\/(\d{4}\.\d{5})/)?.[1] ?? '';
  pages.serve(page.url(), html.replaceAll(first, '2611.99999'));
  await page.reload();
  await expect(news).toHaveCount(1);
  await filterBox(page).fill('is:new');
  await expect(statusOf(page)).toHaveText(/^1 of/);
  await filterBox(page).fill('is:seen');
  await expect(statusOf(page)).not.toHaveText(/^0 of/);
});

test('on a first visit nothing is seen or new; all lists of what is new in a category are one', async ({
  context,
  listing,
  pages,
}) => {
  const page = await listing('arxiv-list');
  await expect(panelOf(page)).toBeVisible();
  await page.waitForTimeout(3_500); // so long a listing must be in view to count as visited
  const elsewhere = await listing('hf-daily');
  await expect(elsewhere.locator('winnow-row').first()).toBeVisible();
  await filterBox(elsewhere).fill('is:seen');
  await expect(statusOf(elsewhere)).toHaveText(/^0 of/);
  await filterBox(elsewhere).fill('');
  await expect(panelOf(elsewhere).getByRole('checkbox', { name: /^Seen/ })).toHaveCount(0);

  const { html } = pickSample(readSamples(), 'arxiv-list.recent');
  const url = 'https://arxiv.org/list/cs.LG/pastweek?show=250';
  pages.serve(url, html);
  const pastWeek = await context.newPage();
  await pastWeek.goto(url);
  await expect(
    pastWeek.locator('winnow-extras').getByText('New', { exact: true }).first(),
  ).toBeVisible();
  await pastWeek.waitForTimeout(3_500);
  await pastWeek.reload();
  await filterBox(pastWeek).fill('is:seen');
  await expect(statusOf(pastWeek)).toHaveText(/^([1-9]\d*) of \1 match$/);
  await expect(pastWeek.locator('winnow-extras').getByText(/^(Seen|New)$/)).toHaveCount(0);
});

test('abstracts are fetched only when asked for, unfold, and are searched', async ({
  listing,
  pages,
}) => {
  test.slow();
  const page = await listing('arxiv-list.recent');
  await panelOf(page).getByRole('button', { name: 'Abstracts' }).click();
  const toggle = panelOf(page).getByRole('checkbox', { name: 'Fetch abstracts from arXiv' });
  await expect(toggle).not.toBeChecked();
  expect(pages.unserved.filter((url) => url.includes('/api/'))).toEqual([]);
  await toggle.check();
  const asked = () => pages.unserved.find((url) => url.includes('/api/query')) ?? '';
  await expect.poll(asked).toContain('id_list=');
  await expect(panelOf(page)).toContainText(/Trying again in/);

  pages.serve(asked(), atomAnswer(asked()), 'application/atom+xml');
  const unfold = page.getByRole('button', { name: /^Abstract: / });
  await expect(unfold.first()).toBeVisible({ timeout: 15_000 }); // one request in three seconds
  await expect(panelOf(page).getByText(/Trying again in/)).toHaveCount(0);
  await unfold.first().click();
  await expect(page.locator('winnow-abstract').first()).toContainText('A perfectly zymurgic study');
  await filterBox(page).fill('abs:zymurgic');
  await expect(statusOf(page)).toHaveText(/^([1-9]\d*) of \1 match$/);
});

/** An answer of arXiv's API about the papers that were asked for. */
function atomAnswer(url: string): string {
  const ids = new URL(url).searchParams.get('id_list')?.split(',') ?? [];
  const entries = ids.map(
    (id) => `<entry><id>http://arxiv.org/abs/${id}v1</id><title>Title of ${id}</title>
      <summary>A perfectly zymurgic study of ${id}.</summary>
      <author><name>A. Author</name></author><published>2026-11-19T00:00:00Z</published>
      <updated>2026-11-19T00:00:00Z</updated></entry>`,
  );
  return `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">${entries.join('')}</feed>`;
}

test('a card unfolds the abstract that the page has but does not show', async ({ listing }) => {
  const page = await listing('hf-daily');
  const button = page.getByRole('button', { name: /^Abstract: / }).first();
  await expect(button).toHaveAttribute('aria-expanded', 'false');
  await button.click();
  const abstract = page.locator('winnow-abstract p');
  await expect(abstract).toBeVisible();
  expect((await abstract.textContent())?.length).toBeGreaterThan(80);
  await button.click();
  await expect(abstract).toHaveCount(0);
});

test('printed, the page shows no trace of us', async ({ listing }) => {
  const page = await listing('arxiv-list');
  const all = await shownRows(page).count();
  await filterBox(page).fill('attention');
  await expect.poll(() => shownRows(page).count()).toBeLessThan(all);
  await page.emulateMedia({ media: 'print' });
  await expect(shownRows(page)).toHaveCount(all);
  await expect(panelOf(page)).toBeHidden();
  await expect(page.locator('winnow-row').first()).toBeHidden();
});

test('rules go on marking after MathJax and after moving within Hugging Face', async ({
  listing,
  extensionId,
  context,
}) => {
  const library = await context.newPage();
  await library.goto(`chrome-extension://${extensionId}/library.html#/rules`);
  await library.evaluate(() =>
    chrome.runtime.sendMessage({
      winnow: 'addRule',
      payload: {
        op: crypto.randomUUID(),
        rule: {
          id: crypto.randomUUID(),
          terms: ['the', 'a', 'of', 'for'],
          fields: ['title', 'abstract'],
          mode: 'word',
          matchCase: false,
          action: 'highlight',
          colour: 3,
          enabled: true,
          where: 'everywhere',
        },
      },
    }),
  );

  const arxiv = await listing('arxiv-list.mathjax');
  const inText = () => marked(arxiv, 'winnow-rule-3');
  let before: string[] = [];
  const isSettled = async () => {
    const earlier = before;
    before = await inText();
    return before.length > 3 && before.length === earlier.length;
  };
  await expect.poll(isSettled, { intervals: [250] }).toBe(true);
  await arxiv.evaluate(() => {
    for (const element of document.querySelectorAll('p.mathjax')) {
      for (const node of [...element.childNodes]) {
        if (node instanceof Text) node.replaceWith(node.data); // as MathJax cuts texts anew
      }
    }
  });
  await expect.poll(inText).toEqual(before);
  const drawn = await arxiv.evaluate(() =>
    [...(CSS.highlights.get('winnow-rule-3') ?? [])].some((range) =>
      range.startContainer.parentElement?.closest('.MathJax, script'),
    ),
  );
  expect(drawn).toBe(false);

  const huggingFace = await listing('hf-daily.spa');
  for (const period of ['Weekly', 'Monthly']) {
    await huggingFace.getByRole('button', { name: period }).click();
    await expect
      .poll(() =>
        huggingFace.evaluate(() => {
          const ranges = [...(CSS.highlights.get('winnow-rule-3') ?? [])];
          return (
            ranges.length > 0 && ranges.every(({ startContainer }) => startContainer.isConnected)
          );
        }),
      )
      .toBe(true);
  }
});
