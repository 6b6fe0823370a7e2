import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isNew } from '@/lib/page/store';
import { listingName, loadVisits, reportVisit } from '@/lib/page/visits';
import { NoAnswer } from '@/lib/protocol/ask';
import { SITES } from '@/lib/sites';
import type { Site } from '@/lib/sites/site';
import { fakeBackground } from '../../helpers/messaging';
import { idOf } from '../../helpers/papers';
import { makeRow, makeSite, openPage } from '../../helpers/rows';

const [A, B] = [idOf(1), idOf(2)] as const;
const LISTING = 'made-up:/list';
/** Long enough for a page in view to count as visited; half of it is not. */
const LONG_MS = 4_000;

describe('the name of a listing', () => {
  const nameOf = (path: string) =>
    listingName(makeSite({ id: 'site' }), new URL(path, 'https://x.org'));

  test.each<[string, string]>([
    ['/list/cs.LG/new', 'site:/list/cs.LG/new'],
    ['/list/cs.LG/pastweek?skip=25&show=50', 'site:/list/cs.LG/pastweek'],
    ['/list/cs.LG/recent#articles', 'site:/list/cs.LG/recent'],
    ['/list/cs.LG/2611', 'site:/list/cs.LG'],
    ['/list/math/2026-11?skip=0', 'site:/list/math'],
    ['/papers', 'site:/papers'],
    ['/papers/date/2026-11-20', 'site:/papers/date'],
    ['/papers/week/2026-W47', 'site:/papers/week'],
    ['/papers/month/2026-11', 'site:/papers/month'],
    ['/papers/date/2026-11-20/top', 'site:/papers/date/top'],
    ['/papers/20261120', 'site:/papers/20261120'],
    ['/papers/trending', 'site:/papers/trending'],
    ['/papers?q=sparse', 'site:/papers?sparse'],
    ['/papers/trending?q=a+b&page=3', 'site:/papers/trending?a b'],
    ['/search/?query=graphs&searchtype=all&start=50', 'site:/search/?graphs'],
    ['/search/?query=', 'site:/search/'],
  ])('%s is %j', (path, name) => {
    expect(nameOf(path)).toBe(name);
  });

  test('tells kinds of pages apart', () => {
    const url = new URL('https://x.org/papers');
    const names = ['a', 'b'].map((id) => listingName(makeSite({ id }), url));
    expect(new Set(names).size).toBe(2);
  });

  test('is never longer than the library takes', () => {
    expect(nameOf(`/search/?query=${'x'.repeat(3_000)}`).length).toBeLessThanOrEqual(1_000);
  });

  test('is short and has no date for every kind of page that we know', () => {
    for (const site of SITES) {
      for (const example of site.examples) {
        const name = listingName(site as Site, new URL(example));
        expect(name).not.toMatch(/\d{4}-\d{2}-\d{2}/);
        expect(name.startsWith(`${site.id}:/`)).toBe(true);
      }
    }
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
