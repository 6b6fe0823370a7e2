import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { library } from '@/lib/connections/library';
import { formatMoment, t } from '@/lib/i18n';
import { earlierNotes } from '@/lib/library/identity/earlier-notes';
import { timeOf } from '@/lib/library/store/clock';
import type { PaperRecord } from '@/lib/library/store/record';

interface EarlierNotesProps {
  readonly record: PaperRecord;
  readonly onPutBack: (note: string) => void;
}

/** Earlier versions of a note, from here or from an import; read on opening. */
export function EarlierNotes({ record, onPutBack }: EarlierNotesProps) {
  const { id, triage, stamps, earlierNotes: told = [] } = record;
  const [isOpen, setOpen] = useState(false);
  const notes = useLiveQuery(
    async () => {
      if (!isOpen) return [];
      const written = (await library.writtenNotes()).get(id) ?? [];
      return earlierNotes([...told, ...written], triage.note).reverse();
    },
    [isOpen, record],
    null,
  );
  if (stamps.note === undefined && told.length === 0) return null; // there never was a note

  return (
    <details
      className="earlier-notes"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{t('earlierNotes')}</summary>
      {notes?.length === 0 && <p className="quiet">{t('earlierNotesNone')}</p>}
      <ul aria-label={t('earlierNotes')}>
        {notes?.map(({ note, stamp }) => (
          <li key={note}>
            <p className="quiet">
              {stamp === null ? t('earlierNoteOnce') : formatMoment(timeOf(stamp))}
            </p>
            <p className="earlier-note" dir="auto">
              {note}
            </p>
            <button type="button" className="text-button" onClick={() => onPutBack(note)}>
              {t('earlierNotePutBack')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
