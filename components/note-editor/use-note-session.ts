import { useEffect, useRef, useState } from 'react';
import {
  type NoteEnd,
  type NoteServices,
  type NoteSession,
  type NoteSubject,
  startNoteSession,
} from '@/lib/triage/notes/session';

interface Editing {
  readonly subject: NoteSubject;
  /** As stored in the library; may change during editing. */
  readonly note: string;
  readonly services: NoteServices;
  /** Called after the component is unmounted and the session has ended. */
  readonly onEnd: (end: NoteEnd) => void;
}

/** An editing session that lasts as long as the component, and saves when the page may close. */
export function useNoteSession({ subject, note, services, onEnd }: Editing): NoteSession {
  const [session] = useState(() => startNoteSession(subject, note, services));
  const onEndNow = useRef(onEnd);
  onEndNow.current = onEnd;

  useEffect(() => session.hear(note), [session, note]);

  useEffect(() => {
    const flush = () => void session.flush();
    const onVisibility = () => document.visibilityState === 'hidden' && flush();
    document.addEventListener('visibilitychange', onVisibility);
    window.addEventListener('pagehide', flush);
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      window.removeEventListener('pagehide', flush);
      void session.close().then((end) => onEndNow.current(end));
    };
  }, [session]);

  return session;
}
