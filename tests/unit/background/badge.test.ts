import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Badge, createBadge } from '@/lib/background/badge';
import { badge as setting } from '@/lib/settings/settings';

/** What the icon shows: for all tabs under `undefined`, and for single ones. */
let texts: Map<number | undefined, string>;
let titles: Map<number | undefined, string>;
const unread = vi.fn<() => Promise<number>>();

type Details = { readonly tabId?: number; readonly text?: string | null; readonly title?: string };

/** As browsers have it: a tab shows its own text, or what all show. */
function fakeAction() {
  const of = (all: typeof texts, tabId?: number) => all.get(tabId) ?? all.get(undefined) ?? '';
  return {
    setBadgeText: async ({ tabId, text }: Details) =>
      text == null ? void texts.delete(tabId) : void texts.set(tabId, text),
    setTitle: async ({ tabId, title }: Details) => void titles.set(tabId, title ?? ''),
    getBadgeText: async ({ tabId }: Details) => of(texts, tabId),
    getTitle: async ({ tabId }: Details) => of(titles, tabId),
    setBadgeBackgroundColor: async () => {},
    setBadgeTextColor: async () => {},
  };
}

beforeEach(() => {
  fakeBrowser.reset();
  texts = new Map();
  titles = new Map([[undefined, 'Winnow']]);
  unread.mockReset().mockResolvedValue(12);
  vi.spyOn(browser, 'action', 'get').mockReturnValue(fakeAction() as never);
});

const start = (): Badge => createBadge({ countUnread: unread });
const shown = (tabId?: number) => texts.get(tabId) ?? texts.get(undefined) ?? '';

describe('unread papers', () => {
  beforeEach(() => setting.setValue('unread'));

  test('are shown when the worker starts, with words', async () => {
    start();
    await vi.waitFor(() => expect(shown()).toBe('12'));
    expect(titles.get(undefined)).toBe('Winnow: 12 unread papers');
  });

  test('are counted once when many changes come', async () => {
    const badge = start();
    await vi.waitFor(() => expect(shown()).toBe('12'));
    unread.mockReset().mockResolvedValue(13);
    for (let change = 0; change < 20; change += 1) badge.recount();
    await vi.waitFor(() => expect(shown()).toBe('13'));
    expect(unread).toHaveBeenCalledOnce();
  });

  test.each([
    [0, ''],
    [999, '999'],
    [1_000, '999+'],
    [100_000, '999+'],
  ])('%i is shown as “%s”', async (count, text) => {
    unread.mockResolvedValue(count);
    texts.set(undefined, 'old');
    start();
    await vi.waitFor(() => expect(shown()).toBe(text));
  });

  test('hide a number of the page at once when they are chosen', async () => {
    await setting.setValue('page');
    const badge = start();
    vi.spyOn(browser.tabs, 'query').mockResolvedValue([{ id: 7 }] as never);
    await badge.showPage(7, { papers: 9, decided: 1 });
    expect(shown(7)).toBe('8');
    await setting.setValue('unread');
    await vi.waitFor(() => expect(shown(7)).toBe('12'));
  });
});

describe('papers of the page', () => {
  beforeEach(() => setting.setValue('page'));

  test('shows those that are left to decide on, for that tab alone', async () => {
    const badge = start();
    await badge.showPage(7, { papers: 154, decided: 34 });
    expect([shown(7), shown(8)]).toEqual(['120', '']);
    expect(titles.get(7)).toBe('Winnow: 154 papers on this page, 34 decided on');
    expect(unread).not.toHaveBeenCalled();
  });

  test('no number is left where the page has no papers any more', async () => {
    const badge = start();
    await badge.showPage(7, { papers: 154, decided: 34 });
    await badge.showPage(7, { papers: 0, decided: 0 });
    expect(shown(7)).toBe('');
    expect(titles.get(7)).toBe('Winnow');
  });
});

test('nothing is shown or counted where nothing was chosen', async () => {
  await setting.setValue('none');
  const badge = start();
  await badge.showPage(7, { papers: 154, decided: 34 });
  badge.recount();
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect([shown(), shown(7)]).toEqual(['', '']);
  expect(unread).not.toHaveBeenCalled();
});

describe('a star', () => {
  test.each(['page', 'unread'] as const)(
    'is shown where %s was chosen, in words too',
    async (chosen) => {
      await setting.setValue(chosen);
      const badge = start();
      await badge.showPaper(7, true);
      expect([shown(7), titles.get(7)]).toEqual(['★', 'Winnow: this paper is starred']);
      await badge.showPaper(7, false);
      expect(texts.has(7)).toBe(false);
      expect(titles.get(7)).toBe('Winnow: this paper is not starred');
    },
  );

  test('is only said in words by an icon that is to show nothing', async () => {
    await setting.setValue('none');
    await start().showPaper(7, true);
    expect([shown(7), titles.get(7)]).toEqual(['', 'Winnow: this paper is starred']);
  });
});

describe('flash', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    return () => vi.useRealTimers();
  });

  test('says for a moment that it was done, then the number is back, as it is by then', async () => {
    await setting.setValue('page');
    const badge = start();
    await badge.showPage(7, { papers: 9, decided: 1 });
    const done = badge.flash(7, null);
    await vi.waitFor(() => expect(shown(7)).toBe('✓'));
    await badge.showPage(7, { papers: 9, decided: 2 });
    expect(shown(7)).toBe('✓');
    await vi.runAllTimersAsync();
    await done;
    expect(shown(7)).toBe('7');
  });

  test('gives way to a star that came meanwhile', async () => {
    await setting.setValue('page');
    const badge = start();
    const done = badge.flash(7, null, 'Done at last');
    await vi.waitFor(() => expect(titles.get(7)).toBe('Done at last'));
    await badge.showPaper(7, true);
    expect(shown(7)).toBe('✓');
    await vi.runAllTimersAsync();
    await done;
    expect(shown(7)).toBe('★');
  });

  test('returns to what came while it looked at what to return to', async () => {
    await setting.setValue('page');
    const badge = start();
    await badge.showPaper(7, true);
    const done = badge.flash(7, null);
    await badge.showPaper(7, false);
    await vi.waitFor(() => expect(shown(7)).toBe('✓'));
    await vi.runAllTimersAsync();
    await done;
    expect(shown(7)).toBe('');
  });

  test('says what went wrong', async () => {
    await setting.setValue('none');
    const done = start().flash(7, 'The disk is full.');
    await vi.waitFor(() => expect(shown(7)).toBe('!'));
    await vi.waitFor(() => expect(titles.get(7)).toBe('Not saved. The disk is full.'));
    await vi.runAllTimersAsync();
    await done;
    expect([shown(7), titles.get(7)]).toEqual(['', 'Winnow']);
  });
});
