import { pickSample, readSamples } from '../../scripts/samples';
import { card, expectStarred, star } from '../helpers/controls';
import { expect, test } from '../helpers/extension';

const samples = readSamples();

/** arXiv serves its pages at more addresses than it links to, and on mirrors. */
const ADDRESSES = [
  ['arxiv-list', 'https://arxiv.org/list?archive=cs&year=2026&month=10&submit=Go'],
  ['arxiv-list', 'https://cn.arxiv.org/list/cs.LG/new'],
  ['arxiv-list.recent', 'https://arxiv.org/a/someone_s_1.html'],
  [
    'arxiv-search',
    'https://arxiv.org/search/advanced?advanced=&terms-0-term=&date-filter_by=past_12',
  ],
  ['arxiv-search', 'https://arxiv.org/search/advanced/cs?advanced=&terms-0-term=bread'],
  ['arxiv-abs', 'https://arxiv.org/abs?id=2609.11722'],
  ['arxiv-abs', 'https://de.arxiv.org/abs/2609.11722'],
] as const;

for (const [name, url] of ADDRESSES) {
  test(`papers are starred at ${url}`, async ({ context, pages }) => {
    pages.serve(url, pickSample(samples, name).html);
    const page = await context.newPage();
    await page.goto(url);
    const first = page.getByRole('button', { name: /^Star: / }).first();
    await first.click();
    await expectStarred(first);
  });
}

test('on a translated page papers are kept without the words of the translator', async ({
  listing,
  openPopup,
  pages,
}) => {
  const page = await listing('arxiv-list.recent');
  const known = 'Polyglot Puns: Do Jokes Survive Translation, and Should They?';
  const other = 'It Could Be Argued That Models Hedge Too Much';
  await star(page, known).click();
  await expectStarred(star(page, known));
  await page.evaluate(() => {
    document.documentElement.className = 'translated-ltr';
    for (const text of document.querySelectorAll('.list-title')) {
      const words = document.createElement('font');
      words.textContent = `Übersetzt ${text.textContent.length}`;
      text.replaceChildren(words);
    }
  });
  await page.evaluate(() => {
    const list = document.querySelector('#articles') as HTMLElement;
    list.insertAdjacentHTML(
      'beforeend',
      `<dt><a href="/abs/2611.99999" title="Abstract">arXiv:2611.99999</a></dt>
      <dd><div class="list-title">Came later</div></dd>`,
    );
  });
  await expect(star(page, 'Came later')).toBeVisible(); // the page has been read again
  await expectStarred(star(page, known));
  await star(page, other).click();
  await expectStarred(star(page, other));
  const popup = await openPopup();
  await popup.getByRole('tab', { name: 'Reading list' }).click();
  await expect(card(popup, known)).toBeVisible();
  await expect(card(popup, other)).toBeVisible();
  await expect(popup.getByRole('article')).toHaveCount(2);
  expect(pages.unserved).toEqual([]);
});

test('a paper is kept by the title that the site wrote', async ({ listing, openPopup }) => {
  const page = await listing('arxiv-list.recent');
  const title = 'Polyglot Puns: Do Jokes Survive Translation, and Should They?';
  await expect(star(page, title)).toBeVisible();
  await page.evaluate(() => {
    const [box] = document.querySelectorAll('div.list-title');
    box?.insertAdjacentHTML('beforeend', '<span class="pwc"> CODE</span><font>Wortspiele</font>');
    const [author] = document.querySelectorAll('.list-authors a');
    author?.insertAdjacentHTML('beforeend', '<span> h-index 42</span>');
  });
  await expect(star(page, title)).toBeVisible();
  await star(page, title).click();
  const popup = await openPopup();
  await popup.getByRole('tab', { name: 'Reading list' }).click();
  await expect(card(popup, title)).toContainText('Gwenllian Prosser');
  await expect(card(popup, title)).not.toContainText(/CODE|Wortspiele|h-index/);
});
