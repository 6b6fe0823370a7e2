import { useId } from 'react';
import { NoteBox } from '@/components/note-editor/note-box';
import { t } from '@/lib/i18n';
import { STATUSES, type Status } from '@/lib/paper';
import type { NoteSession } from '@/lib/triage/notes/session';

interface NoteAndStatusProps {
  readonly status: Status;
  readonly onStatus: (status: Status) => void;
  readonly note: NoteSession;
}

/** The status and note fields in the tag dialog of a page. */
export function NoteAndStatus({ status, onStatus, note }: NoteAndStatusProps) {
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
              onChange={() => onStatus(one)}
            />
            <span>{t(`dialogStatus_${one}`)}</span>
          </label>
        ))}
      </fieldset>
      <NoteBox session={note} label={t('dialogNote')} placeholder={t('dialogNote')} />
    </>
  );
}
