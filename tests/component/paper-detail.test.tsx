import { cleanup, configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DetailLinks } from '@/components/paper-detail/detail-links';
import { PaperDetail } from '@/components/paper-detail/paper-detail';
import { useTriage } from '@/components/triage/use-triage';
import { openDatabase } from '@/lib/connections/open-database';
import { createCommands } from '@/lib/library/commands/commands';
import type { PaperId } from '@/lib/paper';
import type { Change } from '@/lib/protocol/change';
import type { Command } from '@/lib/protocol/command';
import type { RefreshAnswer } from '@/lib/protocol/refresh';
import { emptyLibrary } from '../helpers/library';
import { idOf, makePaper, tooLong } from '../helpers/papers';

configure({ asyncUtilTimeout: 5_000 });
vi.setConfig({ testTimeout: 30_000 });

/** The details over a library in memory; commands go straight to it, as the background does. */
const db = openDatabase();
const commands = createCommands(db);
const sendRefresh =
  vi.fn<(refresh: { readonly ids: readonly PaperId[] }) => Promise<RefreshAnswer>>();

vi.mock('@/lib/protocol/send-command', () => ({
  sendCommand: (command: Command) => commands.run(command),
  sendUndo: (undoes: string) => commands.undo(crypto.randomUUID(), undoes),
  sendRefresh: (refresh: { readonly ids: readonly PaperId[] }) => sendRefresh(refresh),
}));

const PAPER = makePaper({
  ...{ title: 'As read', abstract: 'It says.', authors: ['Ada Byte', 'B. Bell'] },
  ...{ version: 3, textVersion: 2, textOrigin: 'paper' },
});

beforeEach(async () => {
  useTriage.setState({ toast: null });
  await run({ kind: 'star', value: true });
});

afterEach(async () => {
  cleanup();
  await emptyLibrary(db);
});

async function run(change: Change) {
  const papers = [{ id: PAPER.id, paper: PAPER }];
  expect(await commands.run({ op: crypto.randomUUID(), change, papers })).toMatchObject({
    ok: true,
  });
}

function Details() {
  const record = useLiveQuery(() => db.papers.get(PAPER.id));
  const [isShown, setShown] = useState(true);
  return (
    <>
      <button type="button" onClick={() => setShown(false)}>
        Another paper
      </button>
      {record && isShown && (
        <PaperDetail
          record={record}
          search=""
          tagColours={new Map()}
          knownTags={[]}
          isNoting={false}
          onNote={() => undefined}
          onClose={() => undefined}
        />
      )}
    </>
  );
}

async function openEditor() {
  const user = userEvent.setup();
  render(<Details />);
  await user.click(await screen.findByRole('button', { name: 'Edit text' }));
  const form = within(screen.getByRole('form', { name: 'Edit title, authors and abstract' }));
  const box = (name: string) => form.getByRole<HTMLTextAreaElement>('textbox', { name });
  return { user, form, box };
}

const meta = async () => (await db.papers.get(PAPER.id))?.meta;
const toast = () => useTriage.getState().toast;

test('title, authors and abstract are edited in one go, and taken back in one', async () => {
  const { user, form, box } = await openEditor();
  expect(document.activeElement).toBe(box('Title'));
  expect(box('Authors, one on each line').value).toBe('Ada Byte\nB. Bell');
  expect(form.getByText(/^What you write here stays/)).toBeTruthy();
  await user.clear(box('Title'));
  await user.type(box('Title'), 'Mine');
  await user.type(box('Authors, one on each line'), '{Enter}E. Euler');
  await user.type(box('Abstract'), ' And I say.');
  await user.click(form.getByRole('button', { name: 'Save' }));
  await screen.findByRole('heading', { name: 'Mine' });
  expect(await meta()).toMatchObject({
    ...{ title: 'Mine', abstract: 'It says. And I say.' },
    authors: ['Ada Byte', 'B. Bell', 'E. Euler'],
  });
  const edit = await screen.findByRole('button', { name: 'Edit text' });
  await waitFor(() => expect(document.activeElement).toBe(edit));
  await waitFor(() => expect(toast()).toMatchObject({ text: 'Text changed', title: 'As read' }));
  const button = toast()?.button;
  const back = button?.kind === 'undo' ? button.back : null;
  expect(await commands.undo(crypto.randomUUID(), back)).toMatchObject({ ok: true });
  await screen.findByRole('heading', { name: 'As read' });
});

