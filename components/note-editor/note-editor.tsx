import type { ChangeablePaper } from '@/components/triage/change-record';
import { t } from '@/lib/i18n';
import { NoteBox } from './note-box';
import { useOwnNoteSession } from './use-own-note-session';

interface NoteEditorProps extends ChangeablePaper {
  /** As stored in the library; may change during editing. */
  readonly note: string;
  readonly onClose: () => void;
}

/** Edits a paper's note in place, on the extension's own pages. */
export function NoteEditor({ note, onClose, ...paper }: NoteEditorProps) {
  const session = useOwnNoteSession(paper, note);

  return (
    <div className="note-editor">
      <NoteBox
        session={session}
        label={t('cardNote', paper.title)}
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
