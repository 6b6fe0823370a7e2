/** Notes that could not be saved where they were typed, as the extension's pages offer them. */
import { create } from 'zustand';
import { library } from '@/lib/connections/library';
import type { PaperId } from '@/lib/paper';
import { adoptEarlierDrafts } from '@/lib/triage/notes/earlier-drafts';
import { type NoteSession, startNoteSession } from '@/lib/triage/notes/session';
import { noteServices } from './note-services';

export interface UnsavedNote {
  readonly id: PaperId;
  readonly title: string;
  readonly session: NoteSession;
}

/** In the order in which saving them failed. */
export const useUnsavedNotes = create<{ readonly notes: readonly UnsavedNote[] }>(() => ({
  notes: [],
}));

/** Notes being edited on this page, where their editors report failures. */
const edited = new Set<PaperId>();

export function editingBegan(id: PaperId): void {
  edited.add(id);
  withdraw(id);
}

export function editingEnded(id: PaperId): void {
  edited.delete(id);
  saveDrafts();
}

/** Saves drafts left by listings and our own pages; offers those that cannot be saved. */
export function saveDrafts(): void {
  saveAll().catch(() => undefined); // the page reports that the library cannot be read; drafts are kept
}

async function saveAll(): Promise<void> {
  const { drafts } = noteServices;
  await adoptEarlierDrafts(drafts);
  const ids = await drafts.ids();
  if (ids.length === 0) return;
  const [states, records] = await Promise.all([library.states(ids), library.papers(ids)]);
  const titles = new Map(records.map(({ id, meta }) => [id, meta.title]));
  await Promise.all(
    ids.map(async (id) => {
      if (!isWanted(id)) return;
      const paper = (await drafts.read(id))?.paper ?? null;
      if (!states[id] && !paper) return; // no longer known
      const session = startNoteSession({ id, paper }, states[id]?.note ?? '', noteServices);
      await session.flush();
      const isSaved = () => session.view.getState().status === 'saved';
      if (isSaved() || !isWanted(id)) return;
      offer({ id, title: titles.get(id) ?? paper?.title ?? id, session });
      session.view.subscribe(() => {
        if (isSaved()) withdraw(id);
      });
    }),
  );
}

function isWanted(id: PaperId): boolean {
  return !edited.has(id) && useUnsavedNotes.getState().notes.every((one) => one.id !== id);
}

function offer(note: UnsavedNote): void {
  useUnsavedNotes.setState(({ notes }) => ({ notes: [...notes, note] }));
}

function withdraw(id: PaperId): void {
  useUnsavedNotes.setState(({ notes }) => ({ notes: notes.filter((one) => one.id !== id) }));
}
