/** Notes as they are typed: each keystroke counts, whatever happens on the way to the library. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Acknowledgement } from '@/lib/protocol/acknowledgement';
import type { Command } from '@/lib/protocol/command';
import { LIMITS } from '@/lib/protocol/limits';
import { noteDrafts } from '@/lib/triage/notes/drafts';
import { startNoteSession } from '@/lib/triage/notes/session';
import { leftUnsaved, noteProblem } from '@/lib/triage/notes/words';
import { idOf, makePaper, tooLong } from '../../../helpers/papers';

const id = idOf(1);

/** A library that answers when the test lets it. */
function fakeLibrary() {
  const sent: Command[] = [];
  const waiting: ((answer: Acknowledgement) => void)[] = [];
  return {
    sent,
    texts: () => sent.map(({ change }) => (change.kind === 'note' ? change.value : null)),
    send(command: Command): Promise<Acknowledgement> {
      sent.push(command);
      return new Promise((resolve) => waiting.push(resolve));
    },
    async answer(answer: Partial<Acknowledgement> = {}) {
      const { op } = sent[sent.length - waiting.length] ?? { op: '' };
      waiting.shift()?.({ ok: true, op, states: {}, ...answer } as Acknowledgement);
      await settled();
    },
  };
}

const FAILED: Partial<Acknowledgement> = { ok: false, code: 'storage', message: 'No room.' };

/** What has been begun and waits for no timer is done. */
const settled = () => vi.advanceTimersByTimeAsync(0);

const textOfDraft = async () => (await noteDrafts.read(id))?.text;

function open(library: ReturnType<typeof fakeLibrary>, note = '') {
  const services = { send: library.send, drafts: noteDrafts };
  return startNoteSession({ id, paper: null }, note, services);
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  fakeBrowser.reset();
});

