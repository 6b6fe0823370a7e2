import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Popup } from '@/components/popup/popup';
import { askOnly } from '@/components/reading-list/list-state';
import { useTriage } from '@/components/triage/use-triage';
import { openDatabase } from '@/lib/connections/open-database';
import { createCommands } from '@/lib/library/commands/commands';
import type { Paper } from '@/lib/paper';
import type { Change } from '@/lib/protocol/change';
import type { Command } from '@/lib/protocol/command';
import { READING_LIST } from '@/lib/protocol/list-query';
import { DEFAULT_KEYS } from '@/lib/settings/keys';
import { pageKeys, savedFilters } from '@/lib/settings/settings';
import { actionsIn, nameOf } from '@/lib/triage/actions';
import { noteDrafts } from '@/lib/triage/notes/drafts';
import { keysIn } from '../helpers/help';
import { emptyLibrary } from '../helpers/library';
import { listsFollow } from '../helpers/lists';
import { idOf, makePaper } from '../helpers/papers';

/** The popup over a library in memory; commands go straight to it, as the background does. */
const db = openDatabase();
const commands = createCommands(db);
/** Commands wait for this, as for a worker that has to be woken. */
let awake: Promise<void> = Promise.resolve();

vi.mock('@/components/page-link/use-page', () => ({
  usePage: () => ({ kind: 'elsewhere', tab: null }),
}));
vi.mock('@/components/popup/site-access', () => ({ SiteAccess: () => null }));
vi.mock('@/lib/protocol/send-command', () => ({
  sendCommand: (command: Command) => awake.then(() => commands.run(command)),
  sendUndo: (undoes: string) => commands.undo(crypto.randomUUID(), undoes),
  sendUndoLatest: () => commands.undoLatest(crypto.randomUUID()),
  sendRedoLatest: () => commands.redoLatest(crypto.randomUUID()),
}));

const attention = makePaper({ id: idOf(1), title: 'Attention, once more', authors: ['Ada Byte'] });
const schrodinger = makePaper({
  id: idOf(2),
  title: 'Schrödinger bridges',
  upvotes: 40,
  authors: Array.from({ length: 30 }, (_, n) => `Author ${n}`),
});

beforeEach(async () => {
  HTMLElement.prototype.showPopover = () => {};
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  localStorage.clear();
  askOnly(READING_LIST);
  await savedFilters.setValue([]);
  // jsdom lays nothing out: every list is 480 px high, and every card 96.
  const sizes = { clientWidth: 400, clientHeight: 480, offsetHeight: 96 };
  for (const [name, value] of Object.entries(sizes)) {
    Object.defineProperty(HTMLElement.prototype, name, { value, configurable: true });
  }
  useTriage.setState({ toast: null });
  await run(attention, { kind: 'star', value: true });
  await run(schrodinger, { kind: 'tag', tag: 'bridges', value: true });
  await listsFollow(db);
});

afterEach(async () => {
  cleanup();
  await emptyLibrary(db);
});

async function run(paper: Paper, change: Change) {
  const answer = await commands.run({
    op: crypto.randomUUID(),
    change,
    papers: [{ id: paper.id, paper }],
  });
  expect(answer.ok).toBe(true);
}

async function openList() {
  const user = userEvent.setup();
  render(<Popup />);
  await user.click(screen.getByRole('tab', { name: 'Reading list' }));
  await screen.findByRole('article', { name: 'Schrödinger bridges' });
  await screen.findByText('2 papers'); // not what is left of the test before
  return user;
}

const cards = () =>
  screen.queryAllByRole('article').map((card) => card.querySelector('h2')?.textContent);

test('shows what is on the list, the last added first, each with its buttons', async () => {
  await openList();
  expect(cards()).toEqual(['Schrödinger bridges', 'Attention, once more']);
  const card = within(screen.getByRole('article', { name: 'Attention, once more' }));
  const star = card.getByRole('button', { name: 'Star: Attention, once more' });
  expect(star.getAttribute('aria-pressed')).toBe('true');
  expect(card.getByRole('button', { name: 'Tags: Attention, once more' })).toBeTruthy();
  expect(card.getByRole('button', { name: 'Dismiss: Attention, once more' })).toBeTruthy();
  expect(card.getByRole('link').getAttribute('href')).toBe('https://arxiv.org/abs/2611.00001');
});

