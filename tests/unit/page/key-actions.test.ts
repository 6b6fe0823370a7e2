/** What keys do to the rows of a page, with a library that answers late or not at all. */
import { beforeEach, expect, test, vi } from 'vitest';
import { showCurrentRow } from '@/lib/page/current-row';
import { createKeyActions } from '@/lib/page/key-actions';
import { type PageStore, shownState } from '@/lib/page/store';
import { createPageTriage } from '@/lib/page/triage-actions';
import { createPageUi, type PageUiStore } from '@/lib/page/ui';
import { starredPapers, undecidedAbove } from '@/lib/page/whole-page';
import type { Row } from '@/lib/sites/site';
import { fakeBackground } from '../../helpers/messaging';
import { idOf } from '../../helpers/papers';
import { makeRow, makeSite, openPage } from '../../helpers/rows';

let store: PageStore;
let ui: PageUiStore;
let rows: Row[];
let press: ReturnType<typeof createKeyActions>;
let answers: ((isSaved: boolean) => void)[];
let commands: unknown[];
const services = {
  focusRow: vi.fn(),
  openDialog: vi.fn(),
  openPaper: vi.fn(),
  actOnLinks: vi.fn(),
  openPanel: vi.fn(),
  injectPageUi: vi.fn(),
  toggleAbstract: vi.fn(() => false),
};

beforeEach(() => {
  vi.clearAllMocks();
  window.scrollBy = vi.fn() as never;
  window.matchMedia = vi.fn(() => ({ matches: true })) as never;
  rows = [1, 2, 3, 4].map((n) => makeRow({ id: idOf(n), title: `Paper ${n}` }));
  for (const { elements } of rows) document.body.append(...elements);
  answers = [];
  commands = [];
  fakeBackground().mockImplementation(({ payload }) => {
    commands.push(payload);
    return new Promise((resolve) => {
      answers.push((isSaved) => resolve({ answer: isSaved ? done(payload) : REFUSED }));
    });
  });
  open(openPage(rows));
});

function open(page: PageStore): void {
  store = page;
  ui = createPageUi();
  showCurrentRow(store, ui);
  const triage = createPageTriage(store, ui, () => undefined);
  press = createKeyActions({ store, ui, triage, ...services });
}

const REFUSED = { ok: false, code: 'storage', message: 'No luck.' };

function done(payload: unknown) {
  const { op, change, papers } = payload as never as {
    op: string;
    change: { kind: 'star' | 'dismiss'; value: boolean };
    papers: { id: never }[];
  };
  const states = Object.fromEntries(
    papers.map(({ id }) => {
      const field = change.kind === 'star' ? 'starred' : 'dismissed';
      return [id, { ...shownState(store.getState(), id), [field]: change.value }];
    }),
  );
  return { ok: true, op, text: 'Done', states, history: { undo: 'Done', redo: null } };
}

const state = (n: number) => shownState(store.getState(), idOf(n));
const current = () => ui.getState().current?.title;
const marked = () =>
  [...document.querySelectorAll('[data-winnow-current]')].map(({ textContent }) => textContent);

test('next and previous go through the rows, mark one, and stop at the ends', () => {
  press('next');
  expect(current()).toBeDefined();
  ui.setState({ current: rows[0] ?? null });
  press('previous');
  expect(current()).toBe('Paper 1');
  for (let n = 0; n < 9; n += 1) press('next');
  expect(current()).toBe('Paper 4');
  expect(marked()).toEqual(['Paper 4']);
  expect(services.focusRow).toHaveBeenLastCalledWith(rows[3]);
});

test('without a current row a key only says which row it will be about', () => {
  press('star');
  expect(commands).toEqual([]);
  expect(current()).toBeDefined();
  press('star');
  expect(state(1).starred || state(2).starred).toBe(true);
});

test('dismissing goes on to the next undecided row, over those decided on and around the end', () => {
  store.setState({ saved: { [idOf(3)]: { ...state(3), starred: true } } });
  ui.setState({ current: rows[1] ?? null });
  press('dismiss');
  expect(current()).toBe('Paper 4');
  press('dismiss');
  expect(current()).toBe('Paper 1');
  press('dismiss');
  expect(current()).toBe('Paper 1'); // nothing is left
  expect([1, 2, 4].every((n) => state(n).dismissed)).toBe(true);
});

test('keys while a command is unanswered: all are sent, once, in order; the toast counts', async () => {
  ui.setState({ current: rows[0] ?? null });
  press('star');
  press('star');
  press('star');
  for (let n = 0; n < 3; n += 1) {
    await vi.waitFor(() => expect(answers).toHaveLength(n + 1));
    answers[n]?.(true);
  }
  await vi.waitFor(() => expect(store.getState().pending).toEqual([]));
  expect(commands.map((one) => (one as { change: unknown }).change)).toEqual([
    { kind: 'star', value: true },
    { kind: 'star', value: false },
    { kind: 'star', value: true },
  ]);
  expect(ui.getState().toast).toMatchObject({ text: 'Starred. 3 left', title: 'Paper 1' });
});

test('on a row that leaves the page: what was asked is saved, and no other row takes its place', async () => {
  ui.setState({ current: rows[0] ?? null });
  press('star');
  store.setState({ rows: rows.slice(1) });
  expect(current()).toBeUndefined();
  press('star');
  await vi.waitFor(() => expect(answers).toHaveLength(1));
  answers[0]?.(false);
  await vi.waitFor(() => expect(ui.getState().toast?.kind).toBe('failure'));
  expect(ui.getState().toast).toMatchObject({ text: 'Not saved. No luck.', title: 'Paper 1' });
  expect(commands).toHaveLength(1);
});

test('a row that is drawn anew is still the current one', () => {
  ui.setState({ current: rows[0] ?? null });
  const anew = makeRow({ id: idOf(1), title: 'Paper 1' });
  store.setState({ rows: [anew, ...rows.slice(1)] });
  expect(ui.getState().current).toBe(anew);
});

test('on a paper’s own page keys act on it, and those of a list do nothing', () => {
  open(openPage(rows.slice(0, 1), { site: makeSite({ kind: 'paper' }) }));
  expect(press('next')).toBe(false);
  expect(press('filter')).toBe(false);
  press('status');
  expect(state(1).status).toBe('reading');
});

test('an outdated page leaves all keys to the browser', () => {
  store.setState({ outdated: true });
  expect(press('star')).toBe(false);
});

test('done to here is about the undecided rows above; starred ones are found in page order', () => {
  const starred = { ...state(2), starred: true };
  store.setState({ saved: { [idOf(2)]: starred, [idOf(4)]: starred } });
  expect(undecidedAbove(store.getState(), rows[3] ?? null)).toEqual([idOf(1), idOf(3)]);
  expect(undecidedAbove(store.getState(), null)).toEqual([]);
  expect(starredPapers(store.getState())).toEqual([idOf(2), idOf(4)]);
});
