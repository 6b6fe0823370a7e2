import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { followPaperTabs, type PaperTabs } from '@/lib/background/paper-tabs';
import { openLibrary, saved, type TestLibrary } from '../../helpers/library';
import { idOf, makePaper } from '../../helpers/papers';

interface FakeTab {
  readonly id: number;
  readonly url?: string;
}

const PDF: FakeTab = { id: 7, url: 'https://arxiv.org/pdf/2611.00001v2' };

let library: TestLibrary;
let tabs: PaperTabs;
/** What the browser calls when something about a tab changed. */
let updated: (tabId: number, info: { status?: string }, tab: FakeTab) => void;
const showPaper = vi.fn(async () => {});

beforeEach(async () => {
  vi.resetAllMocks();
  fakeBrowser.reset();
  const addListener = vi.spyOn(browser.tabs.onUpdated, 'addListener');
  library = await openLibrary();
  tabs = followPaperTabs(library.queries, { showPaper });
  updated = addListener.mock.calls[0]?.[0] as unknown as typeof updated;
});

const star = () => library.run({ kind: 'star', value: true }, makePaper({ id: idOf(1) }));

test('a PDF that has loaded shows whether its paper is starred', async () => {
  updated(7, { status: 'complete' }, PDF);
  await vi.waitFor(() => expect(showPaper).toHaveBeenCalledExactlyOnceWith(7, false));
  saved(await star());
  updated(7, { status: 'complete' }, PDF);
  await vi.waitFor(() => expect(showPaper).toHaveBeenLastCalledWith(7, true));
});

test('a star that is set elsewhere shows on PDFs that are open', async () => {
  vi.spyOn(browser.tabs, 'query').mockResolvedValue([PDF] as never);
  saved(await star());
  tabs.update();
  await vi.waitFor(() => expect(showPaper).toHaveBeenCalledExactlyOnceWith(7, true));
});

test.each<[string, FakeTab]>([
  ['pages with a script of ours', { id: 7, url: 'https://arxiv.org/abs/2611.00001' }],
  ['papers in HTML', { id: 7, url: 'https://arxiv.org/html/2611.00001v1' }],
  ['other pages', { id: 7, url: 'https://example.com/' }],
  ['pages whose address is not told', { id: 7 }],
])('%s are left alone', async (_, tab) => {
  updated(7, { status: 'complete' }, tab);
  updated(8, { status: 'loading' }, { ...PDF, id: 8 });
  updated(9, { status: 'complete' }, { ...PDF, id: 9 });
  await vi.waitFor(() => expect(showPaper).toHaveBeenCalledExactlyOnceWith(9, false));
});
