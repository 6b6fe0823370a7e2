/** One sitting at a note: each keystroke is kept at once and saved soon. */
import { create, type StoreApi } from 'zustand';
import type { Paper, PaperId } from '@/lib/paper';
import type { Acknowledgement } from '@/lib/protocol/acknowledgement';
import type { Command } from '@/lib/protocol/command';
import { LIMITS } from '@/lib/protocol/limits';
import type { OperationId } from '@/lib/protocol/operation-id';
import { type Draft, draftOf, dropDraft, keepDraft } from './drafts';

/** So long after the last keystroke a note is saved. */
const PAUSE_MS = 400;

interface NoteView {
  readonly text: string;
  readonly status: 'saved' | 'typing' | 'saving' | 'too-long' | 'failed' | 'conflict';
  /** Why it was not saved. */
  readonly failure: string | null;
  /** What the note became elsewhere, where that is not what was typed here. */
  readonly elsewhere: string | null;
}

export interface NoteSession {
  readonly view: Pick<StoreApi<NoteView>, 'getState' | 'subscribe' | 'getInitialState'>;
  readonly type: (text: string) => void;
  /** Hears what the library holds, whoever wrote it. */
  readonly hear: (note: string) => void;
  /** Ends a conflict with this text. */
  readonly settle: (text: string) => void;
  /** Saves what was not saved yet; to be called when the page may go away. */
  readonly flush: () => Promise<void>;
  /** The last operation that saved something here, which undoes all of it. */
  readonly lastSaved: () => OperationId | null;
}

interface Subject {
  readonly id: PaperId;
  /** As a page shows it, where it may be new to the library. */
  readonly paper: Paper | null;
}

type Send = (command: Command) => Promise<Acknowledgement>;

/**
 * Starts with the note as the library holds it, and with a draft left from before. A draft of a note
 * that changed elsewhere since is a conflict: nothing is saved before the user settled it.
 */
export function startNoteSession({ id, paper }: Subject, saved: string, send: Send): NoteSession {
  const left = draftOf(id);
  /** What the library held when it was last known to agree with what is typed here. */
  let base = saved;
  /** The operation that the next one goes on from, so that one undo takes back the sitting. */
  let last: OperationId | null = null;
  let draft: Draft | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saving: Promise<void> | null = null;
  /** What is on its way, so that its arrival is not taken for someone else's writing. */
  let underWay: string | null = null;

  const view = create<NoteView>(() => ({
    text: saved,
    status: 'saved',
    failure: null,
    elsewhere: null,
  }));
  const { setState: show, getState: shown } = view;

  if (left && left.text !== saved) {
    draft = left;
    if (left.base === saved) {
      show({ text: left.text, status: 'typing' });
      schedule(0);
    } else {
      show({ text: left.text, status: 'conflict', elsewhere: saved });
    }
  } else if (left) dropDraft(id);

  function schedule(pause: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), pause);
  }

  function type(text: string): void {
    draft = { text, base, op: crypto.randomUUID(), paper };
    keepDraft(id, draft);
    if (shown().status === 'conflict') {
      show({ text });
      return;
    }
    if (text.length > LIMITS.note) {
      clearTimeout(timer);
      show({ text, status: 'too-long', failure: null });
      return;
    }
    show({ text, status: 'typing', failure: null });
    schedule(PAUSE_MS);
  }

  function hear(note: string): void {
    const { text, status } = shown();
    if (note === base || note === underWay) return;
    if (status === 'saved') {
      base = note;
      show({ text: note });
    } else if (note === text) {
      agree(note);
    } else {
      clearTimeout(timer);
      show({ status: 'conflict', elsewhere: note });
    }
  }

  function agree(note: string): void {
    clearTimeout(timer);
    base = note;
    draft = null;
    dropDraft(id);
    show({ status: 'saved', failure: null, elsewhere: null });
  }

  function settle(text: string): void {
    const { elsewhere } = shown();
    if (elsewhere !== null) base = elsewhere;
    last = null; // what was written in between is not this sitting's to undo
    show({ text, status: 'typing', elsewhere: null });
    if (text === base) {
      agree(text);
      return;
    }
    type(text);
    void flush();
  }

  /** One save at a time, so that they arrive in order. */
  async function flush(): Promise<void> {
    clearTimeout(timer);
    while (saving) await saving;
    const { status } = shown();
    if (!draft || (status !== 'typing' && status !== 'failed')) return;
    saving = save(draft).finally(() => {
      saving = null;
    });
    await saving;
  }

  async function save(saved: Draft): Promise<void> {
    underWay = saved.text;
    show({ status: 'saving', failure: null });
    const change = { kind: 'note', value: saved.text } as const;
    const answer = await send({
      op: saved.op,
      change: last ? { ...change, continues: last } : change,
      papers: [{ id, paper }],
    });
    underWay = null;
    if (answer.ok) {
      last = saved.op;
      base = saved.text;
      if (draft?.op === saved.op) agree(saved.text);
      else if (draft) {
        draft = { ...draft, base };
        keepDraft(id, draft);
      }
    } else if (draft?.op === saved.op) {
      show({ status: 'failed', failure: answer.message });
    }
  }

  return { view, type, hear, settle, flush, lastSaved: () => last };
}
