import { useEffect, useState } from 'react';
import { library } from '@/lib/connections/library';
import { t } from '@/lib/i18n';
import type { PaperId } from '@/lib/paper';
import { sendCommand } from '@/lib/protocol/send-command';
import { draftIds, draftOf } from './drafts';
import { NoteConflict } from './note-conflict';
import { type NoteSession, startNoteSession } from './note-session';
import './left-drafts.css';

interface Conflict {
  readonly id: PaperId;
  readonly title: string;
  readonly session: NoteSession;
}

/**
 * Saves the notes that were typed before a page closed and never acknowledged. Asks the user about
 * those that were changed elsewhere since.
 */
export function LeftDrafts() {
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);

  useEffect(() => {
    let isGone = false;
    settleDrafts(draftIds()).then(
      (left) => {
        if (!isGone) setConflicts(left);
      },
      () => undefined, // the library cannot be read: the page says so, and drafts stay
    );
    return () => {
      isGone = true;
    };
  }, []);

  const [conflict, ...others] = conflicts;
  if (!conflict) return null;
  const { text, elsewhere } = conflict.session.view.getState();
  return (
    <section className="left-draft" aria-label={t('noteLeft', conflict.title)}>
      <h2 dir="auto">{conflict.title}</h2>
      <blockquote dir="auto">{text}</blockquote>
      <NoteConflict
        here={text}
        elsewhere={elsewhere ?? ''}
        onSettle={(settled) => {
          conflict.session.settle(settled);
          setConflicts(others);
        }}
      />
    </section>
  );
}

/** Saves what can be saved; gives what the user has to decide. */
async function settleDrafts(ids: readonly PaperId[]): Promise<Conflict[]> {
  if (ids.length === 0) return [];
  const known = new Map((await library.papers(ids)).map((record) => [record.id, record]));
  const conflicts: Conflict[] = [];
  for (const id of ids) {
    const paper = draftOf(id)?.paper ?? null;
    const record = known.get(id);
    if (!record && !paper) continue; // not known any more, and not to be made up
    const session = startNoteSession({ id, paper }, record?.triage.note ?? '', sendCommand);
    if (session.view.getState().status === 'conflict') {
      conflicts.push({ id, title: (record?.meta ?? paper)?.title ?? id, session });
    } else void session.flush();
  }
  return conflicts;
}
