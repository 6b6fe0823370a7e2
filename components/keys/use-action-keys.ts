import { useEffect, useRef } from 'react';
import type { ActionIn } from '@/lib/triage/actions';
import { actionOfPress, type ListPlace } from './list-press';

/** Handlers for some of the actions of a place. */
type Acts<P extends ListPlace> = Readonly<Partial<Record<ActionIn<P>, () => void>>>;

/** Runs actions by key wherever the focus is, except in texts and dialogs or where the key was handled. */
export function useActionKeys<P extends ListPlace>(place: P, acts: Acts<P>): void {
  const latest = useRef(acts);
  latest.current = acts;
  useEffect(() => {
    function hear(event: KeyboardEvent): void {
      const action = event.defaultPrevented ? null : actionOfPress(event, place);
      const act = action && latest.current[action];
      if (!act) return;
      event.preventDefault();
      act();
    }
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, [place]);
}
