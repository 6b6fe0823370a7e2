/** Imports, as a person makes them: each format by file or by paste, the preview, undo. */
import { pickSample, readSamples } from '../../scripts/samples';
import { expect, test } from '../helpers/extension';
import { LAYOUTS } from '../helpers/pasted-pages';
import type { ShownPaper } from '../helpers/shown-papers';
import { entryXml, feedXml } from '../unit/arxiv/fake-api';

const SHOWN: ShownPaper = {
  title: 'Lattices of Moss',
  abstract: 'We look at moss. It grows over stones, and nobody knows why. '.repeat(6).trim(),
  ...{
    authors: 3,
    organization: null,
    date: '2025-02-03',
    comments: 4,
    upvotes: 7,
    submitter: 'x',
  },
};
const PAGE = LAYOUTS.find(({ name }) => name === 'details in three lines');

/** Each format with two papers, and the title of the first. */
const TEXTS = {
  bibtex: `@article{moss, title={Moss in {B}ib{\\TeX}}, author={Ada, A. and Bell, B.}, eprint={2611.00101}, archiveprefix={arXiv}, keywords={green}}
@article{fern, title={Fern in BibTeX}, doi={10.1000/fern}}`,
  ris: 'TY  - JOUR\nTI  - Moss in RIS\nAU  - Ada, A.\nER  - \nTY  - JOUR\nTI  - Fern in RIS\nER  - \n',
  csl: JSON.stringify([
    { id: 'a', type: 'article', title: 'Moss in CSL', author: [{ family: 'Ada', given: 'A.' }] },
    { id: 'b', type: 'article', title: 'Fern in CSL' },
  ]),
  csv: 'Title;Authors;Tags\r\nMoss in CSV;Ada, A.;green\r\nFern in CSV;Bell, B.;\r\n',
  papermemory: JSON.stringify({
    __dataVersion: 1,
    'Arxiv-2611.00102': {
      ...{ id: 'Arxiv-2611.00102', title: 'Moss in PaperMemory', author: 'A. Ada and B. Bell' },
      ...{ tags: ['green'], favorite: true, note: 'see it', pdfLink: '', addDate: '2025-01-02' },
    },
    'Arxiv-2611.00103': { id: 'Arxiv-2611.00103', title: 'Fern in PaperMemory', pdfLink: '' },
  }),
  ids: 'See arXiv:2611.00104v2 and\nhttps://huggingface.co/papers/2611.00105',
  page: PAGE?.page([SHOWN, { ...SHOWN, title: 'Lattices of Fern' }]) ?? '',
} as const;

const FIRST = {
  bibtex: 'Moss in BibTeX',
  ...{ ris: 'Moss in RIS', csl: 'Moss in CSL', csv: 'Moss in CSV', ids: 'arXiv:2611.00104' },
  ...{ papermemory: 'Moss in PaperMemory', page: SHOWN.title },
} as const;

test('each format, by paste and by file; undo takes an import back as one', async ({
  context,
  extensionId,
}) => {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/library.html#/import`);
  const list = page.getByRole('list', { name: 'Papers found' });
  const formats = Object.keys(TEXTS) as (keyof typeof TEXTS)[];
  for (const [index, format] of formats.entries()) {
    if (index % 2 === 0) {
      await page.getByRole('textbox', { name: 'Or paste a text' }).fill(TEXTS[format]);
      await page.getByRole('button', { name: 'See what is in it' }).click();
    } else {
      const buffer = Buffer.from(TEXTS[format]);
      await page
        .locator('input[type="file"]')
        .setInputFiles({ name: 'papers.dat', mimeType: 'application/octet-stream', buffer });
    }
    await expect(page.getByRole('heading', { name: '2 papers found' })).toBeVisible();
    await expect(list.getByText(FIRST[format], { exact: true })).toBeVisible();
    await page.getByRole('textbox', { name: 'Tag for all of them' }).fill(`from ${format}`);
    await page.getByRole('button', { name: 'Import 2 papers' }).click();
    await expect(page.getByRole('heading', { name: 'Imported 2 papers' })).toBeVisible();
    if (index < formats.length - 1) await page.getByRole('button', { name: 'Import more' }).click();
  }

  await page.getByRole('link', { name: 'Show them' }).click();
  const papers = page.getByRole('feed');
  await expect(papers.getByRole('article')).toHaveCount(2);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(papers.getByRole('article')).toHaveCount(0);
  await page.goto(`chrome-extension://${extensionId}/library.html#/papers`);
  await expect(papers.getByRole('article')).toHaveCount(2 * (formats.length - 1));
  await expect(papers.getByRole('article', { name: 'Moss in PaperMemory' })).toBeVisible();
});

