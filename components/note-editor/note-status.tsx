import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { t } from '@/lib/i18n';
import type { NoteSession } from '@/lib/triage/notes/session';
import { noteProblem } from '@/lib/triage/notes/words';
import { NoteConflict } from './note-conflict';

interface NoteStatusProps {
  readonly session: NoteSession;
  readonly onSettled?: () => void;
  /** Buttons at the end of the line. */
  readonly children?: ReactNode;
}

/** Whether a note is saved and, if not, what can be done. */
export function NoteStatus({ session, onSettled, children }: NoteStatusProps) {
  const view = useStore(session.view);
  const { text, status, elsewhere } = view;

  if (status === 'conflict' && elsewhere !== null) {
    return (
      <NoteConflict
        here={text}
        elsewhere={elsewhere}
        onSettle={(settled) => {
          session.settle(settled);
          onSettled?.();
        }}
      />
    );
  }
  const problem = noteProblem(view);
  const isUnderWay = status === 'typing' || status === 'saving';
  const isSaved = status === 'saved' && session.lastSaved() !== null;
  const said = problem ?? (isUnderWay ? t('noteSaving') : isSaved ? t('noteSaved') : null);
  if (said === null && !children) return null;
  return (
    <div className="note-status">
      <p role={problem === null ? undefined : 'alert'}>{said}</p>
      {status === 'failed' && (
        <button type="button" className="text-button" onClick={() => void session.flush()}>
          {t('noteRetry')}
        </button>
      )}
      {children}
    </div>
  );
}
