import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadAbstracts, takeAbstracts } from '@/lib/page/abstracts';
import type { AbstractsAnswer, AbstractsProblem } from '@/lib/protocol/abstracts';
import { fakeBackground } from '../../helpers/messaging';
import { idOf } from '../../helpers/papers';
import { makeRow, openPage } from '../../helpers/rows';

const [A, B, C] = [idOf(1), idOf(2), idOf(3)] as const;
/** Longer than is waited before abstracts are asked for again. */
const LONG_MS = 30_000;

let background: ReturnType<typeof fakeBackground>;
let leaving: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(0);
  background = fakeBackground();
  answerWith({});
  leaving = new AbortController();
});

afterEach(() => {
  leaving.abort();
  vi.useRealTimers();
});

function answerWith(some: Partial<AbstractsAnswer>): void {
  background.mockResolvedValue({ answer: { known: {}, waiting: 0, problem: null, ...some } });
}

const askedFor = () => background.mock.calls.map(([{ payload }]) => payload);

function open() {
  return openPage([
    makeRow({ id: A }),
    makeRow({ id: B, abstract: 'On the page.' }),
    makeRow({ id: A }),
    makeRow({ id: C }),
  ]);
}

describe('abstracts', () => {
  test('are asked for where the page lacks them, each once, in one message', async () => {
    const store = open();
    answerWith({ known: { [A]: 'We show.' } });
    await loadAbstracts(store, leaving.signal);
    expect(background).toHaveBeenCalledExactlyOnceWith({ winnow: 'abstracts', payload: [A, C] });
    expect(store.getState().abstracts).toEqual({ [A]: 'We show.' });
  });

  test('are not asked for where none is lacking', async () => {
    const rows = [makeRow({ id: A, abstract: 'There.' }), makeRow({ id: C })];
    const store = openPage(rows, { abstracts: { [C]: 'Came.' } });
    await loadAbstracts(store, leaving.signal);
    expect(background).not.toHaveBeenCalled();
  });

  test('are asked for once where nothing is waited for', async () => {
    await loadAbstracts(open(), leaving.signal);
    await vi.advanceTimersByTimeAsync(LONG_MS);
    expect(background).toHaveBeenCalledOnce();
  });

  test('are asked for again while some are waited for, those that still lack', async () => {
    const store = open();
    answerWith({ waiting: 2 });
    await loadAbstracts(store, leaving.signal);
    takeAbstracts(store, { abstracts: { [A]: 'We show.' } });
    await vi.advanceTimersByTimeAsync(LONG_MS);
    expect(askedFor()).toEqual([[A, C], [C]]);
    takeAbstracts(store, { abstracts: { [C]: 'We prove.' } });
    await vi.advanceTimersByTimeAsync(LONG_MS * 2);
    expect(background).toHaveBeenCalledTimes(2);
  });

  test('are asked for again without an answer', async () => {
    background.mockResolvedValueOnce(undefined);
    const store = open();
    await loadAbstracts(store, leaving.signal);
    answerWith({ known: { [A]: 'We show.' } });
    await vi.advanceTimersByTimeAsync(LONG_MS);
    expect(background).toHaveBeenCalledTimes(2);
    expect(store.getState().abstracts).toEqual({ [A]: 'We show.' });
  });

  test('are not asked for again when that failed', async () => {
    background.mockResolvedValue({ error: 'No luck.' });
    await expect(loadAbstracts(open(), leaving.signal)).rejects.toThrow('No luck.');
    await vi.advanceTimersByTimeAsync(LONG_MS);
    expect(background).toHaveBeenCalledOnce();
  });

  test('are not asked for any more when the page was left', async () => {
    answerWith({ waiting: 2 });
    await loadAbstracts(open(), leaving.signal);
    leaving.abort();
    await vi.advanceTimersByTimeAsync(LONG_MS);
    expect(background).toHaveBeenCalledOnce();
    await loadAbstracts(open(), leaving.signal);
    expect(background).toHaveBeenCalledOnce();
  });

  test('left while the answer was on its way, are not asked for again', async () => {
    background.mockImplementationOnce(async () => {
      leaving.abort();
      return { answer: { known: {}, waiting: 2, problem: null } };
    });
    await loadAbstracts(open(), leaving.signal);
    await vi.advanceTimersByTimeAsync(LONG_MS);
    expect(background).toHaveBeenCalledOnce();
  });
});

describe('how many are lacking', () => {
  test('is known once the rows were looked at, and falls as they come', async () => {
    const store = open();
    answerWith({ waiting: 2 });
    await loadAbstracts(store, leaving.signal);
    expect(store.getState().lacking).toBe(2);
    takeAbstracts(store, { abstracts: { [A]: 'We show.' } });
    expect(store.getState().lacking).toBe(1);
    takeAbstracts(store, { abstracts: { [A]: 'We show.', [C]: 'We prove.' } });
    expect(store.getState().lacking).toBe(0);
  });

  test('is not changed by abstracts of papers on other pages', async () => {
    const store = open();
    answerWith({ waiting: 2 });
    await loadAbstracts(store, leaving.signal);
    takeAbstracts(store, { abstracts: { [idOf(8)]: 'Else.', [idOf(9)]: 'Elsewhere.' } });
    expect(store.getState()).toMatchObject({ lacking: 2, abstracts: {} });
  });
});

describe('what came', () => {
  test('is added to what is known', () => {
    const rows = [A, C].map((id) => makeRow({ id }));
    const store = openPage(rows, { abstracts: { [A]: 'We show.' } });
    takeAbstracts(store, { abstracts: { [C]: 'We prove.' } });
    expect(store.getState().abstracts).toEqual({ [A]: 'We show.', [C]: 'We prove.' });
  });

  test.each([[{}], [{ abstracts: {} }], [{ states: {}, rules: [] }]])(
    '%j changes nothing',
    (news) => {
      const store = openPage([], { abstractsProblem: 'arXiv is down.' });
      const before = store.getState();
      takeAbstracts(store, news);
      expect(store.getState().abstracts).toBe(before.abstracts);
      expect(store.getState().abstractsProblem).toBe('arXiv is down.');
    },
  );

  test.each<[number, string]>([
    [-5_000, 'arXiv is busy. Trying again in 1 s.'],
    [0, 'arXiv is busy. Trying again in 1 s.'],
    [3_000, 'arXiv is busy. Trying again in 3 s.'],
    [89_000, 'arXiv is busy. Trying again in 89 s.'],
    [90_000, 'arXiv is busy. Trying again in 2 minutes.'],
    [600_000, 'arXiv is busy. Trying again in 10 minutes.'],
  ])('a problem with a retry at %i ms says when', (retryAt, text) => {
    const store = openPage([]);
    const problem: AbstractsProblem = { text: 'arXiv is busy.', retryAt };
    takeAbstracts(store, { abstractsProblem: problem });
    expect(store.getState().abstractsProblem).toBe(text);
    takeAbstracts(store, { abstractsProblem: null });
    expect(store.getState().abstractsProblem).toBeNull();
  });

  test('a problem comes with an answer, too', async () => {
    const store = open();
    answerWith({ waiting: 1, problem: { text: 'arXiv is busy.', retryAt: 3_000 } });
    await loadAbstracts(store, leaving.signal);
    expect(store.getState().abstractsProblem).toContain('arXiv is busy.');
    answerWith({});
    await vi.advanceTimersByTimeAsync(LONG_MS);
    expect(store.getState().abstractsProblem).toBeNull();
  });
});