test('follows changes made elsewhere', async () => {
  await openList();
  await act(() => run(attention, { kind: 'star', value: false }));
  await waitFor(() => expect(cards()).toEqual(['Schrödinger bridges']));
});

test('searches without regard to accents, over authors and tags too', async () => {
  const user = await openList();
  const search = screen.getByRole('searchbox', { name: 'Search papers' });
  await user.type(search, 'schrodinger');
  await waitFor(() => expect(cards()).toEqual(['Schrödinger bridges']));
  expect((await screen.findByRole('mark')).textContent).toBe('Schrödinger');
  await user.clear(search);
  await user.type(search, 'byte');
  await waitFor(() => expect(cards()).toEqual(['Attention, once more']));
  await user.clear(search);
  await user.type(search, 'no such paper');
  await user.click(await screen.findByRole('button', { name: 'Show the whole list' }));
  await waitFor(() => expect(cards()).toHaveLength(2));
});

test('a change can be undone from the toast, once', async () => {
  const user = await openList();
  await user.click(screen.getByRole('button', { name: 'Star: Attention, once more' }));
  await waitFor(() => expect(cards()).toEqual(['Schrödinger bridges']));
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(cards()).toHaveLength(2));
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});

test('a refused change says so, and the card shows what the library holds', async () => {
  const user = await openList();
  vi.spyOn(commands, 'run').mockResolvedValue({ ok: false, code: 'storage', message: 'No room.' });
  await user.click(screen.getByRole('button', { name: 'Star: Attention, once more' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Not saved. No room.');
  const star = screen.getByRole('button', { name: 'Star: Attention, once more' });
  expect(star.getAttribute('aria-pressed')).toBe('true');
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('alert')).toBeNull();
});

test('on no page of ours it says where to go', async () => {
  render(<Popup />);
  expect(await screen.findByRole('heading', { name: 'No papers on this page' })).toBeTruthy();
  expect(screen.getByRole('link', { name: /arXiv/ })).toBeTruthy();
});

const focused = () => document.activeElement?.getAttribute('aria-label');
const state = async (paper: Paper) => (await db.papers.get(paper.id))?.triage;

test('the keyboard goes from the search into the list and back, and decides there', async () => {
  const user = await openList();
  const search = screen.getByRole('searchbox', { name: 'Search papers' });
  expect(document.activeElement).toBe(search);
  await user.keyboard('{ArrowDown}');
  expect(focused()).toBe('Schrödinger bridges');
  await user.keyboard('j');
  expect(focused()).toBe('Attention, once more');
  await user.keyboard('k');
  await user.keyboard('s');
  await waitFor(async () => expect((await state(schrodinger))?.starred).toBe(true));
  await user.keyboard('rr');
  await waitFor(async () => expect((await state(schrodinger))?.status).toBe('read'));
  await user.keyboard('a');
  expect(
    screen.getByRole('button', { name: 'Abstract: Schrödinger bridges', expanded: true }),
  ).toBeTruthy();
  await user.keyboard('{Escape}');
  expect(document.activeElement).toBe(search);
});

test('a key pressed before the papers are there takes the keyboard to them when they are', async () => {
  render(<Popup />);
  fireEvent.click(screen.getByRole('tab', { name: 'Reading list' })); // `user` would let time pass
  expect(cards()).toEqual([]);
  fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'ArrowDown' });
  await waitFor(() => expect(screen.getAllByRole('article')).toContain(document.activeElement));
});

test('an unfolded card names all authors, where they are very many when asked', async () => {
  const user = await openList();
  await user.keyboard('{ArrowDown}a');
  expect(screen.queryByText(/Author 29/)).toBeNull();
  await user.click(await screen.findByRole('button', { name: 'All 30 authors' }));
  expect(screen.getByText(/Author 29/)).toBeTruthy();
  const fewer = screen.getByRole('button', { name: 'Fewer authors' });
  expect(document.activeElement).toBe(fewer); // the keyboard is where it was
  await user.click(fewer);
  expect(screen.queryByText(/Author 29/)).toBeNull();
});

