import { type KeyboardEventHandler, type ReactNode, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { NoteSession } from '@/lib/triage/notes/session';
import { NoteStatus } from './note-status';

interface NoteBoxProps {
  readonly session: NoteSession;
  readonly label: string;
  readonly placeholder: string;
  /** Whether the end of the text takes the initial focus. */
  readonly takesFocus?: boolean;
  readonly onKeyDown?: KeyboardEventHandler;
  /** Buttons next to the status. */
  readonly children?: ReactNode;
}

/** The text box of a note, with its saving status below. */
export function NoteBox(props: NoteBoxProps) {
  const { session, label, placeholder, takesFocus = false, onKeyDown, children } = props;
  const text = useStore(session.view, (view) => view.text);
  const box = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    if (!takesFocus) return;
    const end = box.current?.value.length ?? 0;
    box.current?.focus({ preventScroll: false });
    box.current?.setSelectionRange(end, end);
  }, [takesFocus]);

  return (
    <>
      <textarea
        ref={box}
        className="note-box"
        aria-label={label}
        placeholder={placeholder}
        dir="auto"
        rows={3}
        value={text}
        onChange={(event) => session.type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <NoteStatus session={session} onSettled={() => box.current?.focus()}>
        {children}
      </NoteStatus>
    </>
  );
}
