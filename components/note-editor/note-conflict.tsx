import { t } from '@/lib/i18n';

interface NoteConflictProps {
  /** The note as typed here. */
  readonly here: string;
  /** What it was meanwhile changed to elsewhere. */
  readonly elsewhere: string;
  readonly onSettle: (text: string) => void;
}

/** Lets the user resolve a note that was changed in two places. */
export function NoteConflict({ here, elsewhere, onSettle }: NoteConflictProps) {
  return (
    <div className="note-conflict" role="alert">
      <p>{t('noteConflict')}</p>
      <blockquote dir="auto">{elsewhere === '' ? t('noteConflictEmpty') : elsewhere}</blockquote>
      <div className="chip-row">
        <button type="button" className="button" onClick={() => onSettle(here)}>
          {t('noteKeepMine')}
        </button>
        <button type="button" className="button" onClick={() => onSettle(elsewhere)}>
          {t('noteTakeOther')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => onSettle([elsewhere, here].filter(Boolean).join('\n\n'))}
        >
          {t('noteKeepBoth')}
        </button>
      </div>
    </div>
  );
}
