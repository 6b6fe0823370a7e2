import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useId } from 'react';
import { useStore } from 'zustand';
import { library } from '@/lib/connections/library';
import { t } from '@/lib/i18n';
import type { PaperId } from '@/lib/paper';
import { NoteStatus } from './note-status';
import { saveDrafts, type UnsavedNote, useUnsavedNotes } from './unsaved-notes';
import './left-drafts.css';

/**
 * Saves notes that were typed on a page, be it a listing or one of our own, but not acknowledged before
 * it closed. Shows those that cannot be saved, one at a time.
 */
export function LeftDrafts() {
  const first = useUnsavedNotes(({ notes }) => notes[0]);
  useEffect(saveDrafts, []);
  return first ? <LeftDraft key={first.id} {...first} /> : null;
}

function LeftDraft({ id, title, session }: UnsavedNote) {
  const heading = useId();
  const text = useStore(session.view, (view) => view.text);
  const note = useLiveQuery(() => noteOf(id), [id]);

  useEffect(() => {
    if (note !== undefined) session.hear(note);
  }, [session, note]);

  return (
    <section className="left-draft" aria-labelledby={heading}>
      <h2 id={heading} dir="auto">
        {t('noteLeft', title)}
      </h2>
      <blockquote dir="auto">{text}</blockquote>
      <NoteStatus session={session} />
    </section>
  );
}

async function noteOf(id: PaperId): Promise<string> {
  return (await library.states([id]))[id]?.note ?? '';
}
