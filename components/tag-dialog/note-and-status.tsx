import { useId } from 'react';
import { t } from '@/lib/i18n';
import { STATUSES, type Status } from '@/lib/paper';

interface NoteAndStatusProps {
  readonly status: Status;
  readonly onStatus: (status: Status) => void;
  readonly note: string;
  /** Called with the whole note whenever a key changed it. */
  readonly onNote: (text: string) => void;
  /** How saving the note goes. */
  readonly noteStanding: 'unsaved' | 'saved' | 'failed' | null;
  /** Why the note could not be saved. */
  readonly noteProblem: string | null;
}

/** What else is kept of a paper beside its tags; stands in the tag dialog. */
export function NoteAndStatus(props: NoteAndStatusProps) {
  const { status, note, noteStanding, noteProblem } = props;
  const name = useId();

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
        className="note"
        aria-label={t('dialogNote')}
        placeholder={t('dialogNote')}
        dir="auto"
        rows={3}
        value={note}
        onChange={(event) => props.onNote(event.target.value)}
      />
      {noteProblem ? (
        <p className="problem" role="alert">
          {noteProblem}
        </p>
      ) : (
        noteStanding && (
          <p className="note-standing">
            {t(noteStanding === 'saved' ? 'dialogNoteSaved' : 'dialogNoteSaving')}
          </p>
        )
      )}
    </>
  );
}
