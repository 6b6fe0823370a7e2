/**
 * One editing session of a note, on a listing or on a page of the extension: every keystroke is kept
 * as a draft at once and saved when the typing pauses. Nothing written elsewhere is overwritten
 * unasked, and one undo takes back the whole session.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Paper, PaperId } from '@/lib/paper';
import type { Acknowledgement } from '@/lib/protocol/acknowledgement';
import type { Command } from '@/lib/protocol/command';
import { LIMITS } from '@/lib/protocol/limits';
import type { OperationId } from '@/lib/protocol/operation-id';
import type { Draft, Drafts } from './drafts';

/** The note is saved this long after the last keystroke, in milliseconds. */
const PAUSE_MS = 400;

export interface NoteView {
  /** What the text box shows. */
  readonly text: string;
  readonly status: 'saved' | 'typing' | 'saving' | 'too-long' | 'failed' | 'conflict';
  /** Why the last attempt to save failed. */
  readonly failure: string | null;
  /** In a conflict: what the note became elsewhere. */
  readonly elsewhere: string | null;
}

/** How a session ended. What is unsaved is kept as a draft. */
export type NoteEnd =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'saved'; readonly op: OperationId }
  | { readonly kind: 'unsaved'; readonly view: NoteView };

export interface NoteSession {
  readonly view: Pick<StoreApi<NoteView>, 'getState' | 'subscribe' | 'getInitialState'>;
  readonly type: (text: string) => void;
  /** Takes the note as the library holds it now, whoever wrote it. */
  readonly hear: (note: string) => void;
  /** Ends a conflict with this text. */
  readonly settle: (text: string) => void;
  /** Saves at once what is not saved yet; call it when the page may go away. */
  readonly flush: () => Promise<void>;
  /** The operation that undoes all this session saved; `null` if it saved nothing. */
  readonly lastSaved: () => OperationId | null;
  /** Saves what can be saved, and tells how the session ended. */
  readonly close: () => Promise<NoteEnd>;
}

export interface NoteSubject {
  readonly id: PaperId;
  /** What a page says of the paper, where the library may not know it yet. */
  readonly paper: Paper | null;
}

export interface NoteServices {
  /** Never rejects; only `ok: true` means saved. */
  readonly send: (command: Command) => Promise<Acknowledgement>;
  readonly drafts: Drafts;
}

/**
 * Starts with the note as the library holds it. A draft left by an earlier session is taken up as
 * soon as it has been read: saved, or shown as a conflict if the note was changed since.
 */
export function startNoteSession(
  { id, paper }: NoteSubject,
  note: string,
  { send, drafts }: NoteServices,
): NoteSession {
  /** The note in the library, as last heard. */
  let held = note;
  /** The note that the draft is based on. While it differs from the held one, there is a conflict. */
  let base = note;
  /** What is typed and not saved. */
  let draft: Draft | null = null;
  /** The last save: the next one continues its operation. */
  let last: { readonly op: OperationId; readonly text: string } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saving: Promise<void> | null = null;
  /** The text being saved, which must not pass for someone else's when the library reports it. */
  let underWay: string | null = null;

  const view = createStore<NoteView>(() => ({
    text: note,
    status: 'saved',
    failure: null,
    elsewhere: null,
  }));
  const { setState: show, getState: shown } = view;
  const ready = drafts.read(id).then(recover);

  function recover(left: Draft | null): void {
    if (!left) return;
    if (left.text === held) {
      if (!draft) void drafts.drop(id, left);
      return;
    }
    base = left.base;
    if (draft) keep(withLeft(draft, left));
    else draft = left;
    show({ text: draft.text });
    proceed(0);
  }

  /** Stores a draft, but not before the one left by an earlier session has been read. */
  function keep(next: Draft): void {
    draft = next;
    void ready.then(() => {
      if (draft === next) void drafts.keep(id, next);
    });
  }

  /** Saves the draft after a pause, or shows what stands in the way. */
  function proceed(pause: number): void {
    clearTimeout(timer);
    if (!draft) return;
    if (held !== base) {
      show({ status: 'conflict', failure: null, elsewhere: held });
    } else if (draft.text.length > LIMITS.note) {
      show({ status: 'too-long', failure: null, elsewhere: null });
    } else {
      show({ status: 'typing', failure: null, elsewhere: null });
      timer = setTimeout(() => void flush(), pause);
    }
  }

  function type(text: string): void {
    keep({ text, base, op: crypto.randomUUID(), paper });
    show({ text });
    proceed(PAUSE_MS);
  }

  function hear(heard: string): void {
    if (heard === held) return;
    held = heard;
    if (heard === underWay) arrive(heard);
    reconcile();
  }

  /** The library has the text that was being saved; what has been typed since is based on it. */
  function arrive(text: string): void {
    base = text;
    underWay = null;
  }

  function reconcile(): void {
    if (!draft || draft.text === held) {
      agree();
      return;
    }
    if (draft.base !== base) keep({ ...draft, base });
    proceed(PAUSE_MS);
  }

  /** The library holds what is shown here. */
  function agree(): void {
    clearTimeout(timer);
    const done = draft;
    draft = null;
    base = held;
    show({ text: held, status: 'saved', failure: null, elsewhere: null });
    if (done) void ready.then(() => drafts.drop(id, done));
  }

  function settle(text: string): void {
    base = held;
    last = null; // what was written in between is not this session's to undo
    if (text === held) {
      agree();
      return;
    }
    type(text);
    void flush();
  }

  /** One save at a time, so that they arrive in order. */
  async function flush(): Promise<void> {
    await ready;
    clearTimeout(timer);
    while (saving) await saving;
    const { status } = shown();
    if (!draft || (status !== 'typing' && status !== 'failed')) return;
    saving = save(draft).finally(() => {
      saving = null;
    });
    await saving;
  }

  async function save(sent: Draft): Promise<void> {
    underWay = sent.text;
    show({ status: 'saving', failure: null });
    const change = { kind: 'note', value: sent.text } as const;
    const answer = await send({
      op: sent.op,
      change: last ? { ...change, continues: last.op } : change,
      papers: [{ id, paper: sent.paper }],
    });
    if (answer.ok) {
      last = { op: sent.op, text: sent.text };
      if (underWay !== null) {
        if (held === base) held = sent.text; // otherwise someone else wrote meanwhile
        arrive(sent.text);
      }
      reconcile();
      return;
    }
    underWay = null;
    if (draft?.op === sent.op && held === base) show({ status: 'failed', failure: answer.message });
  }

  return {
    view,
    type,
    hear,
    settle,
    flush,
    lastSaved: () => last?.op ?? null,
    async close() {
      await flush();
      const end = shown();
      if (end.status !== 'saved') return { kind: 'unsaved', view: end };
      // What was changed elsewhere since is not undone by this session's operation.
      return last?.text === held ? { kind: 'saved', op: last.op } : { kind: 'unchanged' };
    },
  };
}

/** For a draft typed before the one left by an earlier session could be read: keeps both texts. */
function withLeft(draft: Draft, left: Draft): Draft {
  return { ...draft, text: `${left.text}\n\n${draft.text}`, base: left.base };
}
