import { useState } from 'react';
import { type PaperId, type TriageState, UNDECIDED } from '@/lib/paper';
import { applyChange, type Change } from '@/lib/protocol/change';
import { doneText } from '@/lib/triage/done-text';

type States = Readonly<Record<PaperId, TriageState>>;

interface Past {
  readonly states: States;
  readonly earlier: Past | null;
}

/** What is decided about the sample papers: here alone, never in the library. */
export function useSample() {
  const [{ states, earlier }, setPast] = useState<Past>({ states: {}, earlier: null });
  /** What was done last, in words. */
  const [said, setSaid] = useState('');
  const stateOf = (id: PaperId) => states[id] ?? UNDECIDED;
  return {
    stateOf,
    said,
    change(id: PaperId, change: Change): void {
      setPast((past) => {
        const before = past.states[id] ?? UNDECIDED;
        return { states: { ...past.states, [id]: applyChange(before, change) }, earlier: past };
      });
      setSaid(doneText(change));
    },
    undo(undone: string): void {
      if (!earlier) return;
      setPast(earlier);
      setSaid(undone);
    },
  };
}
