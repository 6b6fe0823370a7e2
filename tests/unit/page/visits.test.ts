import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isNew } from '@/lib/page/store';
import { listingName, loadVisits, reportVisit } from '@/lib/page/visits';
import { NoAnswer } from '@/lib/protocol/ask';
import { SITES, siteFor } from '@/lib/sites';
import type { Site } from '@/lib/sites/site';
import { fakeBackground } from '../../helpers/messaging';
import { idOf } from '../../helpers/papers';
import { makeRow, makeSite, openPage } from '../../helpers/rows';

const [A, B] = [idOf(1), idOf(2)] as const;
const LISTING = 'made-up:/list';
/** Long enough for a page in view to count as visited; half of it is not. */
const LONG_MS = 4_000;

describe('the name of a listing', () => {
  const nameOf = (address: string) => {
    const site = siteFor(address);
    if (!site) throw new Error(`${address} is no page of ours.`);
    return listingName(site, new URL(address));
  };
  const ARXIV = 'https://arxiv.org';
  const HF = 'https://huggingface.co';

  test.each<[string, readonly string[]]>([
    [
      'what is newest in a category',
      [
        ...['new', 'recent', 'pastweek', 'current'].map((part) => `${ARXIV}/list/cs.LG/${part}`),
        `${ARXIV}/list/cs.LG/recent?skip=50&show=2000`,
        'https://export.arxiv.org/list/cs.LG/pastweek?show=250#articles',
        `${ARXIV}/catchup/cs.LG/2026-11-20?abs=True&page=2`,
      ],
    ],
    [
      'the months and years of a category',
      [
        `${ARXIV}/list/cs.LG/2026`,
        `${ARXIV}/list/cs.LG/2026-10?skip=25&show=25`,
        `${ARXIV}/list/cs.LG/9901`,
        `${ARXIV}/list/?archive=cs.LG&year=2026&month=10`,
      ],
    ],
    ['another category', [`${ARXIV}/list/cs/new`, `${ARXIV}/catchup/cs/2026-11-19`]],
    ['an author', [`${ARXIV}/a/someone_s_1`, 'https://www.arxiv.org/a/someone_s_1']],
    [
      'a search',
      [
        `${ARXIV}/search/?query=graphs&searchtype=all&source=header`,
        `${ARXIV}/search?query=+graphs+&start=50&size=25&order=&abstracts=hide`,
      ],
    ],
    ['the same words as an author', [`${ARXIV}/search/?query=graphs&searchtype=author`]],
    ['the same words in an archive', [`${ARXIV}/search/cs?query=graphs`]],
    [
      'an advanced search',
      [
        `${ARXIV}/search/advanced?advanced=&terms-0-term=graphs&date-year=2026`,
        `${ARXIV}/search/advanced?advanced=&date-year=2026&terms-0-term=graphs&size=200`,
      ],
    ],
    ['a wider one', [`${ARXIV}/search/advanced?advanced=&terms-0-term=graphs`]],
    ['trackbacks', [`${ARXIV}/tb/recent`, `${ARXIV}/tb/recent?views=200`]],
    [
      "the day's papers",
      [
        `${HF}/papers`,
        `${HF}/papers/`,
        `${HF}/papers?date=2024-05-01`,
        `${HF}/papers/date/2026-11-20`,
        `${HF}/papers/date/2026-11-21`,
      ],
    ],
    ["the week's", [`${HF}/papers/week/2026-W47`, `${HF}/papers/week/2026-W48`]],
    ["the month's", [`${HF}/papers/month/2026-11`, `${HF}/papers/month/2026-10`]],
    ['what is trending', [`${HF}/papers/trending`, `${HF}/papers/trending?q=`]],
    [
      'a search on Hugging Face',
      [
        `${HF}/papers?q=graphs`,
        `${HF}/papers/trending?q=graphs&page=2`,
        `${HF}/papers/month/2026-11?q=graphs`,
      ],
    ],
    ['another', [`${HF}/papers?q=sparse+graphs`]],
  ])('is one for %s, and of nothing else', (listing, addresses) => {
    const names = new Set(addresses.map(nameOf));
    expect([...names], listing).toHaveLength(1);
    for (const name of names) {
      expect(named.get(name), 'named before').toBeUndefined();
      named.set(name, listing);
    }
  });
  const named = new Map<string | null, string>();

  test("is none on a paper's own page, and of every other kind has no day", () => {
    for (const site of SITES as readonly Site[]) {
      for (const example of site.examples) {
        const name = listingName(site, new URL(example));
        if (site.kind === 'paper') expect(name, example).toBeNull();
        else
          expect(name, example).toMatch(new RegExp(`^${site.id}:(?!.*\\d{4}-W?\\d{2}(?:\\D|$))`));
      }
    }
  });

  test('tells kinds of pages apart', () => {
    const url = new URL('https://x.org/papers');
    const names = ['a', 'b'].map((id) => listingName(makeSite({ id }), url));
    expect(new Set(names).size).toBe(2);
  });

  test('is never longer than the library takes', () => {
    const name = nameOf(`${ARXIV}/search/?query=${'x'.repeat(3_000)}`);
    expect(name?.length).toBeLessThanOrEqual(1_000);
  });
});

