import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { learnStates, loadStates } from '@/lib/page/saved-states';
import { type PageStore, shownState } from '@/lib/page/store';
import { type PaperId, UNDECIDED } from '@/lib/paper';
import { NoAnswer } from '@/lib/protocol/ask';
import { fakeBackground } from '../../helpers/messaging';
import { idOf } from '../../helpers/papers';
import { makeRow, openPage } from '../../helpers/rows';

const A = idOf(1);

let store: PageStore;
let background: ReturnType<typeof fakeBackground>;

beforeEach(() => {
  vi.useFakeTimers();
  background = fakeBackground();
  store = openPage([1, 2].map((n) => makeRow({ id: idOf(n) })));
});

afterEach(() => void vi.useRealTimers());

const shown = (id: PaperId = A) => shownState(store.getState(), id);

describe('loadStates', () => {
  test('asks for all in one message, and keeps what is known of others', async () => {
    learnStates(store, { [idOf(3)]: { ...UNDECIDED, note: 'n' } });
    background.mockResolvedValue({ answer: { [A]: { ...UNDECIDED, starred: true } } });
    await loadStates(store, [A, idOf(2)]);
    expect(background).toHaveBeenCalledExactlyOnceWith({ winnow: 'states', payload: [A, idOf(2)] });
    expect(shown()).toMatchObject({ starred: true });
    expect(shown(idOf(2))).toEqual(UNDECIDED);
    expect(shown(idOf(3))).toMatchObject({ note: 'n' });
  });

  test('asks again when an answer never comes', async () => {
    const answer = { answer: { [A]: { ...UNDECIDED, starred: true } } };
    background.mockReturnValueOnce(new Promise(() => undefined)).mockResolvedValue(answer);
    const loaded = loadStates(store, [A]);
    await vi.runAllTimersAsync();
    await loaded;
    expect(shown()).toMatchObject({ starred: true });
  });

  test('asks nothing for nothing', async () => {
    await loadStates(store, []);
    expect(background).not.toHaveBeenCalled();
  });

  test('asks again without an answer, and says in the end that there is none', async () => {
    background.mockResolvedValue(undefined);
    const outcome = expect(loadStates(store, [A])).rejects.toBeInstanceOf(NoAnswer);
    await vi.runAllTimersAsync();
    await outcome;
    expect(background.mock.calls.length).toBeGreaterThan(1);
  });
});
