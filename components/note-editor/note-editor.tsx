import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { triageActions } from '@/components/triage/use-triage';
import { formatNumber, t } from '@/lib/i18n';
import type { Paper, PaperId } from '@/lib/paper';
import { LIMITS } from '@/lib/protocol/limits';
import { sendCommand } from '@/lib/protocol/send-command';
import { NoteConflict } from './note-conflict';
import { startNoteSession } from './note-session';

interface NoteEditorProps {
  readonly id: PaperId;
  readonly title: string;
  /** As a page shows it, where it may be new to the library. */
  readonly paper: Paper | null;
  /** As the library holds it; may change while it is edited here. */
  readonly note: string;
  readonly onClose: () => void;
}

/** Edits a paper's note in place. It is saved as it is typed, whatever becomes of the page. */
export function NoteEditor({ id, title, paper, note, onClose }: NoteEditorProps) {
  const [session] = useState(() => startNoteSession({ id, paper }, note, sendCommand));
  const { text, status, failure, elsewhere } = useStore(session.view);
  const box = useRef<HTMLTextAreaElement>(null);

  useEffect(() => session.hear(note), [session, note]);

  useEffect(() => {
    const end = box.current?.value.length ?? 0;
    box.current?.focus({ preventScroll: false });
    box.current?.setSelectionRange(end, end);
    const flush = () => void session.flush();
    const onHidden = () => document.visibilityState === 'hidden' && flush();
    document.addEventListener('visibilitychange', onHidden);
    window.addEventListener('pagehide', flush);
    return () => {
      document.removeEventListener('visibilitychange', onHidden);
      window.removeEventListener('pagehide', flush);
      void session.flush().then(() => {
        const undoes = session.lastSaved();
        const { status } = session.view.getState();
        if (undoes && status === 'saved') triageActions.sayDone(t('done_note'), undoes, title);
      });
    };
  }, [session, title]);

  return (
    <div className="note-editor">
      <textarea
        ref={box}
        aria-label={t('cardNote', title)}
        placeholder={t('notePlaceholder')}
        dir="auto"
        rows={3}
        value={text}
        onChange={(event) => session.type(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          const isDone = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
          if (event.key !== 'Escape' && !isDone) return;
          event.preventDefault(); // or Escape would close the popup
          event.stopPropagation();
          onClose();
        }}
      />
      {status === 'conflict' && elsewhere !== null ? (
        <NoteConflict
          here={text}
          elsewhere={elsewhere}
          onSettle={(settled) => {
            session.settle(settled);
            box.current?.focus();
          }}
        />
      ) : (
        <div className="note-status">
          <p role={status === 'failed' || status === 'too-long' ? 'alert' : undefined}>
            {status === 'too-long' &&
              t('noteLengthLimit', formatNumber(LIMITS.note), formatNumber(text.length))}
            {status === 'failed' && t('notSaved', failure ?? '')}
            {(status === 'typing' || status === 'saving') && t('noteSaving')}
            {status === 'saved' && t('noteSaved')}
          </p>
          {status === 'failed' && (
            <button type="button" className="text-button" onClick={() => void session.flush()}>
              {t('noteRetry')}
            </button>
          )}
          <button type="button" className="text-button" onClick={onClose}>
            {t('noteDone')}
          </button>
        </div>
      )}
    </div>
  );
}
