import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { learnStates } from '@/lib/page/saved-states';
import { type PageStore, shownState } from '@/lib/page/store';
import { createPageTriage } from '@/lib/page/triage-actions';
import { createPageUi } from '@/lib/page/ui';
import { type PaperId, UNDECIDED } from '@/lib/paper';
import type { Acknowledgement } from '@/lib/protocol/acknowledgement';
import type { Change } from '@/lib/protocol/change';
import type { Command } from '@/lib/protocol/command';
import { fakeBackground } from '../../helpers/messaging';
import { idOf, makePaper } from '../../helpers/papers';
import { makeRow, openPage } from '../../helpers/rows';

const A = idOf(1);
const STAR: Change = { kind: 'star', value: true };
const UNSTAR: Change = { kind: 'star', value: false };
const TAG: Change = { kind: 'tag', tag: 'a', value: true };
const REFUSED: Acknowledgement = { ok: false, code: 'storage-full', message: 'The disk is full.' };

let store: PageStore;
let changeAll: ReturnType<typeof createPageTriage>['change'];
let background: ReturnType<typeof fakeBackground>;

beforeEach(() => {
  vi.useFakeTimers();
  background = fakeBackground();
  store = openPage([1, 2, 1].map((n) => makeRow({ id: idOf(n) })));
  changeAll = createPageTriage(store, createPageUi(), () => undefined).change;
});

afterEach(() => void vi.useRealTimers());

const change = (id: PaperId, wanted: Change) => changeAll([id], wanted);
const shown = (id: PaperId = A) => shownState(store.getState(), id);

/** What the background was sent, in order. */
function sent(): Command[] {
  return background.mock.calls.map(([{ payload }]) => payload as Command);
}

/** A library that saves what it is sent, in its own memory. */
function saveAll() {
  let state = UNDECIDED;
  background.mockImplementation(async ({ payload }) => {
    const { op, change: wanted } = payload as Command;
    if (wanted.kind === 'star') state = { ...state, starred: wanted.value };
    if (wanted.kind === 'tag') state = { ...state, tags: [wanted.tag] };
    return { answer: { ok: true, op, states: { [A]: state } } };
  });
  return () => state;
}

describe('change', () => {
  test('is shown at once, and stays when it is acknowledged', async () => {
    saveAll();
    const changing = change(A, STAR);
    expect(shown()).toMatchObject({ starred: true });
    expect(shown(idOf(2))).toEqual(UNDECIDED);
    await changing;
    expect(shown()).toMatchObject({ starred: true });
    expect(store.getState()).toMatchObject({ pending: [], failures: {} });
  });

  test('is late when no answer came for a while, and only then', async () => {
    background.mockImplementation(() => new Promise(() => {}));
    void change(A, STAR);
    await vi.advanceTimersByTimeAsync(300);
    expect(store.getState().pending.some((one) => one.isLate)).toBe(false);
    await vi.advanceTimersByTimeAsync(200);
    expect(store.getState().pending.every((one) => one.isLate)).toBe(true);
  });

  test('is sent with the paper as the page shows it, and a name of its own', async () => {
    saveAll();
    await change(A, STAR);
    await change(A, TAG);
    const [first, second] = sent();
    expect(first).toMatchObject({ change: STAR, papers: [{ id: A, paper: makePaper() }] });
    expect(first?.op).not.toBe(second?.op);
  });

  test('shows what the library says, not what was hoped for', async () => {
    const states = { [A]: { ...UNDECIDED, starred: true, note: 'from another tab' } };
    background.mockImplementation(async ({ payload }) => ({
      answer: { ok: true, op: (payload as Command).op, states },
    }));
    await change(A, STAR);
    expect(shown()).toEqual(states[A]);
  });

  test('goes back when it is refused, and the user is told why', async () => {
    learnStates(store, { [A]: { ...UNDECIDED, tags: ['old'] } });
    background.mockResolvedValue({ answer: REFUSED });
    await change(A, STAR);
    expect(shown()).toEqual({ ...UNDECIDED, tags: ['old'] });
    expect(store.getState().failures).toEqual({ [A]: 'The disk is full.' });
    expect(store.getState().pending).toEqual([]);
  });

  test('takes the message away with the next attempt', async () => {
    background.mockResolvedValueOnce({ answer: REFUSED });
    await change(A, STAR);
    saveAll();
    const changing = change(A, STAR);
    expect(store.getState().failures).toEqual({});
    await changing;
    expect(shown()).toMatchObject({ starred: true });
  });

  test('goes back when the background fails, and says so', async () => {
    background.mockResolvedValue({ error: 'No luck.' });
    await change(A, STAR);
    expect(shown()).toEqual(UNDECIDED);
    expect(store.getState().failures[A]).toContain('No luck.');
  });

  test('without an answer is sent again under the same name', async () => {
    saveAll();
    background
      .mockResolvedValueOnce(undefined) // the worker was stopped
      .mockRejectedValueOnce(new Error('message channel closed'));
    const changing = change(A, STAR);
    await vi.advanceTimersByTimeAsync(50);
    expect(store.getState().pending).toHaveLength(1); // not saved yet, and shown
    expect(shown()).toMatchObject({ starred: true });
    await vi.runAllTimersAsync();
    await changing;
    expect(sent()).toHaveLength(3);
    expect(new Set(sent().map(({ op }) => op)).size).toBe(1);
    expect(shown()).toMatchObject({ starred: true });
    expect(store.getState().pending).toEqual([]);
  });

  test('that is never answered goes back, and says so', async () => {
    background.mockResolvedValue(undefined);
    const changing = change(A, STAR);
    await vi.runAllTimersAsync();
    await changing;
    expect(shown()).toEqual(UNDECIDED);
    expect(store.getState().failures[A]).toMatch(/did not answer/);
  });

  test('of a paper that is not on the page does nothing', async () => {
    await change(idOf(9), STAR);
    expect(background).not.toHaveBeenCalled();
    expect(store.getState().pending).toEqual([]);
  });
});

