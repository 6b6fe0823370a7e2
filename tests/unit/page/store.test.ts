import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { applyChange, type Change } from '@/lib/command';
import { createPageStore, setFilter, setRows, shownState } from '@/lib/page/store';
import { UNDECIDED } from '@/lib/paper';
import { anyChange, idOf } from '../../helpers/papers';
import { makeRow, makeSite } from '../../helpers/rows';

const [A, B] = [idOf(1), idOf(2)] as const;

function pendingOf(id: typeof A, change: Change) {
  return { op: crypto.randomUUID(), id, change };
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

describe('the filter', () => {
  const sparse = makeRow({ id: A, title: 'Sparse attention', categories: ['cs.LG'] });
  const graphs = makeRow({ id: B, title: 'Graphs', authors: ['B. Dürer'], abstract: 'Sparse.' });
  const sameAgain = makeRow({ id: A, title: 'Sparse attention' });

  function openPage() {
    const store = createPageStore();
    setRows(store, { site: makeSite(), rows: [sparse, graphs, sameAgain], unreadable: 0 });
    return store;
  }

  test.each([
    ['attention', [sparse, sameAgain]],
    ['sparse', [sparse, graphs, sameAgain]],
    ['durer', [graphs]],
    ['cs.lg', [sparse]],
    ['sparse durer', [graphs]],
    ['nothing of this', []],
  ])('%j leaves the rows that match', (filter, rows) => {
    const store = openPage();
    setFilter(store, filter);
    expect([...(store.getState().matching ?? [])]).toEqual(rows);
  });

  test.each(['', '   '])('%j shows all', (filter) => {
    const store = openPage();
    setFilter(store, 'attention');
    setFilter(store, filter);
    expect(store.getState()).toMatchObject({ filter, matching: null });
  });

  test('stays when the page is read anew', () => {
    const store = openPage();
    setFilter(store, 'attention');
    const later = makeRow({ id: idOf(3), title: 'More attention' });
    setRows(store, { site: makeSite(), rows: [graphs, later], unreadable: 2 });
    expect(store.getState()).toMatchObject({ filter: 'attention', unreadable: 2 });
    expect([...(store.getState().matching ?? [])]).toEqual([later]);
  });

  test('reads nothing of the papers while there is none', () => {
    const read = vi.fn(() => sparse.read());
    const store = createPageStore();
    setRows(store, { site: makeSite(), rows: [makeRow({}, { read })], unreadable: 0 });
    expect(read).not.toHaveBeenCalled();
  });
});