test('only what was changed is written, and nothing where nothing was', async () => {
  const { user, box } = await openEditor();
  await user.type(box('Title'), '!{Control>}{Enter}{/Control}');
  await screen.findByRole('heading', { name: 'As read!' });
  expect(await db.papers.get(PAPER.id)).toMatchObject({ ownTitle: 'As read!' });
  expect(await db.papers.get(PAPER.id)).not.toHaveProperty('ownAbstract');
  const operations = await db.operations.count();
  await user.click(screen.getByRole('button', { name: 'Edit text' }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByRole('button', { name: 'Edit text' });
  expect(await db.operations.count()).toBe(operations);
});

test('Escape and Cancel leave everything as it was, and reach nothing beneath', async () => {
  const onKeyDown = vi.fn();
  document.body.addEventListener('keydown', onKeyDown);
  const { user, box } = await openEditor();
  await user.type(box('Title'), ' indeed');
  onKeyDown.mockClear();
  await user.keyboard('{Escape}');
  const edit = await screen.findByRole('button', { name: 'Edit text' });
  await waitFor(() => expect(document.activeElement).toBe(edit));
  await user.click(edit);
  await user.type(screen.getByRole('textbox', { name: 'Abstract' }), ' Indeed.');
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(await meta()).toMatchObject({ title: 'As read', abstract: 'It says.' });
  expect(await db.operations.count()).toBe(1);
  document.body.removeEventListener('keydown', onKeyDown);
});

test('what cannot be saved is said at its field, and gets the focus', async () => {
  const { user, form, box } = await openEditor();
  const title = box('Title');
  await user.clear(title);
  const problem = await form.findByText('A paper needs a title.');
  expect(problem.getAttribute('role')).toBe('alert');
  expect(title.getAttribute('aria-describedby')).toBe(problem.id);
  expect(title.getAttribute('aria-invalid')).toBe('true');
  await user.click(form.getByRole('button', { name: 'Save' }));
  expect(document.activeElement).toBe(title);
  expect((await meta())?.title).toBe('As read');
  await user.click(box('Title'));
  await user.paste(tooLong('title'));
  await form.findByText('A title can have up to 4,000 characters.');
});

test('what is one’s own is said, and what was read can be taken again', async () => {
  await run({ kind: 'editTexts', title: 'Mine', authors: ['E. Euler'] });
  const { user, form, box } = await openEditor();
  await user.click(form.getByRole('button', { name: 'Take arXiv’s again: Title' }));
  expect(box('Title').value).toBe('As read');
  expect(form.queryByText('The title is your own.')).toBeNull();
  await user.click(form.getByRole('button', { name: 'Save' }));
  await screen.findByRole('heading', { name: 'As read' });
  expect(await db.papers.get(PAPER.id)).toMatchObject({ ownTitle: null, ownAuthors: ['E. Euler'] });

  expect(screen.getByText('The authors are your own.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /^Take arXiv’s again: Authors/ }));
  await waitFor(async () => expect((await meta())?.authors).toEqual(PAPER.authors));
  expect(toast()?.text).toBe('Your text dropped');
});

test('what was typed is saved when another paper is chosen, or the page is closed', async () => {
  const { user, box } = await openEditor();
  await user.type(box('Title'), ' twice');
  window.dispatchEvent(new Event('pagehide'));
  await waitFor(async () => expect((await meta())?.title).toBe('As read twice'));
  await user.type(box('Title'), ' over');
  await user.click(screen.getByRole('button', { name: 'Another paper' }));
  await waitFor(async () => expect((await meta())?.title).toBe('As read twice over'));
});

test('the version of the texts is told where it is not the newest', async () => {
  render(<Details />);
  expect(await screen.findByText('3, title and abstract of version 2')).toBeTruthy();
});

test('a refresh says that it is under way, and what came of it', async () => {
  let reply: (answer: RefreshAnswer) => void = () => undefined;
  sendRefresh.mockImplementation(() => new Promise((resolve) => (reply = resolve)));
  const user = userEvent.setup();
  render(<Details />);
  const button = await screen.findByRole('button', { name: 'Refresh from arXiv' });
  await user.click(button);
  expect(button.textContent).toBe('Asking arXiv…');
  await user.click(button); // once is enough
  expect(sendRefresh).toHaveBeenCalledExactlyOnceWith({
    op: expect.any(String),
    ids: [PAPER.id],
  });
  const text = 'Refreshed “As read” from arXiv';
  const history = { undo: text, redo: null };
  reply({ ok: true, op: crypto.randomUUID(), text, states: {}, history });
  await waitFor(() => expect(toast()).toMatchObject({ text, button: { kind: 'undo' } }));
  await waitFor(() => expect(button.textContent).toBe('Refresh from arXiv'));

  await user.click(button);
  reply({ ok: false, code: 'arxiv', message: 'arXiv cannot be reached at present.' });
  await waitFor(() =>
    expect(toast()).toMatchObject({
      kind: 'failure',
      text: 'Not refreshed. arXiv cannot be reached at present.',
    }),
  );
});

test('a paper without an arXiv id has nothing to refresh', async () => {
  const other = makePaper({ id: 'doi:10.1000/182' });
  expect(idOf(1)).toBe(PAPER.id);
  const papers = [{ id: other.id, paper: other }];
  await commands.run({ op: crypto.randomUUID(), change: { kind: 'star', value: true }, papers });
  const record = await db.papers.get(other.id);
  render(
    record && (
      <PaperDetail
        record={record}
        search=""
        tagColours={new Map()}
        knownTags={[]}
        isNoting={false}
        onNote={() => undefined}
        onClose={() => undefined}
      />
    ),
  );
  expect(screen.getByRole('button', { name: 'Edit text' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Refresh from arXiv' })).toBeNull();
});

const HUB = 'https://github.com/moss-lab/moss';

test('code with its stars, project page and AI summary are shown, each as what it is', async () => {
  const told = {
    ...{ codeUrl: HUB, codeStars: 33_571, projectUrl: 'https://moss.example/' },
    aiSummary: 'A machine says that moss grows.',
  };
  const paper = { ...PAPER, ...told, source: 'huggingface' as const };
  const change: Change = { kind: 'status', value: 'reading' };
  await commands.run({ op: crypto.randomUUID(), change, papers: [{ id: PAPER.id, paper }] });
  render(<Details />);
  const links = await screen.findByRole('region', { name: 'Links' });
  const code = await within(links).findByRole('link', { name: /^Code\W*33,571 stars on GitHub$/ });
  expect(code.getAttribute('href')).toBe(HUB);
  expect(code.getAttribute('rel')).toContain('noopener');
  expect(code.textContent).toContain('★ 33,571');
  const project = within(links).getByRole('link', { name: 'Project page' });
  expect(project.getAttribute('href')).toBe('https://moss.example/');
  const summary = screen.getByRole('region', { name: 'AI summary from Hugging Face' });
  expect(summary.textContent).toContain('A machine says that moss grows.');
});

test('a record of an earlier version, and a link that leads to no web page, show nothing', async () => {
  const record = await db.papers.get(PAPER.id);
  if (!record) throw new Error('It was starred.');
  const { codeUrl, codeStars, projectUrl, aiSummary, ...older } = record.meta;
  const odd = { ...older, codeUrl: 'javascript:alert(1)', codeStars: 3 };
  await db.papers.put({ ...record, meta: odd } as never);
  render(<Details />);
  const links = await screen.findByRole('region', { name: 'Links' });
  expect(within(links).queryByRole('link', { name: /Code|Project/ })).toBeNull();
  expect(screen.queryByRole('region', { name: /AI summary/ })).toBeNull();
});

test('the id is written as people know it', async () => {
  render(<Details />);
  await screen.findByText(PAPER.id.replace('arxiv:', 'arXiv:'));
  expect(screen.queryByText(PAPER.id)).toBeNull();
});

test('a paper that is known by its title alone has nothing to open, and nothing says so', async () => {
  const paper = { ...PAPER, id: 'title:as read' as const };
  const change: Change = { kind: 'star', value: true };
  await commands.run({ op: crypto.randomUUID(), change, papers: [{ id: paper.id, paper }] });
  const record = await db.papers.get(paper.id);
  if (!record) throw new Error('It was starred.');
  render(<DetailLinks record={record} />);
  const links = within(screen.getByRole('region', { name: 'Links' }));
  expect(links.queryByRole('link')).toBeNull();
  expect(links.getByRole('button', { name: 'Copy as BibTeX' })).toBeTruthy();
  expect(links.queryByRole('button', { name: 'Copy link' })).toBeNull();
});
