/** Triage with a library that answers late, refuses, or has no part in what is undone. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Acknowledgement } from '@/lib/protocol/acknowledgement';
import type { Change } from '@/lib/protocol/change';
import { type Changes, NO_CHANGES } from '@/lib/triage/changes';
import type { Toast } from '@/lib/triage/toast';
import { createTriage, type Triage } from '@/lib/triage/triage';
import { idOf } from '../../helpers/papers';

const [A, B] = [1, 2].map((n) => ({ id: idOf(n), paper: null, title: `Paper ${n}` }));
const STAR: Change = { kind: 'star', value: true };
const REFUSED: Acknowledgement = { ok: false, code: 'storage', message: 'No room.' };

const done = (op: string, text = 'Done'): Acknowledgement => ({
  ...{ ok: true, op, text, states: {} },
  history: { undo: null, redo: null },
});

let changes: Changes;
let toast: Toast | null;
let triage: Triage;
const sender = {
  run: vi.fn(({ op }: { readonly op: string }) => Promise.resolve(done(op))),
  undo: vi.fn((op: string) => Promise.resolve(done(`undo of ${op}`, `Undid ${op}`))),
  undoLatest: vi.fn(() => Promise.resolve(done('latest', 'Undid the latest'))),
  redoLatest: vi.fn(() => Promise.resolve(done('again', 'Did it again'))),
};
const showsFailure = vi.fn(() => false);

beforeEach(() => {
  vi.clearAllMocks();
  changes = NO_CHANGES;
  toast = null;
  triage = createTriage({
    changes: {
      get: () => changes,
      put: (some) => {
        changes = { ...changes, ...some };
      },
    },
    toast: {
      get: () => toast,
      put: (next) => {
        toast = next;
      },
    },
    sender,
    complete: (text) => `${text}!`,
    showsFailure,
  });
});

const subjects = (...those: (typeof A)[]) => those.flatMap((one) => one ?? []);

describe('a change', () => {
  test('of one paper is told with its title, of many in the words of the library', async () => {
    await triage.change(subjects(A), STAR);
    expect(toast).toMatchObject({ kind: 'done', text: 'Starred!', title: 'Paper 1' });
    await triage.change(subjects(A, B), STAR);
    expect(toast).toMatchObject({ kind: 'done', text: 'Done!', title: null });
  });

  test('that is refused says so, but where the paper itself does', async () => {
    sender.run.mockResolvedValue(REFUSED);
    await triage.change(subjects(A), STAR);
    expect(toast).toMatchObject({ kind: 'failure', text: 'Not saved. No room.', button: null });
    toast = null;
    showsFailure.mockReturnValueOnce(true);
    await triage.change(subjects(A), STAR);
    expect(toast).toBeNull();
    expect(changes.failures).toEqual({ [idOf(1)]: 'No room.' });
    sender.run.mockImplementation(({ op }) => Promise.resolve(done(op)));
  });
});

describe('the toast', () => {
  test('undoes what it tells of, and then does it again', async () => {
    const answer = await triage.change(subjects(A), STAR);
    const op = answer.ok ? answer.op : '';
    await triage.pressToast();
    expect(sender.undo).toHaveBeenLastCalledWith(op);
    expect(toast).toMatchObject({ text: `Undid ${op}!`, button: { kind: 'redo' } });
    await triage.pressToast();
    expect(sender.undo).toHaveBeenLastCalledWith(`undo of ${op}`);
    expect(toast).toMatchObject({ button: { kind: 'undo' } });
  });

  test('undoes also what the library has no part in, once', async () => {
    const undo = vi.fn(() => Promise.resolve());
    triage.sayDone('Filter deleted', undo);
    await triage.undoLatest();
    expect(undo).toHaveBeenCalledOnce();
    expect(sender.undoLatest).not.toHaveBeenCalled();
    expect(toast).toMatchObject({ text: 'Undone', button: null });
    await triage.undoLatest();
    expect(sender.undoLatest).toHaveBeenCalledOnce();
  });

  test('says why something could not be undone', async () => {
    triage.sayDone('Filter deleted', () => Promise.reject(new Error('Out of space.')));
    await triage.pressToast();
    expect(toast).toMatchObject({ kind: 'failure', text: 'Not undone. Out of space.' });
    sender.undoLatest.mockResolvedValueOnce(REFUSED);
    await triage.undoLatest();
    expect(toast).toMatchObject({ kind: 'failure', text: 'Not undone. No room.' });
    sender.redoLatest.mockResolvedValueOnce(REFUSED);
    await triage.redoLatest();
    expect(toast).toMatchObject({ kind: 'failure', text: 'Not done again. No room.' });
  });
});

test('undo waits for what was asked before it', async () => {
  let answer: (value: Acknowledgement) => void = () => undefined;
  sender.run.mockReturnValueOnce(
    new Promise((resolve) => {
      answer = resolve;
    }),
  );
  const changing = triage.change(subjects(A), STAR);
  const undoing = triage.undoLatest();
  await vi.waitFor(() => expect(sender.run).toHaveBeenCalled());
  expect(sender.undoLatest).not.toHaveBeenCalled();
  answer(done('op'));
  await Promise.all([changing, undoing]);
  expect(sender.undoLatest).toHaveBeenCalledOnce();
  expect(toast).toMatchObject({ text: 'Undid the latest!' });
});
