/** A note that is not saved where it was typed says so, and is offered wherever it is opened next. */
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { LeftDrafts } from '@/components/note-editor/left-drafts';
import { NoteEditor } from '@/components/note-editor/note-editor';
import { useUnsavedNotes } from '@/components/note-editor/unsaved-notes';
import { PageToast } from '@/components/page-panel/page-toast';
import { Tagging } from '@/components/page-panel/tagging';
import { createPageDialog } from '@/components/page-script/page-dialog';
import { createControl } from '@/components/triage-row/control';
import type { RowsView } from '@/components/triage-row/rows';
import { openDatabase } from '@/lib/connections/open-database';
import { createCommands } from '@/lib/library/commands/commands';
import { createQueries } from '@/lib/library/queries/queries';
import type { PageBridge } from '@/lib/page/bridge';
import type { PageStore } from '@/lib/page/store';
import { createPageTriage } from '@/lib/page/triage-actions';
import { createPageUi } from '@/lib/page/ui';
import { DEFAULT_KEYS } from '@/lib/settings/keys';
import { recentTags } from '@/lib/settings/settings';
import { noteDrafts } from '@/lib/triage/notes/drafts';
import { emptyLibrary } from '../helpers/library';
import { fakeBackground } from '../helpers/messaging';
import { makePaper } from '../helpers/papers';
import { makeRow, openPage } from '../helpers/rows';

const paper = makePaper({ title: 'Attention, once more' });
const { id, title } = paper;

const db = openDatabase();
const commands = createCommands(db);
const noteOf = async () => (await createQueries(db).states([id]))[id]?.note ?? '';

let isDiskFull: boolean;
let user: ReturnType<typeof userEvent.setup>;

beforeEach(() => {
  HTMLElement.prototype.showPopover = () => {}; // jsdom has no top layer
  isDiskFull = false;
  user = userEvent.setup();
  fakeBackground().mockImplementation(async ({ winnow, payload }) => {
    if (winnow !== 'run') return { answer: [] };
    return isDiskFull
      ? { answer: { ok: false, code: 'storage-full', message: 'The disk is full.' } }
      : { answer: await commands.run(payload) };
  });
});

afterEach(async () => {
  cleanup();
  document.body.replaceChildren();
  useUnsavedNotes.setState({ notes: [] });
  for (const one of await noteDrafts.ids()) {
    const draft = await noteDrafts.read(one);
    if (draft) await noteDrafts.drop(one, draft);
  }
  await emptyLibrary(db);
  vi.restoreAllMocks();
});

/** Someone, or the same user in another tab, writes the note. */
const writeElsewhere = (value: string) =>
  commands.run({
    op: crypto.randomUUID(),
    change: { kind: 'note', value },
    papers: [{ id, paper }],
  });

/** A listing with the paper on it, in as far as notes are edited there. */
function showListing() {
  const row = makeRow(paper);
  const store = openPage([row]);
  const ui = createPageUi();
  const triage = createPageTriage(store, ui, () => {});
  const rows = { rowOf: () => row } as unknown as RowsView;
  const dialog = createPageDialog({ store, rows, triage, injectPageUi: () => {} });
  const bridge = {
    ...{ store, ui, keys: createStore(() => DEFAULT_KEYS) },
    ...{ notes: dialog.notes, noteEnded: dialog.noteEnded, closeDialog: dialog.close },
    recentTags,
  } as Partial<PageBridge> as PageBridge;
  const control = createControl(title, 'inline');
  document.body.append(control);
  render(
    <>
      <Tagging bridge={bridge} />
      <PageToast bridge={bridge} />
    </>,
  );
  return { store, open: () => act(async () => dialog.open(row, control, 'note')) };
}

const noteBox = () => screen.findByRole('textbox', { name: 'Note', hidden: true });
/** What the dialog says is wrong with the note. */
const problem = () =>
  within(screen.getByRole('dialog', { hidden: true })).findByRole('alert', { hidden: true });
const hear = async (store: PageStore) => {
  const states = await createQueries(db).states([id]);
  act(() => store.setState({ saved: states }));
};
const leftDraft = () => screen.findByRole('region', { name: `Note that was not saved: ${title}` });

