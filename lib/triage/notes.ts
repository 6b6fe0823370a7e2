/** Notes as they are typed: saved soon after, and never lost on the way to the library. */
import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { formatNumber, t } from '@/lib/i18n';
import type { PaperId } from '@/lib/paper';
import type { Acknowledgement } from '@/lib/protocol/acknowledgement';
import { LIMITS } from '@/lib/protocol/limits';
import type { OperationId } from '@/lib/protocol/operation-id';

/** So long after the last key a note is saved, in milliseconds. */
const PAUSE_MS = 400;

/** A note that was typed here. */
interface TypedNote {
  readonly text: string;
  readonly standing: 'unsaved' | 'saved' | 'failed' | 'conflict';
  /** Why it could not be saved, in words for the user. */
  readonly problem: string | null;
  /** In a conflict: what the note became elsewhere since it was typed into here. */
  readonly elsewhere: string | null;
}

export interface Notes {
  /** What was typed here, by paper; of other papers the library knows best. */
  readonly typed: StoreApi<Readonly<Record<PaperId, TypedNote>>>;
  /** Takes what stands in a note's box now. */
  readonly type: (id: PaperId, text: string) => void;
  /** Takes up what was typed on a page that was closed before it could be saved. */
  readonly recover: (id: PaperId) => Promise<void>;
  /** Ends a conflict with this text. */
  readonly settle: (id: PaperId, text: string) => void;
  /** Saves all that is not saved, at once: for pages that are about to go away. */
  readonly flush: () => void;
  /** Ends an editing session: gives the operation that undoes all of it, or `null` without one. */
  readonly end: (id: PaperId) => Promise<OperationId | null>;
}

/** Saves a note; `continues` names the last operation of the same session. Never rejects. */
type Save = (id: PaperId, text: string, continues: OperationId | null) => Promise<Acknowledgement>;

/** What is kept of a note until it is acknowledged. */
const DraftSchema = v.object({ text: v.string(), base: v.string() });

interface Session {
  /** The note as it was when the typing began, or saved last since. */
  base: string;
  /** The last operation that the library acknowledged. */
  op: OperationId | null;
  timer?: ReturnType<typeof setTimeout>;
  saving: Promise<void>;
}

/** `noteOf` gives the note as the library last told it. What others wrote is not overwritten unasked. */
export function createNotes(save: Save, noteOf: (id: PaperId) => string): Notes {
  const typed = createStore<Readonly<Record<PaperId, TypedNote>>>(() => ({}));
  const sessions = new Map<PaperId, Session>();

  function sessionOf(id: PaperId): Session {
    const session = sessions.get(id) ?? { op: null, base: noteOf(id), saving: Promise.resolve() };
    sessions.set(id, session);
    return session;
  }

  function set(id: PaperId, note: TypedNote): void {
    typed.setState({ [id]: note });
  }

  /** One at a time: what is typed meanwhile goes after it. */
  function saveSoon(id: PaperId): Promise<void> {
    const session = sessionOf(id);
    clearTimeout(session.timer);
    session.saving = session.saving.then(() => saveAll(id, session));
    return session.saving;
  }

  async function saveAll(id: PaperId, session: Session): Promise<void> {
    for (;;) {
      const note = typed.getState()[id];
      if (!note || note.standing === 'saved' || note.text.length > LIMITS.note) return;
      void storage.setItem(draftKey(id), { text: note.text, base: session.base });
      const held = noteOf(id);
      if (held !== session.base && held !== note.text) {
        set(id, { ...note, standing: 'conflict', elsewhere: held });
        return;
      }
      const answer = await save(id, note.text, session.op);
      const now = typed.getState()[id] ?? note;
      if (!answer.ok) {
        set(id, { ...now, standing: 'failed', problem: t('notSaved', answer.message) });
        return;
      }
      session.op = answer.op;
      session.base = note.text;
      if (now.text !== note.text) continue;
      set(id, { ...now, standing: 'saved', problem: null, elsewhere: null });
      await storage.removeItem(draftKey(id));
      return;
    }
  }

  return {
    typed,
    type(id, text) {
      const isTooLong = text.length > LIMITS.note;
      const problem = isTooLong
        ? t('noteTooLong', formatNumber(LIMITS.note), formatNumber(text.length))
        : null;
      const { elsewhere = null } = typed.getState()[id] ?? {};
      const standing = isTooLong ? 'failed' : elsewhere === null ? 'unsaved' : 'conflict';
      set(id, { text, standing, problem, elsewhere });
      const session = sessionOf(id);
      clearTimeout(session.timer);
      session.timer = setTimeout(() => void saveSoon(id), PAUSE_MS);
    },
    async recover(id) {
      const draft = await storage.getItem<unknown>(draftKey(id));
      if (!v.is(DraftSchema, draft) || typed.getState()[id]) return;
      sessionOf(id).base = draft.base;
      set(id, { text: draft.text, standing: 'unsaved', problem: null, elsewhere: null });
      await saveSoon(id);
    },
    settle(id, text) {
      const session = sessionOf(id);
      session.base = typed.getState()[id]?.elsewhere ?? noteOf(id);
      session.op = null; // what was written in between is not this session's to undo
      set(id, { text, standing: 'unsaved', problem: null, elsewhere: null });
      void saveSoon(id);
    },
    flush() {
      for (const id of sessions.keys()) void saveSoon(id);
    },
    async end(id) {
      const session = sessions.get(id);
      if (!session) return null;
      await saveSoon(id);
      if (typed.getState()[id]?.standing !== 'saved') return session.op;
      sessions.delete(id);
      typed.setState(({ [id]: _, ...others }) => others, true);
      return session.op;
    },
  };
}

/** Where a note is kept from the moment it is sent until it is acknowledged. */
function draftKey(id: PaperId): `local:${string}` {
  return `local:noteDraft:${id}`;
}
