// @vitest-environment node
import { afterEach, describe, expect, test, vi } from 'vitest';
import { inSlices } from '@/lib/page/slices';

/** Makes each visit take so long, by the clock that slices look at. */
function visitsTaking(milliseconds: number) {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const visited: number[] = [];
  const visit = (item: number) => {
    visited.push(item);
    now += milliseconds;
  };
  return { visited, visit };
}

const items = Array.from({ length: 20 }, (_, index) => index);
const never = new AbortController().signal;

afterEach(() => vi.unstubAllGlobals());

describe('inSlices', () => {
  test('visits everything, in order', async () => {
    const { visited, visit } = visitsTaking(7);
    await inSlices(items, never, visit);
    expect(visited).toEqual(items);
  });

  test('does short work at once', () => {
    const { visited, visit } = visitsTaking(0);
    void inSlices(items, never, visit);
    expect(visited).toEqual(items);
  });

  test('lets others work in between when it takes long', async () => {
    const { visited, visit } = visitsTaking(20);
    let seenByOthers: number | null = null;
    setTimeout(() => {
      seenByOthers = visited.length;
    });
    await inSlices(items, never, visit);
    expect(seenByOthers).toBeGreaterThan(0);
    expect(seenByOthers).toBeLessThan(items.length);
  });

  test('gives works that follow one another no more time at a stretch than one', async () => {
    const { visited, visit } = visitsTaking(7);
    const breaks = [0];
    vi.stubGlobal('scheduler', { yield: async () => void breaks.push(visited.length) });
    await inSlices(items.slice(0, 18), never, visit);
    await inSlices(items, never, visit);
    const stretches = breaks.slice(1).map((end, index) => end - (breaks[index] ?? 0));
    expect(visited).toHaveLength(38);
    expect(Math.max(...stretches)).toBe(Math.ceil(30 / 7));
  });

  test('takes the way that works in hidden tabs too, where there is one', async () => {
    const breathe = vi.fn(() => Promise.resolve());
    vi.stubGlobal('scheduler', { yield: breathe });
    const { visited, visit } = visitsTaking(1_000);
    await inSlices(items, never, visit);
    expect(breathe).toHaveBeenCalledTimes(items.length);
    expect(visited).toEqual(items);
  });

  test('ends when it is aborted: at once, or between two slices', async () => {
    const { visited, visit } = visitsTaking(1_000);
    await inSlices(items, AbortSignal.abort(), visit);
    expect(visited).toEqual([]);

    const stopping = new AbortController();
    const work = inSlices(items, stopping.signal, (item) => {
      visit(item);
      if (item === 3) stopping.abort();
    });
    await work;
    expect(visited).toEqual([0, 1, 2, 3]);
  });

  test('closes what it was reading from when it is aborted', async () => {
    const closed = vi.fn();
    function* source() {
      try {
        yield* items;
      } finally {
        closed();
      }
    }
    const stopping = new AbortController();
    await inSlices(source(), stopping.signal, () => stopping.abort());
    expect(closed).toHaveBeenCalledOnce();
  });

  test('fails with the visit', async () => {
    const work = inSlices(items, never, () => {
      throw new Error('No luck.');
    });
    await expect(work).rejects.toThrow('No luck.');
  });
});