test('letters typed into the search decide nothing', async () => {
  const user = await openList();
  await user.keyboard('sx');
  expect(screen.getByRole('searchbox', { name: 'Search papers' })).toHaveProperty('value', 'sx');
  expect((await state(schrodinger))?.starred).toBe(false);
  expect((await state(schrodinger))?.dismissed).toBe(false);
});

test('after a paper is gone the keyboard is at the next one, and u brings it back', async () => {
  const user = await openList();
  await user.keyboard('{ArrowDown}x');
  await waitFor(() => expect(cards()).toEqual(['Attention, once more']));
  await waitFor(() => expect(focused()).toBe('Attention, once more'));
  await user.keyboard('u');
  await waitFor(() => expect(cards()).toHaveLength(2));
  expect(screen.getAllByRole('status').at(-1)?.textContent).toContain('Undid');
  await user.keyboard('{Shift>}U{/Shift}');
  await waitFor(() => expect(cards()).toEqual(['Attention, once more']));
});

test('keys pressed before an answer go on from what was asked for, and x is about one paper each', async () => {
  const user = await openList();
  let wake = () => {};
  awake = new Promise((resolve) => {
    wake = resolve;
  });
  await user.keyboard('{ArrowDown}sssrr');
  expect((await state(schrodinger))?.starred).toBe(false);
  wake();
  await waitFor(async () => {
    expect(await state(schrodinger)).toMatchObject({ starred: true, status: 'read' });
  });
  await user.keyboard('xx');
  await waitFor(() => expect(cards()).toEqual([]));
  expect(await state(attention)).toMatchObject({ starred: true, dismissed: true });
});

test('a note is written in place, saved, and undone as one', async () => {
  const user = await openList();
  await user.keyboard('{ArrowDown}n');
  const box = screen.getByRole('textbox', { name: 'Note: Schrödinger bridges' });
  expect(document.activeElement).toBe(box);
  await user.type(box, 'see section 3');
  await user.keyboard('{Escape}');
  await waitFor(async () => expect((await state(schrodinger))?.note).toBe('see section 3'));
  expect(focused()).toBe('Schrödinger bridges');
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect((await state(schrodinger))?.note).toBe(''));
});

/** A note of Attention, as a page leaves it that closes before it is saved. */
const keepDraft = (text: string) =>
  noteDrafts.keep(attention.id, { text, base: '', op: crypto.randomUUID(), paper: null });

test('a note left unsaved when the popup closed is saved at the next opening', async () => {
  await keepDraft('mid-wor');
  await openList();
  await waitFor(async () => expect((await state(attention))?.note).toBe('mid-wor'));
  await waitFor(async () => expect(await noteDrafts.read(attention.id)).toBeNull());
});

test('a note left unsaved that was changed elsewhere is asked about', async () => {
  await run(attention, { kind: 'note', value: 'theirs' });
  await keepDraft('mine');
  const user = await openList();
  const question = await screen.findByRole('region', { name: /Attention, once more/ });
  expect(question.textContent).toContain('theirs');
  expect((await state(attention))?.note).toBe('theirs');
  await user.click(within(question).getByRole('button', { name: 'Keep both' }));
  await waitFor(async () => expect((await state(attention))?.note).toBe('theirs\n\nmine'));
  await waitFor(() => {
    expect(screen.queryByRole('region', { name: /Attention, once more/ })).toBeNull();
  });
});