test('a file dropped on any section is shown first; rows left out are not imported', async ({
  context,
  extensionId,
}) => {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/library.html#/papers`);
  await page.getByRole('navigation').getByRole('link', { name: 'Papers' }).waitFor();
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'mine.bib'));
    for (const type of ['dragover', 'drop']) {
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true }));
    }
  }, `${TEXTS.bibtex}\n@article{x, title={}}`);
  await expect(page.getByText('In mine.bib (BibTeX)')).toBeVisible();
  await page.getByText('1 entry could not be read').last().click();
  await expect(page.getByText('at 3')).toBeVisible();
  await page.getByRole('checkbox', { name: /Fern in BibTeX/ }).uncheck();
  await page.getByRole('button', { name: 'Import 1 paper' }).click();
  await expect(page.getByRole('heading', { name: 'Imported 1 paper' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { name: 'The import was undone' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Show them' })).toHaveCount(0);
  await page.keyboard.press('Shift+U');
  await expect(page.getByRole('heading', { name: 'Imported 1 paper' })).toBeVisible();
  await page.getByRole('link', { name: 'Show them' }).click();
  await expect(page.getByRole('feed').getByRole('article')).toHaveCount(1);
});

test('a page of papers that was saved as a file is read as it was shown', async ({
  page,
  extensionId,
}) => {
  await page.goto(`chrome-extension://${extensionId}/library.html#/import`);
  await page
    .locator('input[type="file"]')
    .setInputFiles('tests/fixtures/pages/arxiv-list.mathjax.html');
  await expect(page.getByText('In arxiv-list.mathjax.html (page of papers)')).toBeVisible();
  await expect(page.getByRole('heading', { name: /^\d+ papers found$/ })).toBeVisible();
});

test('what is missing is looked up at arXiv when the user asks for it', async ({
  context,
  extensionId,
  pages,
}) => {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/library.html#/import`);
  await page
    .getByRole('textbox', { name: 'Or paste a text' })
    .fill('TY  - JOUR\nTI  - Lattices of Moss: a Survey\nER  - \n');
  await page.getByRole('button', { name: 'See what is in it' }).click();
  await page.getByRole('button', { name: 'Import 1 paper' }).click();
  await expect(page.getByText('Something is missing of 1 paper;')).toBeVisible();
  expect(pages.unserved).toEqual([]);

  const query = new URLSearchParams({
    search_query: '(ti:lattices AND ti:moss AND ti:survey)',
    max_results: '10',
  });
  pages.serve(
    `https://export.arxiv.org/api/query?${query}`,
    feedXml(entryXml({ id: '2611.00101v1', title: 'Lattices of Moss: A Survey' })),
    'application/atom+xml',
  );
  await page.getByRole('button', { name: 'Look it up' }).click();
  await expect(page.getByText('Looked up 1 paper; 1 found at arXiv.')).toBeVisible();
  await page.getByRole('link', { name: 'Show them' }).click();
  await page.getByRole('article', { name: /^Lattices of Moss/ }).click();
  await expect(page.getByText('arxiv:2611.00101')).toBeVisible();
  await page.goto(`chrome-extension://${extensionId}/library.html#/settings`);
  await page.getByRole('button', { name: 'Give joined papers their old ids back' }).click();
  await expect(page.getByText('Joined papers have their old ids again.')).toBeVisible();
});

test('a paper that was imported by its title is starred where it is met, and goes on as that one', async ({
  context,
  extensionId,
  listing,
}) => {
  const { papers } = pickSample(readSamples(), 'arxiv-list');
  const { title } = papers.find((one) => /^[\w ,:-]{20,}$/.test(one.title)) ?? { title: '' };
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/library.html#/import`);
  await page
    .getByRole('textbox', { name: 'Or paste a text' })
    .fill(`TY  - JOUR\nTI  - ${title.toUpperCase()}\nER  - \n`);
  await page.getByRole('button', { name: 'See what is in it' }).click();
  await page.getByRole('textbox', { name: 'Tag for all of them' }).fill(''); // so that it gets a star
  await page.getByRole('button', { name: 'Import 1 paper' }).click();
  await expect(page.getByRole('heading', { name: 'Imported 1 paper' })).toBeVisible();

  const list = await listing('arxiv-list');
  const star = list.getByRole('button', { name: `Star: ${title}` }).first();
  await expect(star).toHaveAttribute('aria-pressed', 'true');
  await star.click();
  await expect(star).toHaveAttribute('aria-pressed', 'false');
  await page.bringToFront();
  await page.getByRole('link', { name: 'Show them' }).click();
  await expect(page.getByRole('heading', { name: 'Your library is empty' })).toBeVisible();
});

test('a page that is copied whole and pasted is read from its markup', async ({
  context,
  extensionId,
  listing,
}) => {
  const { papers } = pickSample(readSamples(), 'hf-daily');
  const list = await listing('hf-daily');
  await list.keyboard.press('ControlOrMeta+a');
  await list.keyboard.press('ControlOrMeta+c');

  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/library.html#/import`);
  const text = page.getByRole('textbox', { name: 'Or paste a text' });
  await text.focus();
  await page.keyboard.press('ControlOrMeta+v');
  await expect(text).toHaveValue(/\S/);
  expect(await text.inputValue()).not.toMatch(/^Abstract$|decided/m); // words of Winnow's own on the page
  await page.getByRole('button', { name: 'See what is in it' }).click();
  await expect(page.getByText('In the text that you pasted (page of papers)')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click(); // what was pasted is there still
  await page.getByRole('button', { name: 'See what is in it' }).click();
  await page.getByRole('textbox', { name: 'Tag for all of them' }).fill(''); // so that all get a star
  await page.getByRole('button', { name: `Import ${papers.length} papers` }).click();
  await expect(
    page.getByRole('heading', { name: `Imported ${papers.length} papers` }),
  ).toBeVisible();
  // By their ids, which no text of such a page tells.
  await list.bringToFront();
  await expect(list.getByRole('button', { name: /^Star: /, pressed: true })).toHaveCount(
    papers.length,
  );
});