describe('changes of one paper at once', () => {
  test('are all shown, and each goes back alone', async () => {
    background.mockImplementation(async ({ payload }) => {
      const { op, change: wanted } = payload as Command;
      if (wanted.kind === 'star') return { answer: REFUSED };
      return { answer: { ok: true, op, states: { [A]: { ...UNDECIDED, tags: ['a'] } } } };
    });
    const changing = Promise.all([change(A, STAR), change(A, TAG)]);
    expect(shown()).toMatchObject({ starred: true, tags: ['a'] });
    await vi.runAllTimersAsync();
    await changing;
    expect(shown()).toEqual({ ...UNDECIDED, tags: ['a'] });
  });

  test('an acknowledgement of the first does not hide the second', async () => {
    const answers: (() => void)[] = [];
    background.mockImplementation(
      ({ payload }) =>
        new Promise((resolve) => {
          const { op } = payload as Command;
          const states = { [A]: { ...UNDECIDED, starred: true } };
          answers.push(() => resolve({ answer: { ok: true, op, states } }));
        }),
    );
    const first = change(A, STAR);
    void change(A, TAG);
    await vi.advanceTimersByTimeAsync(0);
    answers[0]?.();
    await first;
    expect(shown()).toMatchObject({ starred: true, tags: ['a'] });
  });

  test('come to the library in their order, also when one has to be sent again', async () => {
    const library = saveAll();
    background.mockResolvedValueOnce(undefined); // the first star is lost
    const changing = Promise.all([change(A, STAR), change(A, UNSTAR)]);
    await vi.runAllTimersAsync();
    await changing;
    expect(library()).toMatchObject({ starred: false });
    expect(shown()).toMatchObject({ starred: false });
  });
});

describe('the same change of several papers', () => {
  const B = idOf(2);
  const acknowledged = (op: string) => {
    const states = { [A]: { ...UNDECIDED, starred: true }, [B]: { ...UNDECIDED, starred: true } };
    return { answer: { ok: true, op, states } };
  };

  test('is one operation, shown on all of them at once', async () => {
    background.mockImplementation(async ({ payload }) => acknowledged((payload as Command).op));
    const changing = changeAll([A, B], STAR);
    expect([shown(A).starred, shown(B).starred]).toEqual([true, true]);
    await changing;
    expect(sent()).toHaveLength(1);
    expect(sent()[0]).toMatchObject({ change: STAR, papers: [{ id: A }, { id: B }] });
    expect([shown(A).starred, shown(B).starred]).toEqual([true, true]);
    expect(store.getState()).toMatchObject({ pending: [], failures: {} });
  });

  test('goes back on all of them when it is refused, and each says why', async () => {
    background.mockResolvedValue({ answer: REFUSED });
    await changeAll([A, B], STAR);
    expect([shown(A), shown(B)]).toEqual([UNDECIDED, UNDECIDED]);
    expect(store.getState().failures).toEqual({ [A]: REFUSED.message, [B]: REFUSED.message });
  });

  test('leaves out papers that are not on the page', async () => {
    background.mockResolvedValue({ answer: REFUSED });
    await changeAll([idOf(9), B], STAR);
    expect(sent()[0]?.papers.map(({ id }) => id)).toEqual([B]);
    expect(store.getState().pending).toEqual([]);
  });

  test('waits for what is under way about any of them, and later changes wait for it', async () => {
    const answers: (() => void)[] = [];
    background.mockImplementation(
      ({ payload }) =>
        new Promise((resolve) => {
          answers.push(() => resolve(acknowledged((payload as Command).op)));
        }),
    );
    void change(B, TAG);
    void changeAll([A, B], STAR);
    void change(A, UNSTAR);
    for (const expected of [[TAG], [TAG, STAR], [TAG, STAR, UNSTAR]]) {
      await vi.advanceTimersByTimeAsync(0);
      expect(sent().map((command) => command.change)).toEqual(expected);
      answers.at(-1)?.();
    }
  });

  test('a change that failed does not hold up the next', async () => {
    background.mockResolvedValueOnce({ answer: REFUSED });
    background.mockImplementation(async ({ payload }) => acknowledged((payload as Command).op));
    await Promise.all([change(A, TAG), changeAll([A, B], STAR)]);
    expect(shown()).toMatchObject({ starred: true, tags: [] });
  });
});

test('what another tab decided is shown, with what is on its way here', () => {
  void change(A, TAG);
  learnStates(store, { [A]: { ...UNDECIDED, starred: true } });
  expect(shown()).toMatchObject({ starred: true, tags: ['a'] });
});
