import { NoteIcon } from '@/components/design/icons';
import { useKeyHint } from '@/components/keys/use-key-hint';
import { NoteEditor } from '@/components/note-editor/note-editor';
import { MarkedText } from '@/components/paper-parts/marked-text';
import { changeRecord } from '@/components/triage/change-record';
import type { Finder } from '@/lib/filter/match';
import { t } from '@/lib/i18n';
import type { PaperRecord } from '@/lib/library/store/record';
import { EarlierNotes } from './earlier-notes';

interface DetailNoteProps {
  readonly record: PaperRecord;
  readonly find: Finder;
  readonly isEditing: boolean;
  readonly onEdit: (isEditing: boolean) => void;
}

/** The note of a paper, to read or edit, and its earlier versions. */
export function DetailNote({ record, find, isEditing, onEdit }: DetailNoteProps) {
  const { id, meta, triage } = record;
  const keyHint = useKeyHint('library');
  const edit = t(triage.note === '' ? 'detailAddNote' : 'detailEditNote');
  return (
    <section className="detail-note" aria-label={t('factNote')}>
      {isEditing ? (
        <NoteEditor
          id={id}
          title={meta.title}
          paper={null}
          note={triage.note}
          onClose={() => onEdit(false)}
        />
      ) : (
        <>
          {triage.note !== '' && (
            <p dir="auto">
              <MarkedText text={triage.note} find={find} field="abstract" />
            </p>
          )}
          <button
            type="button"
            className="button"
            title={keyHint(edit, 'note')}
            onClick={() => onEdit(true)}
          >
            <NoteIcon />
            {edit}
          </button>
          <EarlierNotes
            key={id}
            record={record}
            onPutBack={(value) => changeRecord(record, { kind: 'note', value })}
          />
        </>
      )}
    </section>
  );
}
