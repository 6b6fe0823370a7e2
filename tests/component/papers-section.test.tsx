import { cleanup, configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { LibraryPage } from '@/components/library-page/library-page';
import { useTriage } from '@/components/triage/use-triage';
import { openDatabase } from '@/lib/connections/open-database';
import { createCommands } from '@/lib/library/commands/commands';
import { createVersions } from '@/lib/library/observations/versions';
import type { PaperId } from '@/lib/paper';
import type { Change } from '@/lib/protocol/change';
import type { Command } from '@/lib/protocol/command';
import { DEFAULT_KEYS } from '@/lib/settings/keys';
import { pageKeys } from '@/lib/settings/settings';
import { actionsIn, nameOf } from '@/lib/triage/actions';
import { keysIn } from '../helpers/help';
import { emptyLibrary } from '../helpers/library';
import { listsFollow } from '../helpers/lists';
import { idOf, makePaper } from '../helpers/papers';
import { fakePermissions } from '../helpers/permissions';

// The whole page is there, and asking for roles takes its time on a busy machine.
configure({ asyncUtilTimeout: 5_000 });
vi.setConfig({ testTimeout: 30_000 });

/** The library page over a library in memory; commands go straight to it, as the background does. */
const db = openDatabase();
const commands = createCommands(db);

vi.mock('@/lib/protocol/send-command', () => ({
  sendCommand: (command: Command) => commands.run(command),
  sendUndo: (undoes: string) => commands.undo(crypto.randomUUID(), undoes),
  sendUndoLatest: () => commands.undoLatest(crypto.randomUUID()),
  sendRedoLatest: () => commands.redoLatest(crypto.randomUUID()),
}));

const TITLES = ['Alpha', 'Beta', 'Gamma', 'Delta', 'Epsilon', 'Zeta'];

beforeEach(async () => {
  fakePermissions();
  HTMLElement.prototype.showPopover = () => {};
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  // jsdom lays nothing out: every list is 600 px high, and every row 66.
  const sizes = { clientWidth: 800, clientHeight: 600, offsetHeight: 66 };
  for (const [name, value] of Object.entries(sizes)) {
    Object.defineProperty(HTMLElement.prototype, name, { value, configurable: true });
  }
  HTMLElement.prototype.scrollTo = () => {};
  useTriage.setState({ toast: null });
  location.hash = '';
  for (const [index, title] of TITLES.entries()) {
    const date = `20${20 + (index % 2)}-01-02`;
    const authors = Array.from({ length: 30 }, (_, n) => `Author ${n}`);
    const abstract = `About ${title} with <b>care</b>.`;
    const paper = makePaper({ id: idOf(index), title, date, authors, abstract });
    await run([paper.id], { kind: 'tag', tag: index < 2 ? 'first ones' : '図書', value: true }, [
      paper,
    ]);
  }
  await listsFollow(db);
});

afterEach(async () => {
  cleanup();
  await pageKeys.setValue(DEFAULT_KEYS);
  await emptyLibrary(db);
});

async function run(
  ids: readonly PaperId[],
  change: Change,
  papers?: ReturnType<typeof makePaper>[],
) {
  const answer = await commands.run({
    op: crypto.randomUUID(),
    change,
    papers: ids.map((id, index) => ({ id, paper: papers?.[index] ?? null })),
  });
  expect(answer.ok).toBe(true);
}

async function openPapers(hash = '#/papers?sort=title', count = TITLES.length) {
  location.hash = hash;
  render(<LibraryPage />);
  await screen.findByText(`${count} papers`); // not what is left of the test before
  await waitFor(() => expect(rows()).toHaveLength(count));
  return userEvent.setup();
}

const row = (title: string) => screen.getByRole('article', { name: title });
const rows = () =>
  screen.queryAllByRole('article').map((one) => one.querySelector('h2')?.textContent);
const checkbox = (title: string) => screen.getByRole('checkbox', { name: `Select: ${title}` });
const chosen = () => TITLES.filter((title) => (checkbox(title) as HTMLInputElement).checked).sort();
const triageOf = async (index: number) => (await db.papers.get(idOf(index)))?.triage;

test('facets say how many papers they leave, and narrow the list and its address', async () => {
  const user = await openPapers();
  const tags = within(screen.getByRole('group', { name: 'Tags' }));
  expect(tags.getByRole('checkbox', { name: '図書 4' })).toBeTruthy();
  await user.click(tags.getByRole('checkbox', { name: 'first ones 2' }));
  await waitFor(() => expect(rows()).toEqual(['Alpha', 'Beta']));
  expect(screen.getByText('2 papers')).toBeTruthy();
  expect(location.hash).toBe('#/papers?tag=first+ones&sort=title');
  const years = within(screen.getByRole('group', { name: 'Years' }));
  await user.click(await years.findByRole('checkbox', { name: '2021 1' }));
  await waitFor(() => expect(rows()).toEqual(['Beta']));
  await user.click(screen.getByRole('button', { name: 'Clear Tags' }));
  await waitFor(() => expect(rows()).toEqual(['Beta', 'Delta', 'Zeta']));
});

test('an address opens what it says; what matches nothing offers the way back', async () => {
  const user = await openPapers('#/papers?tag=first+ones&sort=title', 2);
  expect(rows()).toEqual(['Alpha', 'Beta']);
  await user.type(screen.getByRole('searchbox', { name: 'Search papers' }), 'no such thing');
  await screen.findByRole('heading', { name: 'Nothing matches' });
  await user.click(screen.getByRole('button', { name: 'Show the whole list' }));
  await waitFor(() => expect(rows()).toHaveLength(6));
});

test('a click shows everything of a paper', async () => {
  const user = await openPapers();
  await user.click(row('Gamma'));
  const details = within(await screen.findByRole('complementary', { name: 'Details' }));
  expect(details.getByRole('heading', { name: 'Gamma' })).toBeTruthy();
  expect(details.getByText('About Gamma with <b>care</b>.')).toBeTruthy();
  expect(details.queryByText(/Author 29/)).toBeNull();
  await user.click(details.getByRole('button', { name: 'All 30 authors' }));
  expect(details.getByText(/Author 29/)).toBeTruthy();
  const links = details.getAllByRole('link').map((link) => link.getAttribute('href'));
  expect(links).toEqual([
    'https://arxiv.org/abs/2611.00002', // the main action
    'https://arxiv.org/abs/2611.00002',
    'https://arxiv.org/pdf/2611.00002',
    'https://arxiv.org/html/2611.00002',
    'https://huggingface.co/papers/2611.00002',
  ]);
  await user.selectOptions(details.getByRole('combobox', { name: 'Status' }), ['Reading']);
  await waitFor(async () => expect((await triageOf(2))?.status).toBe('reading'));
});

test('what a note was before is found again, and put back', async () => {
  for (const value of ['first thought', 'second thought']) {
    await run([idOf(2)], { kind: 'note', value });
  }
  const user = await openPapers();
  await user.click(row('Gamma'));
  const details = within(await screen.findByRole('complementary', { name: 'Details' }));
  await user.click(details.getByText('Earlier versions of the note'));
  const notes = details.getByRole('list', { name: 'Earlier versions of the note' });
  await within(notes).findByText('first thought');
  await user.click(within(notes).getByRole('button', { name: 'Put back' }));
  await waitFor(async () => expect((await triageOf(2))?.note).toBe('first thought'));
  await within(notes).findByText('second thought');
});

test('a version that came out is said in the row and the details, until it is acknowledged', async () => {
  await createVersions(db).report([{ id: idOf(2), version: null, replacedOn: '2199-01-01' }]);
  const user = await openPapers();
  expect(within(row('Gamma')).getByText('New version')).toBeTruthy();
  expect(within(row('Alpha')).queryByText('New version')).toBeNull();
  await user.click(row('Gamma'));
  const details = within(await screen.findByRole('complementary', { name: 'Details' }));
  await user.click(details.getByRole('button', { name: 'Got it: Gamma' }));
  await waitFor(() => expect(screen.queryByText('New version')).toBeNull());
});

test('papers are chosen by click, range, one by one, and all that match', async () => {
  const user = await openPapers();
  await user.click(row('Alpha'));
  await user.keyboard('{Control>}');
  await user.click(row('Gamma'));
  await user.keyboard('{/Control}');
  expect(chosen()).toEqual(['Alpha', 'Gamma']);
  expect(screen.getByText('2 selected')).toBeTruthy();
  await user.click(row('Beta'));
  await user.keyboard('{Shift>}');
  await user.click(row('Epsilon')); // by title: Alpha, Beta, Delta, Epsilon, Gamma, Zeta
  await user.keyboard('{/Shift}');
  expect(chosen()).toEqual(['Beta', 'Delta', 'Epsilon']);
  await user.click(screen.getByRole('button', { name: 'Select all 6' }));
  expect(chosen()).toHaveLength(6);
});

test('many papers are changed as one, and taken back as one', async () => {
  const user = await openPapers();
  await user.click(checkbox('Alpha'));
  await user.click(checkbox('Zeta'));
  const bulk = within(screen.getByRole('toolbar', { name: 'Selected papers' }));
  await user.click(bulk.getByRole('button', { name: 'Star' }));
  await waitFor(async () => expect((await triageOf(0))?.starred).toBe(true));
  expect((await triageOf(5))?.starred).toBe(true);
  expect((await triageOf(1))?.starred).toBe(false);
  const operations = await db.operations.count();
  expect(operations).toBe(TITLES.length + 1);

  await user.selectOptions(bulk.getByRole('combobox', { name: 'Status' }), ['Read']);
  await screen.findByText('Marked 2 papers as read');
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect((await triageOf(5))?.status).toBe('unread'));
  expect((await triageOf(0))?.status).toBe('unread');
  expect((await triageOf(0))?.starred).toBe(true);
});

