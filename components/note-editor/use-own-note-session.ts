import { useEffect } from 'react';
import type { ChangeablePaper } from '@/components/triage/change-record';
import { triageActions } from '@/components/triage/use-triage';
import { t } from '@/lib/i18n';
import type { NoteSession } from '@/lib/triage/notes/session';
import { noteServices } from './note-services';
import { editingBegan, editingEnded } from './unsaved-notes';
import { useNoteSession } from './use-note-session';

/**
 * An editing session on the extension's own pages, of a note as stored in the library, which may change
 * during editing. A note that could not be saved is then offered next to the list.
 */
export function useOwnNoteSession(
  { id, title, paper }: ChangeablePaper,
  note: string,
): NoteSession {
  const session = useNoteSession({
    subject: { id, paper },
    note,
    services: noteServices,
    onEnd(end) {
      if (end.kind === 'saved') triageActions.sayDone(t('done_note'), end.op, title);
      editingEnded(id);
    },
  });
  useEffect(() => editingBegan(id), [id]);
  return session;
}
