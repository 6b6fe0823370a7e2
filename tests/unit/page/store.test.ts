import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countPapers, createPageStore, isNew, isSeen, shownState } from '@/lib/page/store';
import { isDecided, type TriageState, UNDECIDED } from '@/lib/paper';
import { applyChange, type Change } from '@/lib/protocol/change';
import { anyChange, idOf } from '../../helpers/papers';
import { makeRow, openPage } from '../../helpers/rows';

const [A, B] = [idOf(1), idOf(2)] as const;

function pendingOf(id: typeof A, change: Change) {
  return { op: crypto.randomUUID(), ids: new Set([id]), change };
}

describe('shownState', () => {
  test('is undecided where nothing is known', () => {
    expect(shownState(createPageStore().getState(), A)).toEqual(UNDECIDED);
  });

  test('is what was saved, with what is on its way for this paper, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(A, B), anyChange)), (changes) => {
        const store = createPageStore();
        const saved = { ...UNDECIDED, tags: ['old'], note: 'n' };
        store.setState({
          saved: { [A]: saved },
          pending: changes.map(([id, change]) => pendingOf(id, change)),
        });
        const ours = changes.filter(([id]) => id === A).map(([, change]) => change);
        expect(shownState(store.getState(), A)).toEqual(ours.reduce(applyChange, saved));
      }),
    );
  });

  test('has its tags in order, each once', () => {
    const store = createPageStore();
    const pending = ['b', 'a', 'b'].map((tag) => pendingOf(A, { kind: 'tag', tag, value: true }));
    store.setState({ pending });
    expect(shownState(store.getState(), A).tags).toEqual(['a', 'b']);
  });
});

describe('isDecided', () => {
  test.each<[Partial<TriageState>, boolean]>([
    [{}, false],
    [{ note: 'Only a note.' }, true],
    [{ starred: true }, true],
    [{ dismissed: true }, true],
    [{ tags: ['a'] }, true],
    [{ status: 'reading' }, true],
    [{ status: 'read' }, true],
  ])('%j: %s', (state, expected) => {
    expect(isDecided({ ...UNDECIDED, ...state })).toBe(expected);
  });
});

describe('isNew', () => {
  test.each<[string, number | null, boolean]>([
    ['nothing is on a first visit', null, false],
    ['what is on the list for the first time is', 1_000, true],
  ])('%s', (_, lastVisit, expected) => {
    const store = openPage([], { visits: { lastVisit, seen: new Set([B]) } });
    expect(isNew(store.getState(), A)).toBe(expected);
    expect(isNew(store.getState(), B)).toBe(false);
  });
});

describe('isSeen', () => {
  test.each<[string, number | null, boolean]>([
    ['nothing is on a first visit', null, false],
    ['what was on a list before is', 1_000, true],
  ])('%s', (_, lastVisit, expected) => {
    const store = openPage([], { visits: { lastVisit, seen: new Set([B]) } });
    expect(isSeen(store.getState(), B)).toBe(expected);
    expect(isSeen(store.getState(), A)).toBe(false);
  });
});

test('two rows of one paper are one paper', () => {
  expect(countPapers([A, B, A].map((id) => makeRow({ id })))).toBe(2);
  expect(countPapers([])).toBe(0);
});