let background: ReturnType<typeof fakeBackground>;
let visibility: DocumentVisibilityState;

beforeEach(() => {
  vi.useFakeTimers();
  background = fakeBackground();
  background.mockResolvedValue({ answer: undefined });
  visibility = 'visible';
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility);
});

afterEach(() => void vi.useRealTimers());

describe('what was seen before', () => {
  test('is asked for, and what was known of other papers stays', async () => {
    const store = openPage([A, B].map((id) => makeRow({ id })));
    background.mockResolvedValueOnce({ answer: { lastVisit: 5, seen: [A] } });
    await loadVisits(store, LISTING, [A]);
    expect(background).toHaveBeenCalledExactlyOnceWith({
      winnow: 'seenBefore',
      payload: { listing: LISTING, ids: [A] },
    });
    background.mockResolvedValueOnce({ answer: { lastVisit: 7, seen: [] } });
    await loadVisits(store, LISTING, [B]);
    expect(store.getState().visits).toEqual({ lastVisit: 7, seen: new Set([A]) });
    expect([A, B].map((id) => isNew(store.getState(), id))).toEqual([false, true]);
  });

  test('is not known without an answer', async () => {
    const store = openPage([]);
    const before = store.getState().visits;
    background.mockResolvedValue(undefined);
    const outcome = expect(loadVisits(store, LISTING, [A])).rejects.toBeInstanceOf(NoAnswer);
    await vi.runAllTimersAsync();
    await outcome;
    expect(store.getState().visits).toBe(before);
  });
});

describe('a visit', () => {
  let leaving: AbortController;
  const begin = () => reportVisit(document, LISTING, [A, B], leaving.signal);

  beforeEach(() => {
    leaving = new AbortController();
  });

  afterEach(() => leaving.abort());

  function turn(to: DocumentVisibilityState): void {
    visibility = to;
    document.dispatchEvent(new Event('visibilitychange'));
  }

  test('is told once the page was in view long enough', async () => {
    begin();
    await vi.advanceTimersByTimeAsync(LONG_MS / 2);
    expect(background).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(LONG_MS / 2);
    expect(background).toHaveBeenCalledExactlyOnceWith({
      winnow: 'visited',
      payload: { listing: LISTING, ids: [A, B] },
    });
  });

  test('is told once, however often the page comes into view', async () => {
    begin();
    await vi.advanceTimersByTimeAsync(LONG_MS);
    turn('hidden');
    turn('visible');
    await vi.advanceTimersByTimeAsync(LONG_MS);
    expect(background).toHaveBeenCalledOnce();
  });

  test('of a page in the background is not told, until it comes into view', async () => {
    visibility = 'hidden';
    begin();
    await vi.advanceTimersByTimeAsync(LONG_MS);
    expect(background).not.toHaveBeenCalled();
    turn('visible');
    await vi.advanceTimersByTimeAsync(LONG_MS);
    expect(background).toHaveBeenCalledOnce();
  });

  test('is none where the page is only glanced at, however often', async () => {
    begin();
    for (let n = 0; n < 5; n += 1) {
      await vi.advanceTimersByTimeAsync(LONG_MS / 2);
      turn('hidden');
      await vi.advanceTimersByTimeAsync(LONG_MS);
      turn('visible');
    }
    expect(background).not.toHaveBeenCalled();
  });

  test('is none where the page was left before', async () => {
    begin();
    await vi.advanceTimersByTimeAsync(LONG_MS / 2);
    leaving.abort();
    turn('visible');
    await vi.advanceTimersByTimeAsync(LONG_MS);
    expect(background).not.toHaveBeenCalled();
  });

  test('that nobody hears of is let go', async () => {
    background.mockRejectedValue(new Error('Extension context invalidated.'));
    begin();
    await vi.advanceTimersByTimeAsync(LONG_MS);
    expect(background).toHaveBeenCalledOnce();
  });
});
