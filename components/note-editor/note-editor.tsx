import { useEffect } from 'react';
import { triageActions } from '@/components/triage/use-triage';
import { t } from '@/lib/i18n';
import type { Paper, PaperId } from '@/lib/paper';
import { NoteBox } from './note-box';
import { noteServices } from './note-services';
import { editingBegan, editingEnded } from './unsaved-notes';
import { useNoteSession } from './use-note-session';

interface NoteEditorProps {
  readonly id: PaperId;
  readonly title: string;
  /** Its metadata from a page, if it may be new to the library. */
  readonly paper: Paper | null;
  /** As stored in the library; may change during editing. */
  readonly note: string;
  readonly onClose: () => void;
}

/** Edits a paper's note in place, on the extension's own pages. */
export function NoteEditor({ id, title, paper, note, onClose }: NoteEditorProps) {
  const session = useNoteSession({
    subject: { id, paper },
    note,
    services: noteServices,
    onEnd(end) {
      if (end.kind === 'saved') triageActions.sayDone(t('done_note'), end.op, title);
      editingEnded(id); // an unsaved note is then offered next to the list
    },
  });
  useEffect(() => editingBegan(id), [id]);

  return (
    <div className="note-editor">
      <NoteBox
        session={session}
        label={t('cardNote', title)}
        placeholder={t('notePlaceholder')}
        takesFocus
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          const isDone = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
          if (event.key !== 'Escape' && !isDone) return;
          event.preventDefault(); // otherwise Escape closes the popup
          event.stopPropagation();
          onClose();
        }}
      >
        <button type="button" className="text-button" onClick={onClose}>
          {t('noteDone')}
        </button>
      </NoteBox>
    </div>
  );
}
