import { useId, useRef } from 'react';
import { NoteConflict } from '@/components/note-editor/note-conflict';
import { t } from '@/lib/i18n';
import { STATUSES, type Status } from '@/lib/paper';

interface NoteAndStatusProps {
  readonly status: Status;
  readonly onStatus: (status: Status) => void;
  readonly note: string;
  /** Called with the whole note whenever a key changed it. */
  readonly onNote: (text: string) => void;
  /** How saving the note goes. */
  readonly noteStanding: 'unsaved' | 'saved' | 'failed' | 'conflict' | null;
  /** Why the note could not be saved. */
  readonly noteProblem: string | null;
  /** What the note became elsewhere, where the user has to say what it shall be; else `null`. */
  readonly noteElsewhere: string | null;
  readonly onSettle: (text: string) => void;
}

/** What else is kept of a paper beside its tags; stands in the tag dialog. */
export function NoteAndStatus(props: NoteAndStatusProps) {
  const { status, note, noteStanding, noteProblem, noteElsewhere } = props;
  const name = useId();
  const box = useRef<HTMLTextAreaElement>(null);

  return (
    <>
      <fieldset className="status-choice">
        <legend className="unseen">{t('dialogStatus')}</legend>
        {STATUSES.map((one) => (
          <label key={one}>
            <input
              type="radio"
              className="unseen"
              name={name}
              checked={status === one}
              onChange={() => props.onStatus(one)}
            />
            <span>{t(`dialogStatus_${one}`)}</span>
          </label>
        ))}
      </fieldset>
      <textarea
        ref={box}
        className="note"
        aria-label={t('dialogNote')}
        placeholder={t('dialogNote')}
        dir="auto"
        rows={3}
        value={note}
        onChange={(event) => props.onNote(event.target.value)}
      />
      {noteElsewhere !== null && (
        <NoteConflict
          here={note}
          elsewhere={noteElsewhere}
          onSettle={(text) => {
            props.onSettle(text);
            box.current?.focus();
          }}
        />
      )}
      {noteProblem ? (
        <p className="problem" role="alert">
          {noteProblem}
        </p>
      ) : (
        noteStanding &&
        noteElsewhere === null && (
          <p className="note-standing">
            {t(noteStanding === 'saved' ? 'dialogNoteSaved' : 'dialogNoteSaving')}
          </p>
        )
      )}
    </>
  );
}