test('what leaves the list is no longer chosen', async () => {
  const user = await openPapers();
  await user.click(checkbox('Alpha'));
  await user.click(checkbox('Beta'));
  await run([idOf(0)], { kind: 'remove' });
  await waitFor(() => expect(rows()).not.toContain('Alpha'));
  expect(await screen.findByText('1 selected')).toBeTruthy();
});

test('everything goes by keys', async () => {
  const user = await openPapers();
  await user.keyboard('{Escape}{ArrowDown}'); // from the search box into the list
  await waitFor(() => expect(document.activeElement).toBe(row('Alpha')));
  await user.keyboard('j');
  await waitFor(() => expect(document.activeElement).toBe(row('Beta')));
  await user.keyboard('s');
  await waitFor(async () => expect((await triageOf(1))?.starred).toBe(true));
  await user.keyboard('u');
  await waitFor(async () => expect((await triageOf(1))?.starred).toBe(false));
  await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
  await waitFor(() => expect(chosen()).toEqual(['Beta', 'Delta', 'Epsilon']));
  await user.keyboard('x');
  await waitFor(() => expect(rows()).toEqual(['Alpha', 'Gamma', 'Zeta']));
  await waitFor(() => expect(document.activeElement).toBe(row('Gamma'))); // the focus is not lost
  expect((await triageOf(3))?.dismissed).toBe(true);
  await user.keyboard('{Control>}a{/Control}');
  expect(screen.getByText('3 selected')).toBeTruthy();
  await user.keyboard('/');
  expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Search papers' }));
  await user.keyboard('alpha');
  await waitFor(() => expect(rows()).toEqual(['Alpha']));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(rows()).toHaveLength(3));
});