test('a note that failed on a listing says so, and is offered by our own pages', async () => {
  isDiskFull = true;
  const { open } = showListing();
  await open();
  await user.type(await noteBox(), 'see section 3');
  expect((await problem()).textContent).toContain('disk is full');
  await user.keyboard('{Escape}');
  const toast = await screen.findByText(/was not saved\. The disk is full/);
  expect(toast.textContent).toContain('is kept');
  expect(toast.nextSibling?.textContent).toBe(title);
  cleanup();

  render(<LeftDrafts />);
  const offered = await leftDraft();
  expect(offered.textContent).toContain('see section 3');
  expect(within(offered).getByRole('alert').textContent).toContain('The disk is full.');
  isDiskFull = false;
  await user.click(within(offered).getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(screen.queryByRole('region')).toBeNull());
  expect(await noteOf()).toBe('see section 3');
  expect(await noteDrafts.ids()).toEqual([]);
});

test('a note that failed on a listing is in the box when it is opened elsewhere', async () => {
  isDiskFull = true;
  const { open } = showListing();
  await open();
  await user.type(await noteBox(), 'see section 3');
  await user.keyboard('{Escape}');
  await screen.findByText(/was not saved/);
  cleanup();

  render(<NoteEditor id={id} title={title} paper={null} note="" onClose={() => {}} />);
  const box = screen.getByRole('textbox', { name: `Note: ${title}` });
  await waitFor(() => expect(box).toHaveProperty('value', 'see section 3'));
});

test('a conflict left with Escape on a listing says that the note was not saved', async () => {
  const { store, open } = showListing();
  await open();
  await user.type(await noteBox(), 'mine');
  await writeElsewhere('theirs');
  await hear(store);
  expect((await problem()).textContent).toContain('theirs');
  await user.keyboard('{Escape}');
  await screen.findByText(/was not saved: it was changed elsewhere/);
  expect(await noteOf()).toBe('theirs');

  await open();
  await waitFor(async () => expect(await noteBox()).toHaveProperty('value', 'mine'));
  expect((await problem()).textContent).toContain('theirs');
  await user.keyboard('{Escape}');
  cleanup();

  render(<LeftDrafts />);
  const offered = await leftDraft();
  expect(offered.textContent).toContain('mine');
  await user.click(within(offered).getByRole('button', { name: 'Keep both' }));
  await waitFor(() => expect(screen.queryByRole('region')).toBeNull());
  expect(await noteOf()).toBe('theirs\n\nmine');
});

function Card({ note }: { readonly note: string }) {
  const [isOpen, setOpen] = useState(true);
  const close = () => setOpen(false);
  return isOpen && <NoteEditor {...{ id, title, paper, note }} onClose={close} />;
}

test('a conflict left with Escape on our own pages says so too', async () => {
  render(<LeftDrafts />);
  const { rerender } = render(<Card note="" />);
  await user.type(screen.getByRole('textbox'), 'mine');
  expect(screen.queryByRole('region')).toBeNull(); // what is wrong is said where it is typed
  await writeElsewhere('theirs');
  rerender(<Card note="theirs" />);
  await screen.findByRole('alert');
  await user.keyboard('{Escape}');
  const offered = await leftDraft();
  expect(offered.textContent).toContain('mine');
  expect(within(offered).getByRole('alert').textContent).toContain('theirs');
});

test('a note saved on a listing is undone as one; what failed in between is no matter', async () => {
  const { open } = showListing();
  await open();
  const box = await noteBox();
  await user.type(box, 'see');
  await waitFor(async () => expect(await noteOf()).toBe('see'));
  isDiskFull = true;
  await user.type(box, ' section');
  await user.click(await screen.findByRole('button', { name: 'Try again', hidden: true }));
  isDiskFull = false;
  await user.type(box, ' 3');
  await waitFor(async () => expect(await noteOf()).toBe('see section 3'));
  await user.keyboard('{Escape}');
  await screen.findByText('Note saved');
  await commands.undoLatest(crypto.randomUUID());
  expect(await noteOf()).toBe('');
});
