import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { toggleStar } from '@/lib/background/star-tab';
import { openLibrary, type TestLibrary } from '../../helpers/library';
import { idOf, makePaper } from '../../helpers/papers';

const ID = idOf(1);
let library: TestLibrary;
/** What the page in the tab answers. */
let onPage: unknown;
const fill = vi.fn();
const flash = vi.fn();

beforeEach(async () => {
  vi.resetAllMocks();
  fakeBrowser.reset();
  onPage = null;
  vi.spyOn(browser.tabs, 'sendMessage').mockImplementation(async () => ({ answer: onPage }));
  library = await openLibrary();
});

async function press(url?: string): Promise<void> {
  const { commands, queries } = library;
  await toggleStar({ id: 7, url }, { commands, queries, fill, flash });
}

const record = () => library.db.papers.get(ID);

test.each([
  'https://arxiv.org/pdf/2611.00001v2',
  'https://arxiv.org/abs/2611.00001',
  'https://huggingface.co/papers/2611.00001',
  'https://www.alphaxiv.org/abs/2611.00001',
])('stars the paper at %s, has arXiv asked about it, and takes the star again', async (url) => {
  await press(url);
  expect(await record()).toMatchObject({ triage: { starred: true } });
  expect(fill).toHaveBeenCalledExactlyOnceWith(ID);
  expect(flash).toHaveBeenLastCalledWith(7, null);
  await press(url);
  expect(await record()).toMatchObject({ triage: { starred: false } });
  expect(flash).toHaveBeenLastCalledWith(7, null, 'The star was taken away');
  expect(fill).toHaveBeenCalledOnce();
});

test('a page that shows the paper tells all of it, and nothing need be asked', async () => {
  onPage = makePaper({ title: 'As the page has it', authors: ['A. Ada'] });
  await press('https://arxiv.org/html/2611.00001v2');
  expect((await record())?.meta.title).toBe('As the page has it');
  expect(fill).not.toHaveBeenCalled();
});

test.each([
  undefined,
  'https://arxiv.org/list/cs.LG/new',
  'https://example.com/',
  'chrome://version',
])('no paper at %s: said at the icon', async (url) => {
  await press(url);
  expect(flash).toHaveBeenCalledExactlyOnceWith(7, 'This is not the page of a single paper.');
  expect(await library.db.papers.count()).toBe(0);
});

test('what cannot be saved is said at the icon, with the reason', async () => {
  library.db.close();
  await press('https://arxiv.org/pdf/2611.00001');
  expect(flash).toHaveBeenCalledExactlyOnceWith(7, expect.stringMatching(/./));
});