test('every keystroke is kept at once, and saved when the typing pauses', async () => {
  const library = fakeLibrary();
  const session = open(library);
  await settled();
  for (const text of ['s', 'se', 'see']) {
    session.type(text);
    expect(await textOfDraft()).toBe(text);
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(library.sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(library.texts()).toEqual(['see']);
  expect(await textOfDraft()).toBe('see');
  await library.answer();
  expect(await noteDrafts.read(id)).toBeNull();
  expect(session.view.getState().status).toBe('saved');
});

test('what is typed while a note is saved goes after it, as one session', async () => {
  const library = fakeLibrary();
  const session = open(library);
  session.type('one');
  void session.flush();
  await settled();
  session.type('one two');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(library.texts()).toEqual(['one']);
  await library.answer();
  expect(library.texts()).toEqual(['one', 'one two']);
  expect(await textOfDraft()).toBe('one two');
  expect(library.sent[1]?.change).toMatchObject({ continues: library.sent[0]?.op });
  await library.answer();
  expect(await noteDrafts.read(id)).toBeNull();
  expect(session.lastSaved()).toBe(library.sent[1]?.op);
  expect(await session.close()).toEqual({ kind: 'saved', op: library.sent[1]?.op });
});

test('a page that closes saves at once, and the draft stays until that is acknowledged', async () => {
  const library = fakeLibrary();
  const session = open(library, 'old');
  await settled();
  session.type('mid-wor');
  void session.flush();
  await settled();
  expect(library.texts()).toEqual(['mid-wor']);
  expect(await noteDrafts.read(id)).toMatchObject({ text: 'mid-wor', base: 'old' });
});

test('a draft left over is saved by the operation it was sent with, with the paper it is about', async () => {
  const op = crypto.randomUUID();
  const paper = makePaper();
  await noteDrafts.keep(id, { text: 'left', base: 'old', op, paper });
  const library = fakeLibrary();
  const session = open(library, 'old');
  await settled();
  expect(session.view.getState().text).toBe('left');
  expect(library.sent.map(({ op }) => op)).toEqual([op]);
  expect(library.sent[0]?.papers).toEqual([{ id, paper }]);
  await library.answer();
  expect(await noteDrafts.read(id)).toBeNull();
});

test('a draft that had arrived is forgotten', async () => {
  await noteDrafts.keep(id, { text: 'there', base: 'old', op: crypto.randomUUID(), paper: null });
  const session = open(fakeLibrary(), 'there');
  await settled();
  expect(session.view.getState()).toMatchObject({ text: 'there', status: 'saved' });
  expect(await noteDrafts.read(id)).toBeNull();
});

test('what is typed before the draft left over could be read does not replace it', async () => {
  await noteDrafts.keep(id, { text: 'left', base: '', op: crypto.randomUUID(), paper: null });
  const library = fakeLibrary();
  const session = open(library);
  session.type('new');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(library.texts()).toEqual(['left\n\nnew']);
  expect(await textOfDraft()).toBe('left\n\nnew');
  expect(session.view.getState().text).toBe('left\n\nnew');
});

test('a note that changed elsewhere is never overwritten unasked', async () => {
  const library = fakeLibrary();
  const session = open(library, 'old');
  session.type('mine');
  session.hear('theirs');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(library.sent).toEqual([]);
  expect(session.view.getState()).toMatchObject({ status: 'conflict', elsewhere: 'theirs' });
  session.type('mine too'); // still kept
  expect(await textOfDraft()).toBe('mine too');
  session.settle('theirs\n\nmine too');
  await settled();
  expect(library.texts()).toEqual(['theirs\n\nmine too']);
  expect(library.sent[0]?.change).not.toHaveProperty('continues');
  await library.answer();
  expect(session.view.getState()).toMatchObject({ status: 'saved', elsewhere: null });
});

test('a draft of a note that changed elsewhere since is a conflict; taking the other ends it', async () => {
  await noteDrafts.keep(id, { text: 'mine', base: 'old', op: crypto.randomUUID(), paper: null });
  const session = open(fakeLibrary(), 'theirs');
  await settled();
  expect(session.view.getState()).toMatchObject({ text: 'mine', elsewhere: 'theirs' });
  session.settle('theirs');
  await settled();
  expect(session.view.getState()).toMatchObject({ text: 'theirs', status: 'saved' });
  expect(await noteDrafts.read(id)).toBeNull();
});

test('a conflict left open is still one in the next session, also where more was typed', async () => {
  await noteDrafts.keep(id, { text: 'mine', base: 'old', op: crypto.randomUUID(), paper: null });
  const session = open(fakeLibrary(), 'theirs');
  await settled();
  session.type('mine, and more');
  const end = await session.close();
  expect(end).toMatchObject({ kind: 'unsaved', view: { status: 'conflict' } });
  const library = fakeLibrary();
  const next = open(library, 'theirs');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(next.view.getState()).toMatchObject({ text: 'mine, and more', elsewhere: 'theirs' });
  expect(library.sent).toEqual([]);
});

test('a conflict is over when what was changed elsewhere is taken back there', async () => {
  const library = fakeLibrary();
  const session = open(library, 'old');
  session.type('mine');
  session.hear('theirs');
  session.hear('old');
  expect(session.view.getState()).toMatchObject({ status: 'typing', elsewhere: null });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(library.texts()).toEqual(['mine']);
});

test('what others write is shown while nothing is typed, and our own is not taken for it', async () => {
  const library = fakeLibrary();
  const session = open(library, 'old');
  session.hear('newer');
  expect(session.view.getState()).toMatchObject({ text: 'newer', status: 'saved' });
  session.type('ours');
  void session.flush();
  await settled();
  session.hear('ours'); // the library tells before it answers
  session.type('ours and more');
  await library.answer();
  expect(session.view.getState().status).not.toBe('conflict');
});

test('what others write while a note is on its way is a conflict, unless ours came after it', async () => {
  const library = fakeLibrary();
  const session = open(library, 'old');
  session.type('ours');
  void session.flush();
  await settled();
  session.hear('theirs');
  await library.answer();
  expect(session.view.getState()).toMatchObject({ status: 'conflict', elsewhere: 'theirs' });
  expect(await textOfDraft()).toBe('ours');
  session.hear('ours');
  await settled();
  expect(session.view.getState().status).toBe('saved');
  expect(await noteDrafts.read(id)).toBeNull();
});

test('a note that was saved and then changed elsewhere offers no undo', async () => {
  const library = fakeLibrary();
  const session = open(library, 'old');
  session.type('ours');
  void session.flush();
  await settled();
  await library.answer();
  session.hear('theirs');
  expect(await session.close()).toEqual({ kind: 'unchanged' });
});

test('a refused note says why, stays, and is tried again', async () => {
  const library = fakeLibrary();
  const session = open(library);
  session.type('kept');
  await vi.advanceTimersByTimeAsync(1_000);
  await library.answer(FAILED);
  expect(session.view.getState()).toMatchObject({ status: 'failed', failure: 'No room.' });
  expect(noteProblem(session.view.getState())).toContain('No room.');
  expect(await textOfDraft()).toBe('kept');
  void session.flush();
  await settled();
  expect(library.texts()).toEqual(['kept', 'kept']);
});

test('a note that is too long is not sent and not lost', async () => {
  const library = fakeLibrary();
  const session = open(library, 'old');
  const long = tooLong('note');
  session.type(long);
  await vi.advanceTimersByTimeAsync(5_000);
  await session.flush();
  expect(library.sent).toEqual([]);
  expect(session.view.getState()).toMatchObject({ text: long, status: 'too-long' });
  expect(noteProblem(session.view.getState())).toContain('1,000,000');
  expect(await textOfDraft()).toHaveLength(LIMITS.note + 1);
  session.type(long.slice(1));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(library.sent).toHaveLength(1);
});

test('a session that ends unsaved says what keeps it, and that the draft stays', async () => {
  const library = fakeLibrary();
  const session = open(library);
  session.type('kept');
  const closing = session.close();
  await settled();
  await library.answer(FAILED);
  const end = await closing;
  expect(end).toMatchObject({ kind: 'unsaved', view: { text: 'kept', failure: 'No room.' } });
  if (end.kind !== 'unsaved') return;
  expect(leftUnsaved(end.view)).toContain('was not saved. No room.');
  expect(leftUnsaved({ ...end.view, status: 'too-long' })).toContain('1,000,000');
  expect(leftUnsaved({ ...end.view, status: 'conflict' })).toContain('elsewhere');
});

test('a note that was not touched makes no operation', async () => {
  const library = fakeLibrary();
  const session = open(library, 'old');
  await session.flush();
  expect(await session.close()).toEqual({ kind: 'unchanged' });
  expect(library.sent).toEqual([]);
});

test('no room for drafts: the note is saved all the same, and found again on the same page', async () => {
  vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('Full.'));
  const library = fakeLibrary();
  const session = open(library);
  session.type('kept');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(library.texts()).toEqual(['kept']);
  await library.answer(FAILED);
  const closing = session.close();
  await settled();
  await library.answer(FAILED);
  await closing;
  const next = open(library);
  await settled();
  expect(next.view.getState().text).toBe('kept');
  await library.answer();
  vi.restoreAllMocks();
});

test('storage out of reach, as on a page that an update has left behind, does no harm', async () => {
  vi.spyOn(browser.storage.local, 'get').mockRejectedValue(
    new Error('Extension context invalidated.'),
  );
  const library = fakeLibrary();
  const session = open(library, 'old');
  session.type('new');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(library.texts()).toEqual(['new']);
  vi.restoreAllMocks();
});