test('facets narrow the list, say what they are set to, and are counted', async () => {
  const user = await openList();
  await user.click(screen.getByRole('button', { name: 'Tag' }));
  const tag = await screen.findByRole('checkbox', { name: /bridges/, hidden: true });
  expect(tag.closest('label')?.textContent).toContain('1');
  await user.click(tag);
  await waitFor(() => expect(cards()).toEqual(['Schrödinger bridges']));
  expect(screen.getByRole('button', { name: 'Tag: bridges' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Clear filters' }));
  await waitFor(() => expect(cards()).toHaveLength(2));
});

test('a filter is saved under a name, asked for with one press, renamed, and deleted with undo', async () => {
  const user = await openList();
  await user.click(screen.getByRole('button', { name: 'Starred' }));
  await user.click(screen.getByRole('button', { name: 'Save filter' }));
  const name = await screen.findByRole('textbox', { name: 'Name of the filter', hidden: true });
  await user.clear(name);
  await user.type(name, 'Best{Enter}');
  const chip = await screen.findByRole('button', { name: 'Best', pressed: true });
  await user.click(chip);
  await waitFor(() => expect(cards()).toHaveLength(2));
  await user.click(screen.getByRole('button', { name: 'Best', pressed: false }));
  await waitFor(() => expect(cards()).toEqual(['Attention, once more']));

  await user.click(screen.getByRole('button', { name: 'Edit saved filters' }));
  const box = await screen.findByRole('textbox', { name: 'Name: Best', hidden: true });
  await user.clear(box);
  await user.type(box, 'Finest{Enter}');
  await screen.findByRole('button', { name: 'Finest' });
  await user.click(screen.getByRole('button', { name: 'Delete: Finest', hidden: true }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Finest' })).toBeNull());
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await screen.findByRole('button', { name: 'Finest' });
  expect(screen.queryByRole('textbox', { name: 'Name: Finest', hidden: true })).toBeNull();
});

test('what cannot be read of a filter is said, and something is found all the same', async () => {
  const user = await openList();
  await user.click(screen.getByRole('searchbox', { name: 'Search papers' }));
  await user.paste('(attention');
  await waitFor(() => expect(cards()).toEqual(['Attention, once more']));
  expect(await screen.findByText(/closing "\)" is missing/)).toBeTruthy();
});

describe('keys that the user chose', () => {
  beforeEach(() =>
    pageKeys.setValue({
      ...DEFAULT_KEYS,
      keys: { ...DEFAULT_KEYS.keys, star: ['f'], next: ['d'] },
    }),
  );
  afterEach(() => pageKeys.setValue(DEFAULT_KEYS));

  test('work in the popup, and those they replaced do nothing', async () => {
    const user = await openList();
    await user.keyboard('{ArrowDown}d');
    await waitFor(() => expect(focused()).toBe('Attention, once more'));
    await user.keyboard('js');
    expect(focused()).toBe('Attention, once more');
    expect((await state(attention))?.starred).toBe(true);
    await user.keyboard('f');
    await waitFor(async () => expect((await state(attention))?.starred ?? false).toBe(false));
  });

  test('are told by tooltips and help, which has every action of the popup', async () => {
    const user = await openList();
    const star = screen.getByRole('button', { name: 'Star: Attention, once more' });
    await waitFor(() => expect(star.title).toBe('Star (F)'));
    await user.keyboard('{ArrowDown}?');
    const help = await screen.findByRole('dialog', { name: 'Keys' });
    expect(keysIn(help)).toMatchObject({
      Star: 'F',
      'Next paper': 'D↓',
      Redo: 'Shift UCtrl Shift Z',
    });
    expect(Object.keys(keysIn(help))).toEqual(
      actionsIn('popup').map((action) => nameOf(action, 'popup')),
    );
  });

  test('count at once, also in a popup that is open', async () => {
    const user = await openList();
    await act(() => pageKeys.setValue(DEFAULT_KEYS));
    await user.keyboard('{ArrowDown}j');
    await waitFor(() => expect(focused()).toBe('Attention, once more'));
  });
});

test('? shows the keys, and the tab shown last is shown again', async () => {
  const user = await openList();
  await user.keyboard('{ArrowDown}?');
  const help = await screen.findByRole('dialog', { name: 'Keys' });
  await user.click(within(help).getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('dialog', { name: 'Keys' })).toBeNull();
  cleanup();
  render(<Popup />);
  expect(screen.getByRole('tab', { name: 'Reading list', selected: true })).toBeTruthy();
});