test('keys that the user chose work in the library, and are told by its tooltips and its help', async () => {
  const keys = { ...DEFAULT_KEYS.keys, star: ['f'], next: ['d'], undo: ['z'] };
  await pageKeys.setValue({ ...DEFAULT_KEYS, isOn: false, keys });
  const user = await openPapers();
  await user.keyboard('{Escape}{ArrowDown}');
  await user.keyboard('d');
  await waitFor(() => expect(document.activeElement).toBe(row('Beta')));
  await user.keyboard('js');
  expect(document.activeElement).toBe(row('Beta'));
  await user.keyboard('f');
  await waitFor(async () => expect((await triageOf(1))?.starred).toBe(true));
  await user.keyboard('z');
  await waitFor(async () => expect((await triageOf(1))?.starred).toBe(false));
  expect(within(row('Beta')).getByRole('button', { name: 'Star: Beta' }).title).toBe('Star (F)');
  await user.keyboard('{Shift>}D{/Shift}');
  await waitFor(() => expect(chosen()).toEqual(['Beta', 'Delta']));

  await user.keyboard('?');
  const help = await screen.findByRole('dialog', { name: 'Keys' });
  expect(keysIn(help)).toMatchObject({ Star: 'F', 'Select or unselect': 'Space', Details: 'A' });
  expect(Object.keys(keysIn(help))).toEqual(
    actionsIn('library').map((action) => nameOf(action, 'library')),
  );
});

