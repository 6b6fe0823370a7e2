/** The notes that were not saved where they were typed, as a page of the extension offers them. */
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

/** In the order in which it turned out that they cannot be saved. */
export const useUnsavedNotes = create<{ readonly notes: readonly UnsavedNote[] }>(() => ({
  notes: [],
}));

/** Notes that are edited on this page: what is wrong with them is said there. */
const edited = new Set<PaperId>();

export function editingBegan(id: PaperId): void {
  edited.add(id);
  withdraw(id);
}

export function editingEnded(id: PaperId): void {
  edited.delete(id);
  saveDrafts();
}

/** Saves the drafts that listings and our own pages have left, and offers those that cannot be saved. */
export function saveDrafts(): void {
  saveAll().catch(() => undefined); // the library cannot be read: the page says so, and drafts stay
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
      if (!states[id] && !paper) return; // not known any more, and not to be made up
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
