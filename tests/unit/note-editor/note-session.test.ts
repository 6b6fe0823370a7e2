import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { draftOf, keepDraft } from '@/components/note-editor/drafts';
import { startNoteSession } from '@/components/note-editor/note-session';
import type { Acknowledgement } from '@/lib/protocol/acknowledgement';
import type { Command } from '@/lib/protocol/command';
import { LIMITS } from '@/lib/protocol/limits';
import { idOf, tooLong } from '../../helpers/papers';

const id = idOf(1);
const subject = { id, paper: null };

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
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  localStorage.clear();
});

test('every keystroke is kept at once, and saved when the typing pauses', async () => {
  const library = fakeLibrary();
  const session = startNoteSession(subject, '', library.send);
  for (const text of ['s', 'se', 'see']) {
    session.type(text);
    expect(draftOf(id)?.text).toBe(text);
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(library.sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(library.texts()).toEqual(['see']);
  expect(draftOf(id)?.text).toBe('see');
  await library.answer();
  expect(draftOf(id)).toBeNull();
  expect(session.view.getState().status).toBe('saved');
});

test('what is typed while a note is saved goes after it, as one session', async () => {
  const library = fakeLibrary();
  const session = startNoteSession(subject, '', library.send);
  session.type('one');
  void session.flush();
  await vi.advanceTimersByTimeAsync(0);
  session.type('one two');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(library.texts()).toEqual(['one']);
  await library.answer();
  expect(library.texts()).toEqual(['one', 'one two']);
  expect(draftOf(id)?.text).toBe('one two');
  expect(library.sent[1]?.change).toMatchObject({ continues: library.sent[0]?.op });
  await library.answer();
  expect(draftOf(id)).toBeNull();
  expect(session.lastSaved()).toBe(library.sent[1]?.op);
});

test('a page that closes saves at once, and the draft stays until that is acknowledged', async () => {
  const library = fakeLibrary();
  const session = startNoteSession(subject, 'old', library.send);
  session.type('mid-wor');
  void session.flush();
  await vi.advanceTimersByTimeAsync(0);
  expect(library.texts()).toEqual(['mid-wor']);
  expect(draftOf(id)).toMatchObject({ text: 'mid-wor', base: 'old' });
});

test('a draft left over is saved by the operation it was sent with', async () => {
  const op = crypto.randomUUID();
  keepDraft(id, { text: 'left', base: 'old', op, paper: null });
  const library = fakeLibrary();
  const session = startNoteSession(subject, 'old', library.send);
  expect(session.view.getState().text).toBe('left');
  await vi.advanceTimersByTimeAsync(0);
  expect(library.sent.map(({ op }) => op)).toEqual([op]);
});

test('a draft that had arrived is forgotten', () => {
  keepDraft(id, { text: 'there', base: 'old', op: crypto.randomUUID(), paper: null });
  const session = startNoteSession(subject, 'there', fakeLibrary().send);
  expect(session.view.getState()).toMatchObject({ text: 'there', status: 'saved' });
  expect(draftOf(id)).toBeNull();
});

test('a note that changed elsewhere is never overwritten unasked', async () => {
  const library = fakeLibrary();
  const session = startNoteSession(subject, 'old', library.send);
  session.type('mine');
  session.hear('theirs');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(library.sent).toEqual([]);
  expect(session.view.getState()).toMatchObject({ status: 'conflict', elsewhere: 'theirs' });
  session.type('mine too'); // still kept
  expect(draftOf(id)?.text).toBe('mine too');
  session.settle('theirs\n\nmine too');
  await vi.advanceTimersByTimeAsync(0);
  expect(library.texts()).toEqual(['theirs\n\nmine too']);
  await library.answer();
  expect(session.view.getState()).toMatchObject({ status: 'saved', elsewhere: null });
});

test('a draft of a note that changed elsewhere since is a conflict; taking the other ends it', () => {
  keepDraft(id, { text: 'mine', base: 'old', op: crypto.randomUUID(), paper: null });
  const session = startNoteSession(subject, 'theirs', fakeLibrary().send);
  expect(session.view.getState()).toMatchObject({ text: 'mine', elsewhere: 'theirs' });
  session.settle('theirs');
  expect(session.view.getState()).toMatchObject({ text: 'theirs', status: 'saved' });
  expect(draftOf(id)).toBeNull();
});

test('what others write is shown while nothing is typed, and our own is not taken for it', async () => {
  const library = fakeLibrary();
  const session = startNoteSession(subject, 'old', library.send);
  session.hear('newer');
  expect(session.view.getState()).toMatchObject({ text: 'newer', status: 'saved' });
  session.type('ours');
  void session.flush();
  await vi.advanceTimersByTimeAsync(0);
  session.hear('ours'); // the library tells before it answers
  session.type('ours and more');
  await library.answer();
  expect(session.view.getState().status).not.toBe('conflict');
});

test('a refused note says why, stays, and is tried again', async () => {
  const library = fakeLibrary();
  const session = startNoteSession(subject, '', library.send);
  session.type('kept');
  await vi.advanceTimersByTimeAsync(1_000);
  await library.answer({ ok: false, code: 'storage', message: 'No room.' });
  expect(session.view.getState()).toMatchObject({ status: 'failed', failure: 'No room.' });
  expect(draftOf(id)?.text).toBe('kept');
  void session.flush();
  await vi.advanceTimersByTimeAsync(0);
  expect(library.texts()).toEqual(['kept', 'kept']);
});

test('a note that is too long is not sent and not lost', async () => {
  const library = fakeLibrary();
  const session = startNoteSession(subject, 'old', library.send);
  const long = tooLong('note');
  session.type(long);
  await vi.advanceTimersByTimeAsync(5_000);
  await session.flush();
  expect(library.sent).toEqual([]);
  expect(session.view.getState()).toMatchObject({ text: long, status: 'too-long' });
  expect(draftOf(id)?.text).toHaveLength(LIMITS.note + 1);
  session.type(long.slice(1));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(library.sent).toHaveLength(1);
});

test('no room for drafts: the note is saved all the same', async () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('Full.', 'QuotaExceededError');
  });
  const library = fakeLibrary();
  const session = startNoteSession(subject, '', library.send);
  session.type('kept');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(library.texts()).toEqual(['kept']);
});

test('a damaged draft does no harm', () => {
  localStorage.setItem(`winnow:draft:${id}`, '{"text":');
  const session = startNoteSession(subject, 'old', fakeLibrary().send);
  expect(session.view.getState()).toMatchObject({ text: 'old', status: 'saved' });
});
