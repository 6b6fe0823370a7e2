/** Notes as they are typed: each key counts, whatever happens on the way to the library. */
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { storage } from 'wxt/utils/storage';
import type { PaperId } from '@/lib/paper';
import type { Acknowledgement } from '@/lib/protocol/acknowledgement';
import type { OperationId } from '@/lib/protocol/operation-id';
import { createNotes, type Notes } from '@/lib/triage/notes';

const ID: PaperId = 'arxiv:2611.00001';
const DRAFT = `local:noteDraft:${ID}` as const;

type Save = (id: PaperId, text: string, continues: OperationId | null) => Promise<Acknowledgement>;
const save = vi.fn<Save>();
let notes: Notes;
let saved = 0;
/** The note as the library has it. */
let held = '';

function done(): Acknowledgement {
  saved += 1;
  const history = { undo: null, redo: null };
  return { ok: true, op: `op-${saved}`, text: 'Changed', states: {}, history };
}

const FAILED: Acknowledgement = { ok: false, code: 'storage', message: 'No luck.' };
const standing = () => notes.typed.getState()[ID]?.standing;

beforeEach(() => {
  fakeBrowser.reset();
  saved = 0;
  held = '';
  save.mockReset().mockImplementation(async (_, text) => {
    held = text;
    return done();
  });
  notes = createNotes(save, () => held);
});

test('a note is saved after a pause, once for many keys, in one session', async () => {
  vi.useFakeTimers();
  for (const text of ['a', 'ab', 'abc']) notes.type(ID, text);
  expect(standing()).toBe('unsaved');
  await vi.advanceTimersByTimeAsync(1_000);
  notes.type(ID, 'abcd');
  await vi.advanceTimersByTimeAsync(1_000);
  vi.useRealTimers();
  expect(save.mock.calls).toEqual([
    [ID, 'abc', null],
    [ID, 'abcd', 'op-1'],
  ]);
  expect(standing()).toBe('saved');
  expect(await notes.end(ID)).toBe('op-2');
  expect(notes.typed.getState()).toEqual({});
});

test('what is typed while a note is being saved goes after it', async () => {
  let answer: (answer: Acknowledgement) => void = () => undefined;
  save.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
  notes.type(ID, 'first');
  notes.flush();
  await vi.waitFor(() => expect(save).toHaveBeenCalledOnce());
  notes.type(ID, 'first and second');
  held = 'first';
  answer(done());
  await vi.waitFor(() => expect(standing()).toBe('saved'));
  expect(save).toHaveBeenLastCalledWith(ID, 'first and second', 'op-1');
});

test('a draft is kept until the library has the note', async () => {
  save.mockResolvedValueOnce(FAILED);
  notes.type(ID, 'kept');
  notes.flush();
  await vi.waitFor(() => expect(standing()).toBe('failed'));
  expect(notes.typed.getState()[ID]?.problem).toContain('No luck.');
  expect(await storage.getItem(DRAFT)).toEqual({ text: 'kept', base: '' });

  const later = createNotes(save, () => held); // another page, another day
  await later.recover(ID);
  expect(save).toHaveBeenLastCalledWith(ID, 'kept', null);
  expect(await storage.getItem(DRAFT)).toBeNull();
});

test('what was written elsewhere meanwhile is not overwritten unasked', async () => {
  notes.type(ID, 'mine');
  notes.flush();
  await vi.waitFor(() => expect(standing()).toBe('saved'));
  held = 'theirs';
  notes.type(ID, 'mine, too');
  notes.flush();
  await vi.waitFor(() => expect(standing()).toBe('conflict'));
  notes.type(ID, 'mine, once more');
  expect(notes.typed.getState()[ID]).toMatchObject({ standing: 'conflict', elsewhere: 'theirs' });
  expect(save).toHaveBeenCalledOnce();

  notes.settle(ID, 'theirs and mine');
  await vi.waitFor(() => expect(standing()).toBe('saved'));
  expect(save).toHaveBeenLastCalledWith(ID, 'theirs and mine', null);
});

test('a draft of a note that changed elsewhere since is a conflict', async () => {
  save.mockResolvedValueOnce(FAILED);
  notes.type(ID, 'kept');
  notes.flush();
  await vi.waitFor(() => expect(standing()).toBe('failed'));
  held = 'theirs';
  const later = createNotes(save, () => held);
  await later.recover(ID);
  expect(later.typed.getState()[ID]).toMatchObject({ text: 'kept', elsewhere: 'theirs' });
  expect(held).toBe('theirs');
  expect(await storage.getItem(DRAFT)).toEqual({ text: 'kept', base: '' });
});

test('a note that is too long is not sent, says so, and is sent when it is shorter', async () => {
  notes.type(ID, 'x'.repeat(1_000_001));
  notes.flush();
  expect(notes.typed.getState()[ID]?.problem).toContain('1,000,000');
  expect(save).not.toHaveBeenCalled();
  notes.type(ID, 'x'.repeat(1_000_000));
  expect(await notes.end(ID)).toBe('op-1');
});

test('a note that was not touched makes no operation', async () => {
  expect(await notes.end(ID)).toBeNull();
  notes.flush();
  expect(save).not.toHaveBeenCalled();
});