test('each button with a key names it, for one paper and for many', async () => {
  const user = await openPapers();
  const hintsOf = (box: ReturnType<typeof within>, ...names: (string | RegExp)[]) =>
    names.map((name) => box.getByRole('button', { name }).title);
  const names = hintsOf(within(document.body), 'Export', 'Keys and search');
  expect(names).toEqual(['Export (E)', 'Keys and search (?)']);
  expect(screen.getByRole('searchbox').title).toBe('Search papers (/)');
  await user.click(row('Beta'));
  const details = within(await screen.findByRole('complementary', { name: 'Details' }));
  expect(hintsOf(details, 'Star', 'Dismiss', 'Remove', 'Tags', 'Add note')).toEqual([
    ...['Star (S)', 'Dismiss (X)', 'Remove (Delete)'],
    ...['Tags (T)', 'Add note (N)'],
  ]);
  expect(details.getByRole('combobox', { name: 'Status' }).title).toBe('Status (R)');
  await user.click(checkbox('Beta'));
  const bulk = within(screen.getByRole('toolbar'));
  expect(hintsOf(bulk, 'Star', 'Tag', 'Dismiss', 'Export', 'Remove')).toEqual([
    ...['Star (S)', 'Tag (T)', 'Dismiss (X)', 'Export (E)', 'Remove (Delete)'],
  ]);
});

test('x pressed again and again is about one paper each', async () => {
  const user = await openPapers();
  await user.keyboard('{Escape}{ArrowDown}');
  await waitFor(() => expect(document.activeElement).toBe(row('Alpha')));
  await user.keyboard('xx');
  await waitFor(() => expect(rows()).toEqual(['Delta', 'Epsilon', 'Gamma', 'Zeta']));
  await waitFor(() => expect(document.activeElement).toBe(row('Delta')));
});

test('x pressed twice for many papers is one thing to undo', async () => {
  const user = await openPapers();
  await user.keyboard('{Escape}{ArrowDown}{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
  await waitFor(() => expect(chosen()).toEqual(['Alpha', 'Beta', 'Delta']));
  await user.keyboard('xx');
  await waitFor(() => expect(rows()).toEqual(['Epsilon', 'Gamma', 'Zeta']));
  await user.keyboard('u');
  await waitFor(() => expect(rows()).toHaveLength(6));
});

test('keys of the popup do the same here: status, note, redo, help', async () => {
  const open = vi.spyOn(window, 'open').mockReturnValue(null);
  const user = await openPapers();
  await user.keyboard('{ArrowDown}');
  await waitFor(() => expect(document.activeElement).toBe(row('Alpha')));
  await user.keyboard('r');
  await waitFor(async () => expect((await triageOf(0))?.status).toBe('reading'));
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(async () => expect((await triageOf(0))?.status).toBe('unread'));
  await user.keyboard('{Shift>}U{/Shift}');
  await waitFor(async () => expect((await triageOf(0))?.status).toBe('reading'));
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(async () => expect((await triageOf(0))?.status).toBe('unread'));
  await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
  await waitFor(async () => expect((await triageOf(0))?.status).toBe('reading'));

  await user.keyboard('n');
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Note: Alpha' }));
  await user.keyboard('u x?{Escape}'); // into the note, all of it
  await waitFor(async () => expect((await triageOf(0))?.note).toBe('u x?'));
  expect((await triageOf(0))?.dismissed).toBe(false);
  expect(document.activeElement).toBe(row('Alpha'));

  await user.keyboard('?');
  const help = await screen.findByRole('dialog', { name: 'Keys' });
  expect(within(help).getByText('Select all in between')).toBeTruthy();
  await user.click(within(help).getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  await waitFor(() => expect(document.activeElement).toBe(row('Alpha')));

  await user.keyboard('{Enter}');
  expect(open).toHaveBeenCalledWith('https://arxiv.org/abs/2611.00000', '_blank', 'noreferrer');
  open.mockRestore();
});

test('letters work on the paper that is read beside the list; other keys scroll there', async () => {
  const user = await openPapers();
  await user.click(row('Beta'));
  const details = await screen.findByRole('complementary', { name: 'Details' });
  within(details).getByRole('link', { name: 'PDF' }).focus();
  await user.keyboard('{PageDown}{ArrowDown}');
  expect(row('Beta').getAttribute('aria-current')).toBe('true');
  await user.keyboard('s');
  await waitFor(async () => expect((await triageOf(1))?.starred).toBe(true));
});

test('the sections have titles and addresses', async () => {
  const user = await openPapers();
  expect(document.title).toBe('Winnow – Papers');
  browser.commands.getAll = (async () => []) as never;
  const settings = screen.getByRole('link', { name: 'Settings' });
  expect(settings.getAttribute('href')).toBe('#/settings');
  await user.click(settings);
  await screen.findByRole('heading', { level: 1, name: 'Settings' });
  expect(document.title).toBe('Winnow – Settings');
  expect(settings.getAttribute('aria-current')).toBe('page');
  expect(document.activeElement).toBe(screen.getByRole('main'));
});
