import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Popup } from '@/components/popup/popup';
import { useTriage } from '@/components/triage/use-triage';
import type { Change, Command } from '@/lib/command';
import { createCommands } from '@/lib/library/commands';
import { LibraryDatabase } from '@/lib/library/database';
import type { Paper } from '@/lib/paper';
import { idOf, makePaper } from '../helpers/papers';

/** The popup over a library in memory; commands go straight to it, as the background does. */
const db = new LibraryDatabase();
const commands = createCommands(db);

vi.mock('@/components/popup/use-page', () => ({ usePage: () => ({ kind: 'elsewhere' }) }));
vi.mock('@/lib/send-command', () => ({
  sendCommand: (command: Command) => commands.run(command),
  sendUndo: (undoes: string) => commands.undo(crypto.randomUUID(), undoes),
}));

const attention = makePaper({ id: idOf(1), title: 'Attention, once more', authors: ['Ada Byte'] });
const schrodinger = makePaper({ id: idOf(2), title: 'Schrödinger bridges', upvotes: 40 });

beforeEach(async () => {
  HTMLElement.prototype.showPopover = () => {};
  // jsdom lays nothing out: every list is 480 px high, and every card 96.
  const sizes = { clientWidth: 400, clientHeight: 480, offsetHeight: 96 };
  for (const [name, value] of Object.entries(sizes)) {
    Object.defineProperty(HTMLElement.prototype, name, { value, configurable: true });
  }
  useTriage.setState({ notice: null });
  await run(attention, { kind: 'star', value: true });
  await run(schrodinger, { kind: 'tag', tag: 'bridges', value: true });
});

afterEach(async () => {
  await db.papers.clear();
  await db.operations.clear();
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

test('on no page of ours it says where to go', () => {
  render(<Popup />);
  expect(screen.getByRole('heading', { name: 'No papers on this page' })).toBeTruthy();
  expect(screen.getByRole('link', { name: /arXiv/ })).toBeTruthy();
});
