import { within } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { mountNotice, type Notice } from '@/components/page-notice/notice';
import type { PageState, PageStore } from '@/lib/page/store';
import { UNDECIDED } from '@/lib/paper';
import { SHOW_ALL } from '@/lib/settings/showing';
import { idOf } from '../helpers/papers';
import { makeRow, makeSite, openPage } from '../helpers/rows';

const rows = [1, 2].map((n) => makeRow({ id: idOf(n) }));
const ALL_DISMISSED: Partial<PageState> = {
  saved: Object.fromEntries(rows.map(({ id }) => [id, { ...UNDECIDED, dismissed: true }])),
  showing: { ...SHOW_ALL, dismissed: false },
};
const clearFilter = vi.fn();
let store: PageStore;
let notice: Notice;

beforeEach(() => {
  clearFilter.mockReset();
  document.body.innerHTML = '<h1>A list</h1><ol></ol><footer></footer>';
  document.querySelector('ol')?.append(...rows.map(({ elements: [element] }) => element));
  store = openPage(rows);
  notice = mountNotice(document, store, {
    clearFilter,
    setShowing: (some) => store.setState({ showing: { ...store.getState().showing, ...some } }),
  });
});

afterEach(() => notice.remove());

const said = () => {
  const root = notice.shown()?.shadowRoot as unknown as HTMLElement | undefined;
  return root && within(root);
};

test('nothing is said while rows are shown', () => {
  store.setState({ matching: new Set(rows.slice(1)) });
  expect(notice.shown()).toBeNull();
});

test('a filter that nothing matches is, where the rows would be, with a way to clear it', async () => {
  store.setState({ matching: new Set() });
  expect(notice.shown()?.nextElementSibling).toBe(document.querySelector('ol'));
  expect(said()?.getByText('No paper on this page matches the filter.')).toBeTruthy();
  await userEvent.click(said()?.getByRole('button', { name: 'Clear the filter' }) as HTMLElement);
  expect(clearFilter).toHaveBeenCalledOnce();
  store.setState({ matching: null });
  expect(notice.shown()).toBeNull();
});

test('it is as well where the rest is not hidden', () => {
  store.setState({ matching: new Set(), showing: { ...SHOW_ALL, hidesRest: false } });
  expect(notice.shown()).not.toBeNull();
});

test('rows that are all hidden are, with why, and can be shown', async () => {
  store.setState(ALL_DISMISSED);
  expect(said()?.getByText('No papers are shown: 2 dismissed.')).toBeTruthy();
  await userEvent.click(said()?.getByRole('button', { name: 'Show them' }) as HTMLElement);
  expect(store.getState().showing.dismissed).toBe(true);
  expect(notice.shown()).toBeNull();
});

test('of one after the other, what holds now is said', () => {
  store.setState({ matching: new Set() });
  store.setState({ ...ALL_DISMISSED, matching: null });
  expect(said()?.getAllByText(/./, { selector: 'p' })).toHaveLength(1);
  expect(said()?.queryByText(/matches the filter/)).toBeNull();
  store.setState({ matching: new Set() });
  expect(said()?.queryByText(/dismissed/)).toBeNull();
});

test.each<[string, Partial<PageState>]>([
  ['a page without papers', { rows: [] }],
  ['a paper’s own page', { site: makeSite({ kind: 'paper' }) }],
  ['a page that is none of ours', { site: null }],
])('nothing is said on %s', (_, known) => {
  store.setState({ ...known, matching: new Set() });
  expect(notice.shown()).toBeNull();
});

test('it moves with the list that the page draws anew', () => {
  store.setState({ matching: new Set() });
  const list = document.createElement('ol');
  const fresh = makeRow({ id: idOf(3) });
  list.append(fresh.elements[0]);
  document.querySelector('ol')?.replaceWith(list);
  store.setState({ rows: [fresh] });
  expect(notice.shown()?.nextElementSibling).toBe(list);
});
